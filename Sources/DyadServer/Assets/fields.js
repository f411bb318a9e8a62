// The fields of forms. Each is { root, get(), set(value) }, and pending() where words may be left that are not chosen.
import { announce } from './announce.js';
import { combobox } from './combobox.js';
import { freshId, make } from './dom.js';
import { words } from './dates.js';
import { matching } from './names.js';
import { partyField } from './parties.js';

function labelled(id, label, ...content) {
  return make('div', { class: 'field' }, make('label', { for: id }, label), ...content);
}

export function textField({ label, isRequired = false, isLong = false, isWide = false, type = 'text', placeholder = '', list = [], ...limits }) {
  const id = freshId('field'), listId = list.length ? freshId('list') : null;
  const input = isLong ? make('textarea', { id, rows: 2, required: isRequired })
    : make('input', { id, type, required: isRequired, placeholder, autocomplete: 'off', list: listId, ...limits });
  const values = listId && make('datalist', { id: listId }, list.map(value => make('option', { value })));
  const root = labelled(id, label, input, values);
  root.classList.toggle('wide-field', isWide);
  return { root, input, get: () => input.value.trim(), set: value => { input.value = value ?? ''; } };
}

// choices: [{ id, label, explanation }]
export function choiceField({ label, choices, isRequired = false, none = null }) {
  const id = freshId('field'), explanationId = freshId('explanation');
  const explanation = make('p', { id: explanationId, class: 'explanation' });
  const select = make('select', { id, required: isRequired, 'aria-describedby': explanationId },
    none === null ? null : make('option', { value: '' }, none), choices.map(choice => make('option', { value: choice.id }, choice.label)));
  const explain = () => { explanation.textContent = choices.find(choice => choice.id === select.value)?.explanation || ''; };
  select.addEventListener('change', explain);
  explain();
  return {
    root: labelled(id, label, select, explanation), input: select, get: () => select.value,
    set: value => { select.value = value ?? ''; explain(); }
  };
}

export function checkField({ label }) {
  const id = freshId('field'), input = make('input', { id, type: 'checkbox' });
  const root = make('div', { class: 'field check' }, input, make('label', { for: id }, label));
  return { root, input, get: () => input.checked, set: value => { input.checked = Boolean(value); } };
}

// A date in EDTF with its meaning, and those that the passage suggests, which arrow keys go through. The first suggestion is filled in unless something is typed.
export function dateField({ label, isRequired = true }) {
  const id = freshId('field'), meaningId = freshId('meaning');
  const meaning = make('output', { id: meaningId, for: id, class: 'explanation' });
  const input = make('input', { id, type: 'text', required: isRequired, autocomplete: 'off', spellcheck: 'false', 'aria-describedby': meaningId });
  const offers = make('div', { class: 'offers' });
  let isTyped = false, offered = [], place = -1;
  const explain = () => {
    const said = words(input.value);
    meaning.textContent = input.value.trim() ? said || 'Neither a date nor an interval: 2025-04-19, 2025-04, 2021-08/..' : '';
    meaning.classList.toggle('wrong', Boolean(input.value.trim()) && !said);
  };
  const set = value => { input.value = value ?? ''; explain(); };
  input.addEventListener('input', () => { isTyped = true; explain(); });
  // suggestions: [{ words, edtf, rule }]
  function suggest(suggestions) {
    offered = suggestions;
    place = -1;
    // Buttons for the pointer only: for keys they would be stops on the way to the next field.
    offers.replaceChildren(...suggestions.map((suggestion, index) => make('button', {
      type: 'button', tabindex: -1, title: suggestion.rule, onclick: () => { take(index); input.focus(); }
    }, `${suggestion.words} → ${suggestion.edtf}`)));
    offers.hidden = suggestions.length === 0;
    if (!isTyped && !input.value && suggestions.length && !suggestions[0].isWeak) take(0);
  }
  function take(index) {
    place = index;
    set(offered[index].edtf);
    // A suggestion may arrive when the field has the focus; what is typed next replaces it.
    if (document.activeElement === input) input.select();
  }
  input.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !offered.length) return;
    event.preventDefault();
    isTyped = true;
    take(place < 0 ? (step > 0 ? 0 : offered.length - 1) : (place + step + offered.length) % offered.length);
    announce(`${input.value}: ${offered[place].words}, ${offered[place].rule}`);
  });
  suggest([]);
  return { root: labelled(id, label, input, meaning, offers), input, get: () => input.value.trim(), set, suggest };
}

export function partiesField({ label, ...options }) {
  const id = freshId('field'), field = partyField({ id, label, ...options });
  return { root: labelled(id, label, field.root), input: field.input, get: field.value, set: field.set, pending: field.pending };
}

export function onePartyField(options) {
  const field = partiesField({ ...options, isSingle: true });
  return { ...field, get: () => field.get()[0] || null, set: party => field.set(party ? [party] : []) };
}

// An entity, or free text: whoever speaks, or where it happened.
export function mentionField({ label, store, kinds = null }) {
  const id = freshId('field');
  let chosen = null;
  const box = combobox({
    id, label,
    options: text => matching(store.state.entities.filter(entity => !kinds || kinds.includes(entity.kind)), text)
      .map(entity => ({ label: entity.name, detail: entity.kind, value: entity })),
    choose: entity => { chosen = entity.id; box.input.value = entity.name; }
  });
  const set = value => {
    const entity = store.entity(value);
    chosen = entity ? entity.id : null;
    box.input.value = entity ? entity.name : value ?? '';
  };
  const get = () => (chosen && store.entity(chosen)?.name === box.input.value.trim() ? chosen : box.input.value.trim());
  return { root: labelled(id, label, box.root), input: box.input, get, set };
}

// A claim of the dossier, by its words.
export function claimField({ label, store, kinds, isRequired = true }) {
  const id = freshId('field');
  let chosen = null;
  const candidates = () => Object.values(store.state.claims).filter(claim => !claim.draft && (!kinds || kinds.includes(claim.kind)));
  const box = combobox({
    id, label,
    options: text => matching(candidates().map(claim => ({ id: claim.id, name: claim.label, kind: claim.kind })), text)
      .map(claim => ({ label: claim.name, detail: claim.kind, value: claim.id })),
    choose: set
  });
  box.input.required = isRequired;
  function set(value) {
    chosen = value || null;
    box.input.value = chosen ? store.claim(chosen)?.label || chosen : '';
  }
  const isChosen = () => chosen && box.input.value === (store.claim(chosen)?.label || chosen);
  return { root: labelled(id, label, box.root), input: box.input, get: () => (isChosen() ? chosen : null), set, pending: () => (isChosen() ? '' : box.input.value.trim()) };
}
