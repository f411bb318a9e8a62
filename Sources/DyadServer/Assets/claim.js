// The chosen claim: what the dossier says, where it is quoted, and what can be done with it.
import { announce } from './announce.js';
import { claimDetail } from './claims.js';
import { freshId, make } from './dom.js';
import { words } from './dates.js';
import { formKind } from './kinds.js';
import { get } from './server.js';

const keyNames = {
  on: 'Date', during: 'During', type: 'Type', mode: 'Mode', actors: 'Who acted', recipients: 'To whom', affects: 'Affects',
  effect: 'Effect', place: 'Place', tone: 'Tone', reads: 'In a few words', kind: 'Kind', between: 'Between', from: 'From', to: 'To',
  by: 'By', title: 'Title', official: 'Official', office: 'Office', of: 'Of', serves: 'Serves', name: 'Name', short: 'Short form',
  key: 'Key event', basis: 'Basis', confidence: 'Confidence', known: 'Known', note: 'Note', relation: 'Relation', event: 'Event', number: 'Number'
};

export class ClaimPanel extends EventTarget {
  constructor(store) {
    super();
    this.store = store;
  }

  #latest = 0;

  // The panel of a claim, whose record comes from the server; null if another was asked for meanwhile.
  async shown(id, others = []) {
    const turn = ++this.#latest, claim = this.store.draft(id) || await get('claim', { id });
    if (turn !== this.#latest) return null;
    const summary = this.store.claim(id) || { id, kind: claim.kind, label: claim.label || id };
    this.shortcuts = {};
    this.#version = this.store.state.version;
    const titleId = freshId('title');
    this.more = make('div', { class: 'more' });
    this.root = make('section', { 'aria-labelledby': titleId, class: 'claim-panel' },
      make('h2', { id: titleId, tabindex: -1 }, summary.label), make('p', { class: 'note' }, claimDetail(summary)),
      this.#others(id, others), summary.draft ? this.#draftActions(claim) : this.#actions(claim, summary), this.more,
      this.#citations(claim), this.#keys(claim), make('p', { class: 'note' }, this.#place(claim)));
    return this.root;
  }

  focus() {
    this.root.querySelector('h2').focus();
  }

  #place(claim) {
    if (claim.rule) return `Proposed: ${claim.rule}${typeof claim.score === 'number' ? ` (score ${claim.score.toFixed(2)})` : ''}`;
    return claim.file ? `${claim.file}:${claim.line} · ${claim.id}` : claim.id;
  }

  // Other claims that quote the same words.
  #others(id, others) {
    const rest = others.filter(other => other !== id && this.store.claim(other));
    if (!rest.length) return null;
    return make('div', { class: 'row' }, make('span', { class: 'note' }, 'Also quoted here:'),
      rest.map(other => make('button', { type: 'button', class: 'small', onclick: () => this.#dispatch('chosen', { claim: other, others }) }, this.store.claim(other).label)));
  }

  #button(label, key, work, attributes = {}) {
    return make('button', { type: 'button', 'aria-keyshortcuts': key, onclick: work, ...attributes }, label, key ? make('kbd', { 'aria-hidden': 'true' }, key) : null);
  }

  #draftActions(claim) {
    const { id } = claim, hasForm = this.#hasForm(claim);
    this.shortcuts = {
      a: () => this.#dispatch('accept', { id }), x: () => this.#dispatch('reject', { id }), ...(hasForm ? { r: () => this.#dispatch('edit', { claim }) } : {})
    };
    return make('div', { class: 'row actions' },
      this.#button('Accept', 'a', this.shortcuts.a, { class: 'primary' }), hasForm ? this.#button('Correct', 'r', this.shortcuts.r) : null,
      this.#button('Reject', 'x', this.shortcuts.x));
  }

  #actions(claim, summary) {
    const lasts = ['phase', 'holding'].includes(summary.kind);
    this.shortcuts = {
      ...(this.#hasForm(summary) ? { r: () => this.#dispatch('edit', { claim }) } : {}), c: () => this.#dispatch('cite', { claim, stance: 'asserts' }), d: () => this.#dispatch('cite', { claim, stance: 'denies' }),
      ...(lasts ? { z: () => this.#askDate(claim, 'close') } : {}), ...(summary.kind === 'phase' ? { s: () => this.#askDate(claim, 'split') } : {}), Delete: () => this.#askRemoval(claim)
    };
    return make('div', { class: 'row actions' },
      this.#hasForm(summary) ? this.#button('Edit', 'r', this.shortcuts.r) : null,
      lasts ? this.#button('End', 'z', this.shortcuts.z) : null, summary.kind === 'phase' ? this.#button('Split', 's', this.shortcuts.s) : null,
      this.#button('Cite again', 'c', this.shortcuts.c), this.#button('Contest', 'd', this.shortcuts.d),
      this.#button('Delete', null, this.shortcuts.Delete));
  }

  #hasForm({ kind, isEditable }) {
    return kind !== 'link' && isEditable !== false && formKind(kind, this.store.state.vocabulary.entityKinds) !== null;
  }

  // The version of the dossier that is shown, on which an edit is based.
  #version = 0;

  // The keys of the shown claim.
  shortcuts = {};

  // --- Ending, splitting, deleting

  #askDate(claim, verb) {
    const id = freshId('date'), meaningId = freshId('meaning'), meaning = make('output', { id: meaningId, for: id, class: 'explanation' });
    const input = make('input', { id, type: 'text', required: true, autocomplete: 'off', 'aria-describedby': meaningId, placeholder: '2025-03-31' });
    input.addEventListener('input', () => { meaning.textContent = words(input.value) || ''; });
    const label = verb === 'close' ? 'Ended on' : 'New phase from';
    this.#ask(make('form', {
      class: 'ask', onsubmit: event => {
        event.preventDefault();
        this.#dispatch('edits', { edits: [{ verb, id: claim.id, on: input.value.trim() }], version: this.#version, label: `${verb === 'close' ? 'end' : 'split'} “${claim.label || claim.id}”` });
      }
    }, make('label', { for: id }, label), input, make('button', { type: 'submit', class: 'primary' }, verb === 'close' ? 'End' : 'Split'), meaning), input);
  }

  #askRemoval(claim) {
    const used = claim.usedBy || [], remove = withReferences => this.#dispatch('edits', {
      edits: [{ verb: 'remove', id: claim.id, withReferences }], version: this.#version, label: `delete “${this.store.claim(claim.id)?.label || claim.id}”`, isRemoval: true
    });
    if (!used.length) return remove(false);
    const names = used.map(({ id, record }) => this.store.claim(id)?.label || record || id);
    const confirm = make('button', { type: 'button', class: 'primary', onclick: () => remove(true) }, `Delete all ${used.length + 1}`);
    this.#ask(make('div', { class: 'ask', role: 'group', 'aria-label': 'Delete with references' },
      make('p', {}, `${used.length === 1 ? 'One record refers' : `${used.length} records refer`} to it:`),
      make('ul', {}, names.slice(0, 8).map(name => make('li', {}, name)), names.length > 8 ? make('li', {}, `and ${names.length - 8} more`) : null),
      confirm, make('button', { type: 'button', onclick: () => { this.more.replaceChildren(); this.focus(); } }, 'Keep')), confirm);
  }

  #ask(element, focused) {
    this.more.replaceChildren(element);
    focused.focus();
  }

  // --- What the record says

  #citations(claim) {
    const cites = claim.record.cite || [];
    if (!cites.length) return make('p', { class: 'note' }, 'No source.');
    return make('ul', { class: 'citations' }, cites.map(cite => make('li', {},
      cite.quote ? make('blockquote', {}, cite.quote) : null,
      make('p', { class: 'note' }, [cite.source, cite.speaker && `said by ${this.#name(cite.speaker)}`, cite.stance === 'denies' && 'denies it', cite.note].filter(Boolean).join(' · ')),
      this.#showButton(claim, cite))));
  }

  #showButton(claim, cite) {
    const passage = (claim.passages || []).find(each => each.source === cite.source && this.#isQuoted(each, cite));
    if (!passage) return null;
    return make('button', { type: 'button', class: 'small', onclick: () => this.#dispatch('passage', { passage }) }, 'Show in the text');
  }

  // With the text at hand, the passage of this very quote; else the first one of the source.
  #isQuoted(passage, cite) {
    const { source } = this.store.state;
    if (source?.id !== cite.source || !cite.quote) return true;
    const squeezed = text => text.replace(/\s+/gu, ' ').replace(/[“”„"]/gu, '"').trim().slice(0, 20);
    return squeezed(source.text.slice(passage.start, passage.end)) === squeezed(cite.quote) || /…|\.\.\./.test(cite.quote);
  }

  #keys(claim) {
    // The label above says what happened; parts of the record have places of their own.
    const hidden = ['cite', 'what', 'phases', 'offices', 'links'], order = Object.keys(keyNames);
    const place = key => (order.includes(key) ? order.indexOf(key) : order.length);
    const rows = Object.entries(claim.record).filter(([key, value]) => !hidden.includes(key) && value !== null)
      .sort(([one], [other]) => place(one) - place(other));
    return make('dl', { class: 'record' }, rows.map(([key, value]) => [make('dt', {}, keyNames[key] || key), make('dd', {}, this.#written(key, value))]));
  }

  #written(key, value) {
    if (Array.isArray(value)) return value.map(each => this.#written(key, each)).join(', ');
    if (value && typeof value === 'object') return value.described ? `“${value.described}”` : Object.entries(value).map(([name, each]) => `${name} ${this.#written(name, each)}`).join(', ');
    if (key === 'on' || key === 'during') return words(String(value)) ? `${words(String(value))} (${value})` : String(value);
    if (value === true || value === 'true') return 'yes';
    return this.#name(String(value));
  }

  #name(id) {
    const entity = this.store.entity(id);
    return entity ? entity.name : id;
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
    if (name === 'passage') announce('Shown in the text.');
  }
}
