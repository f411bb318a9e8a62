// The list of what the source says: its claims in the order of their first quotes, and those of the other sources.
import { all, make } from './dom.js';

// 'visit · 19 Apr 2025 · tone 2.5'
export function claimDetail(claim) {
  const tone = typeof claim.tone === 'number' ? `tone ${claim.tone > 0 ? '+' : ''}${String(claim.tone).replace('-', '−')}` : null;
  return [claim.draft ? `proposed ${claim.kind}` : claim.kind, claim.when, tone, claim.inferred && 'inferred',
    claim.stances?.length > 1 && 'contested']
    .filter(Boolean).join(' · ');
}

function ordered(state) {
  const places = new Map();
  for (const mark of state.source?.marks || []) for (const id of mark.claims) if (!places.has(id)) places.set(id, mark.start);
  const here = [...places.keys()].filter(id => state.claims[id]).sort((one, other) => places.get(one) - places.get(other));
  return { here, elsewhere: Object.keys(state.claims).filter(id => !places.has(id)) };
}

// One stop of the Tab key; arrow keys move within the list.
function list(ids, store, choose) {
  const chosen = ids.includes(store.choice.claim) ? store.choice.claim : ids[0];
  const root = make('ul', { class: 'claims' }, ids.map(id => {
    const claim = store.claim(id);
    return make('li', {}, make('button', { type: 'button', class: 'claim-row', data: { claim: id }, tabindex: id === chosen ? 0 : -1, onclick: () => choose(id) },
      make('span', { class: `tone ${toneWord(claim)}` }, claim.label), make('span', { class: 'detail' }, claimDetail(claim))));
  }));
  root.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], buttons = all(root, 'button'), at = buttons.indexOf(document.activeElement);
    const next = buttons[event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : step ? at + step : -1];
    if (!next) return;
    event.preventDefault();
    buttons[at]?.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });
  return root;
}

const toneWord = claim => (typeof claim.tone !== 'number' ? '' : claim.tone > 0 ? 'cooperation' : claim.tone < 0 ? 'conflict' : 'neutral');

export function claimList(store, choose) {
  const { here, elsewhere } = ordered(store.state);
  const hint = 'No claim quotes this text yet. Select words of it, or press ? for the keys.';
  return make('section', { 'aria-label': 'Claims' },
    make('h2', {}, `Claims of this text (${here.length})`),
    here.length ? list(here, store, choose) : make('p', { class: 'note' }, hint),
    elsewhere.length ? others(elsewhere, store, choose) : null);
}

// A large dossier has thousands of them, so they are listed only when they are asked for.
function others(ids, store, choose) {
  const details = make('details', {}, make('summary', {}, `Other claims (${ids.length})`));
  details.addEventListener('toggle', () => { if (details.open) details.append(list(ids, store, choose)); }, { once: true });
  return details;
}
