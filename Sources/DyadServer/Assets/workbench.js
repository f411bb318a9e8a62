// The page: its parts, and what one asks of another.
import { announce, attempt, complain, connectFailure } from './announce.js';
import { bindings } from './bindings.js';
import { ClaimPanel } from './claim.js';
import { claimList } from './claims.js';
import { Cursor } from './cursor.js';
import { openKeys } from './dialogs.js';
import { byId } from './dom.js';
import { ClaimForm } from './form.js';
import { connectHead } from './head.js';
import { connectKeys } from './keys.js';
import { nextUnquoted } from './passage.js';
import { connectProposals } from './proposals.js';
import { Sheet } from './sheet.js';
import { Store } from './store.js';
import { connectTabs } from './tabs.js';
import { TextPane } from './text.js';

const store = new Store(), text = new TextPane(byId('source-text'), store), sheet = new Sheet(byId('drawing'), store);
const form = new ClaimForm(store), claimPanel = new ClaimPanel(store), panel = byId('panel'), tabs = connectTabs();
let cursor = new Cursor('');
// The kind of the last form, which the next one begins with.
let lastKind = 'event';
// A claim that waits for words of the text, to be cited again.
let waiting = null;

// --- The panel: a form, a claim, or the list of claims

let shown = 'list';
function showPanel(kind, element) {
  shown = kind;
  panel.replaceChildren(element);
  panel.dataset.shows = kind;
  panel.scrollTop = 0;
}

function showList() {
  showPanel('list', claimList(store, id => store.choose(id, 'list')));
}

function backToText() {
  showList();
  tabs.show('text');
  text.root.focus();
}

function leave() {
  waiting = null;
  store.choose(null);
  backToText();
}

function openForm(kind = lastKind) {
  const { passage } = text;
  if (!passage) {
    announce('Select words of the text first.');
    return;
  }
  const pending = waiting;
  waiting = null;
  if (!pending && kind !== 'again') lastKind = kind;
  showPanel('form', pending ? form.forPassage('again', passage, pending) : form.forPassage(kind, passage));
  form.focus();
  // The highlight shows the words; a second selection of the browser would be the focus of nothing.
  getSelection().removeAllRanges();
  // The form has taken room from the text.
  text.reveal(passage);
}

const openClaim = attempt(async (id, { others = [], takesFocus = false } = {}) => {
  const element = await claimPanel.shown(id, others);
  // Something else may have been chosen meanwhile.
  if (!element || store.choice.claim !== id || shown === 'form') return;
  showPanel('claim', element);
  if (takesFocus) claimPanel.focus();
});

// --- The text

text.addEventListener('finished', ({ detail: { passage } }) => {
  cursor.set(passage);
  openForm();
});
text.addEventListener('clicked', ({ detail: { claims } }) => {
  // Another click on the same words leads to the next of their claims.
  const next = claims[(claims.indexOf(store.choice.claim) + 1) % claims.length];
  store.choose(next, { others: claims, isInText: true });
});
text.addEventListener('placed', ({ detail: { offset } }) => {
  cursor.place(offset);
  text.select(cursor.passage, { isQuiet: true });
});

function selectFromKeys() {
  const { passage } = cursor;
  if (!passage) return;
  text.select(passage);
  const labels = text.claimsAt(passage).map(id => store.claim(id)?.label).filter(Boolean);
  announce(`“${text.text.slice(passage.start, passage.end)}”${labels.length ? ` – quoted by ${labels.slice(0, 3).join('; ')}` : ''}`);
}

function enterText() {
  const claims = text.passage && !cursor.isExtended ? text.claimsAt(text.passage) : [];
  if (claims.length && !waiting) store.choose(claims[0], { others: claims, isInText: true });
  else openForm();
}

function goToUnquoted() {
  const passage = nextUnquoted(text.text, text.marks, text.passage?.end || 0) || nextUnquoted(text.text, text.marks, 0);
  if (!passage) {
    announce('All of the text is quoted.');
    return;
  }
  tabs.show('text');
  text.root.focus();
  cursor.set(passage);
  selectFromKeys();
}

// --- Claims

store.addEventListener('choice', ({ detail: { origin } }) => {
  const { claim } = store.choice;
  if (!claim) {
    if (shown !== 'form') showList();
    return;
  }
  // Whoever chooses a claim is done with the form, which must not get the next key while the claim is fetched.
  if (origin && shown === 'form') {
    shown = 'list';
    panel.replaceChildren();
  }
  openClaim(claim, { others: origin?.others, takesFocus: Boolean(origin) });
  if (!origin?.isInText) text.revealClaim(claim);
});

sheet.addEventListener('chosen', ({ detail: { claim, others } }) => store.choose(claim, { others }));
sheet.addEventListener('failed', ({ detail: error }) => complain(error.message));

form.addEventListener('done', ({ detail: { id, passage, isNew, isProposed } }) => {
  if (isProposed) {
    proposals.goFrom(passage?.start ?? 0);
    return;
  }
  if (!isNew) {
    store.choose(id, 'form');
    return;
  }
  store.choose(null);
  backToText();
  if (passage) cursor.set(passage);
});
form.addEventListener('closed', () => {
  waiting = null;
  const { claim } = store.choice;
  if (form.isNew || !claim) backToText();
  else store.choose(claim, 'form');
});

claimPanel.addEventListener('chosen', ({ detail: { claim, others } }) => store.choose(claim, { others }));
claimPanel.addEventListener('edit', ({ detail: { claim } }) => {
  showPanel('form', form.forClaim(claim));
  form.focus();
});
claimPanel.addEventListener('cite', ({ detail: { claim, stance } }) => {
  waiting = { claim: claim.id, stance };
  if (text.passage && cursor.isExtended) {
    openForm();
    return;
  }
  announce(`Select the words that ${stance === 'denies' ? 'deny it' : 'say so'}, then press Enter.`);
  tabs.show('text');
  text.root.focus();
});
claimPanel.addEventListener('passage', attempt(async ({ detail: { passage } }) => {
  if (passage.source !== store.state.source?.id) await store.show({ source: passage.source });
  tabs.show('text');
  text.reveal(passage);
}));
claimPanel.addEventListener('edits', attempt(async ({ detail: { edits, version, label, isRemoval } }) => {
  const answer = await store.edit(edits, version, label);
  announce(`Done: ${label}.`);
  if (isRemoval) leave();
  else store.choose(answer.ids?.at(-1) || null, 'panel');
}));

const proposals = connectProposals(store, text, {
  choose: id => {
    tabs.show('text');
    store.choose(id, 'proposals');
  },
  leave
});
claimPanel.addEventListener('accept', proposals.accept);
claimPanel.addEventListener('reject', proposals.reject);

// --- Changes from the server

store.addEventListener('state', () => {
  if (cursor.text !== (store.state.source?.text || '')) cursor = new Cursor(store.state.source?.text || '');
  if (shown === 'claim' && store.claim(store.choice.claim)) openClaim(store.choice.claim);
  else if (shown !== 'form') showList();
});
store.addEventListener('changed', () => announce('The files have changed: loaded again.'));

// --- Keys

function cycle(step) {
  const places = [text.root, sheet.root, panel.querySelector('input, select, button, h2') || panel];
  const at = [text.root, sheet.root, panel].findIndex(place => place.contains(document.activeElement));
  const next = places[(at + step + places.length) % places.length];
  tabs.show(next === sheet.root ? 'sheet' : 'text');
  next.focus();
}

const { undo, redo } = connectHead(store);
const ofClaim = key => {
  const run = shown === 'claim' ? claimPanel.shortcuts[key.length === 1 ? key.toLowerCase() : key] : null;
  return run ? run() : false;
};
const rows = bindings({
  get cursor() { return cursor; },
  selectFromKeys, enterText, goToUnquoted, cycle, leave, undo, redo, ofClaim, goToProposal: proposals.go,
  openKind: kind => (kind === 'again' && shown === 'claim' && claimPanel.shortcuts.c ? claimPanel.shortcuts.c() : openForm(kind))
});
connectKeys(rows, { text: text.root });
byId('show-keys').addEventListener('click', () => openKeys(rows));
byId('unquoted').addEventListener('click', goToUnquoted);
connectFailure(store);

// --- Beginning

attempt(async () => {
  try {
    await store.load();
  } catch (error) {
    // An old address may name what is gone.
    complain(error.message);
    await store.show({ source: null, view: null, on: null });
  }
  if (store.choice.claim) store.choose(store.choice.claim);
  text.root.focus({ preventScroll: true });
})().finally(() => {
  document.body.dataset.ready = 'true';
  store.watch();
});
