// A page of a site: its pictures, the links from a picture to its claims, and the search; with a server, any date and updates
// after a file is saved. Only HTML from the same server is parsed as markup.
const root = document.body.dataset.root, isLive = 'live' in document.body.dataset;
const state = { on: null, since: null, show: 'picture', claim: null };

// The address contains the state of the page, so that it can be bookmarked and shared: #on=2025-05-26&show=changes&claim=dar-visit
function readAddress() {
  let hash = location.hash.slice(1);
  if (/^(claim|party)-/.test(hash)) { state.claim = decodeURIComponent(hash); return; }
  const asked = new URLSearchParams(hash);
  for (const key of Object.keys(state)) if (asked.has(key)) state[key] = asked.get(key);
}
function writeAddress() {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) if (value && !(key === 'show' && value === 'picture')) asked.set(key, value);
  history.replaceState(null, '', '#' + asked);
}

// --- The pictures and their dates

const frames = () => all(document, '#frames > .frame:not(.asked)');
const controls = () => document.querySelector('.controls');

function shownFrame() {
  const asked = all(document, '.frame.asked').find(frame => frame.dataset.day === state.on && (frame.dataset.since || '') === (state.since || ''));
  if (asked) return asked;
  const rows = frames();
  // The last one that is not later, or else the first.
  return rows.filter(frame => frame.dataset.day <= (state.on || '9999')).pop() || rows[0];
}

function draw() {
  const bar = controls();
  if (!bar || !frames().length) return;
  bar.hidden = false;
  const shown = shownFrame(), rows = frames(), place = rows.indexOf(shown) + 1;
  const isTimeline = state.show === 'timeline' && byId('timeline');
  for (const frame of all(document, '#frames > .frame')) frame.hidden = frame !== shown || !!isTimeline;
  if (byId('timeline')) byId('timeline').hidden = !isTimeline;
  for (const radio of all(bar, '[name=show]')) radio.checked = radio.value === state.show;
  const wantsChanges = state.show === 'changes' && shown.querySelector('.marked');
  shown.querySelector('.plain').hidden = !!wantsChanges;
  for (const part of all(shown, '.marked, .changes')) part.hidden = state.show !== 'changes';
  const words = shown.dataset.words;
  showStop(place, rows.length, words);
  byId('status').textContent = 'As of ' + words;
  byId('dates').hidden = rows.length < 2 || !!isTimeline;
  if (byId('day')) byId('day').value = shown.dataset.day;
  for (const picture of all(document, '.picture')) picture.classList.add('live-picture');
  // Claims of this date, or all.
  const hint = document.querySelector('#claims .hint');
  if (hint) {
    hint.hidden = false;
    const present = new Set(shown.dataset.claims.split(' '));
    const wantsAll = byId('all').checked || isTimeline;
    for (const claim of all(document, '.claim')) claim.hidden = !wantsAll && !present.has(claim.dataset.claim) && claim.id !== state.claim;
    for (const group of all(document, '#claims > section')) group.hidden = all(group, '.claim').every(claim => claim.hidden);
  }
  for (const link of all(document, '#downloads a')) {
    const asked = new URLSearchParams({ on: shown.dataset.day });
    if (isTimeline) asked.set('show', 'timeline');
    else if (wantsChanges) asked.set('since', shown.dataset.since);
    const suffix = link.dataset.suffix;
    link.href = root + 'pictures/' + bar.dataset.path.replace(/[.]html$/, '.' + suffix) + '?' + asked;
    link.download = bar.dataset.path.replace(/^.*[/]|[.]html$/g, '') + '-' + shown.dataset.day + '.' + suffix;
  }
}

function go(place) {
  state.on = frames()[place - 1].dataset.day;
  state.since = null;
  draw();
  writeAddress();
}

// --- Links from a picture to its claims

function choose(id, moves) {
  state.claim = id;
  for (const old of all(document, '.chosen')) old.classList.remove('chosen');
  draw();
  const claim = id && byId(id);
  if (!claim) return;
  claim.classList.add('chosen');
  // If the claims have a column of their own, only that scrolls.
  const column = byId('claims');
  if (column.scrollHeight > column.clientHeight + 1) column.scrollTop += claim.getBoundingClientRect().top - column.getBoundingClientRect().top - 8;
  else if (moves) claim.scrollIntoView({ block: 'nearest' });
  if (moves) claim.focus({ preventScroll: true });
  writeAddress();
}

function claimAt(element) {
  for (let at = element.closest('[id]'); at; at = at.parentElement && at.parentElement.closest('[id]')) {
    const claim = at.id.match(/-a_claim-(.+)$/), entity = at.id.match(/-(?:a_)?entity-(.+)$/);
    const id = claim ? 'claim-' + claim[1] : entity ? 'party-' + entity[1] : null;
    if (!id) continue;
    // A repeated id has a number after it.
    for (const name of [id, id.replace(/-[0-9]+$/, '')]) if (byId(name)) return name;
  }
  // A line links to the claims of its card, and a card to those of its first row.
  const picture = element.closest('svg'), line = element.closest('[id*="-tie-"]');
  const cards = all(picture || document, '.card');
  const end = line && cards.find(card => line.id.endsWith(card.id.replace(/^.*?-card-/, '-')));
  const card = element.closest('.card') || end, row = card && card.querySelector('[id*="a_claim-"]');
  return row && row !== element ? claimAt(row) : null;
}

document.addEventListener('click', event => {
  if (!event.target.closest('.picture')) return;
  const id = claimAt(event.target);
  if (id) { choose(id, true); return; }
  // A page without claims links to the page of the entity or the pair.
  const place = event.target.closest('[id*="entity-"], [id*="card-"]');
  const name = place && place.id.replace(/^.*?(entity|card)-/, '').replace('--', '~');
  const link = name && all(document, '#claims a').find(link => decodeURIComponent(link.pathname).endsWith('/' + name + '.html'));
  if (link) link.click();
});

// --- Controls

document.addEventListener('input', event => {
  if (event.target.id === 'all') draw();
  if (event.target.name === 'show') { state.show = event.target.value; draw(); writeAddress(); }
});
document.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.id === 'save') save();
  if (button.id === 'ask') ask(byId('day').value, byId('since').value);
  if (button.id === 'go') visit(byId('one').value, byId('other').value);
});
document.addEventListener('submit', event => { if (event.target.matches('.controls')) event.preventDefault(); });
connectSlider({
  count: () => frames().length, place: () => frames().indexOf(shownFrame()) + 1, go,
  isActive: () => controls() && state.show !== 'timeline'
});
addEventListener('hashchange', () => { readAddress(); arrive(); });

function save() {
  const picture = state.show === 'timeline' ? document.querySelector('#timeline svg') : all(shownFrame(), '.picture:not([hidden]) svg')[0];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(picture)], { type: 'image/svg+xml' }));
  link.download = controls().dataset.path.replace(/^.*[/]|[.]html$/g, '') + '-' + shownFrame().dataset.day + '.svg';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// --- With a server: any date, any parties, and updates

async function ask(day, since) {
  if (!day) return;
  const asked = new URLSearchParams({ on: day });
  if (since) asked.set('since', since);
  const answer = await fetch(root + 'frames/' + controls().dataset.path + '?' + asked);
  if (!answer.ok) { byId('status').textContent = await answer.text(); return; }
  for (const old of all(document, '.frame.asked')) old.remove();
  byId('frames').append(parsed(await answer.text()));
  document.querySelector('#frames > .frame:last-child').classList.add('asked');
  Object.assign(state, { on: day, since: since || null, show: since ? 'changes' : state.show === 'timeline' ? 'picture' : state.show });
  draw();
  writeAddress();
}
function parsed(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}
function visit(one, other) {
  if (!one) { location.href = root + 'index.html'; return; }
  if (!other || one === other) { location.href = root + 'entities/' + one + '.html'; return; }
  const pair = [one, other].sort((a, b) => a < b ? -1 : 1);
  location.href = root + 'dyads/' + pair.join('~') + '.html';
}

let version = null;
async function watch() {
  try {
    const answer = await fetch(root + 'version');
    const now = await answer.json();
    if (version !== null && now.version !== version) await refresh();
    version = now.version;
    await showProblems(now.problems);
  } catch { /* The server has stopped; the page stays as it is. */ }
  setTimeout(watch, document.hidden ? 5000 : 700);
}
let problems = 0;
async function showProblems(count) {
  const place = byId('problems');
  if (!count) { place.hidden = true; problems = 0; return; }
  const answer = await fetch(root + 'problems');
  const text = await answer.text();
  if (place.dataset.text === text && problems === count) return;
  problems = count;
  place.dataset.text = text;
  place.replaceChildren(parsed(text));
  place.hidden = false;
}
async function refresh() {
  const answer = await fetch(location.pathname + location.search);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const shown = byId('problems');
  byId('main').replaceChildren(...page.getElementById('main').childNodes);
  byId('problems').replaceWith(shown);
  document.title = page.title;
  arrive();
}

// --- The search, and the text of a source

function search() {
  const list = byId('everything');
  if (!list) return;
  const asked = new URLSearchParams(location.search).get('q') || '';
  byId('q').value = byId('q').value || asked;
  const words = byId('q').value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const item of list.children) {
    const text = item.textContent.toLowerCase();
    item.hidden = !words.every(word => text.includes(word));
    count += item.hidden ? 0 : 1;
  }
  byId('found').textContent = words.length ? count + (count === 1 ? ' result' : ' results') + ' for “' + words.join(' ') + '”' : '';
}
document.addEventListener('input', event => { if (event.target.id === 'q') search(); });

function markText() {
  const id = decodeURIComponent(location.hash.slice(1)).replace(/^claim-/, '');
  const marks = all(document, '.text mark');
  if (!marks.length) return;
  const own = marks.filter(mark => mark.dataset.claims.split(' ').includes(id));
  for (const mark of marks) {
    mark.classList.toggle('chosen', own.includes(mark));
    mark.classList.toggle('other', own.length > 0 && !own.includes(mark));
  }
  if (own.length) own[0].scrollIntoView({ block: 'center' });
}

async function arrive() {
  search();
  markText();
  draw();
  if (!controls()) return;
  const exact = frames().some(frame => frame.dataset.day === state.on);
  if (isLive && state.on && (state.since || !exact)) await ask(state.on, state.since);
  if (state.claim) choose(state.claim, false);
}
readAddress();
arrive();
if (isLive) watch();
