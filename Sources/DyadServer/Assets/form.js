// The form for a claim: a new one of the selected words, or an existing one.
import { announce } from './announce.js';
import { freshId, make } from './dom.js';
import { formKind, kinds } from './kinds.js';
import { namedIn, speakerIn } from './names.js';
import { additions, changes, formValues } from './records.js';
import { get } from './server.js';

export class ClaimForm extends EventTarget {
  #fields = {};
  #kind = 'event';
  #subject = null;

  constructor(store) {
    super();
    this.store = store;
  }

  // A form for the words of a passage; values that are given replace those that the kind starts with.
  forPassage(kind, passage, values = {}) {
    const { source } = this.store.state;
    this.#subject = { passage, quote: source.text.slice(passage.start, passage.end).replace(/\s+/gu, ' ').trim(), source: source.id, id: null, version: this.store.state.version };
    return this.#shown(kind, values);
  }

  // A form for a claim, with the record that the server has for it; null for kinds that have none.
  forClaim(claim) {
    const kind = formKind(claim.kind, this.store.state.vocabulary.entityKinds);
    if (!kind || kind === 'link') return null;
    const before = formValues(claim.record, this.store.state), citation = claim.record.cite?.[0] || {};
    this.#subject = { passage: claim.passages?.find(each => each.source === this.store.state.source?.id) || null, quote: citation.quote || '', source: citation.source, id: claim.id, isProposed: Boolean(claim.draft), before, version: this.store.state.version };
    return this.#shown(kind, before);
  }

  get isNew() {
    return !this.#subject.id;
  }

  // What sending the form does.
  get #verb() {
    return this.isNew ? 'Add' : this.#subject.isProposed ? 'Accept' : 'Save';
  }

  focus() {
    const first = this.root.querySelector('.fields input, .fields select');
    first?.focus();
    if (first?.select && this.isNew) first.select();
  }

  // --- Building

  #shown(kind, values) {
    this.#kind = kind;
    this.#fieldsRoot = make('div');
    this.errors = make('div', { class: 'errors', role: 'alert' });
    const titleId = freshId('title'), { quote } = this.#subject;
    this.root = make('form', { class: 'claim-form', 'aria-labelledby': titleId, novalidate: false },
      make('h2', { id: titleId }, this.isNew ? 'New claim' : `${this.#subject.isProposed ? 'Correct' : 'Edit'} ${kinds[kind].noun}`),
      quote ? make('blockquote', {}, quote) : null,
      this.isNew ? this.#kindChoice() : null,
      this.#fieldsRoot, this.errors,
      make('div', { class: 'row send' }, make('button', { type: 'submit', class: 'primary' }, this.#verb),
        make('button', { type: 'button', onclick: () => this.#close() }, 'Cancel')));
    this.root.addEventListener('submit', event => { event.preventDefault(); this.#submit(); });
    this.root.addEventListener('keydown', event => this.#pressed(event));
    this.#build(values);
    return this.root;
  }

  #fieldsRoot = null;

  #kindChoice() {
    const group = freshId('kind');
    return make('fieldset', { class: 'kinds' }, make('legend', { class: 'unseen' }, 'Kind of claim'), Object.entries(kinds).map(([kind, { label }]) =>
      make('label', {}, make('input', { type: 'radio', name: group, value: kind, checked: kind === this.#kind, onchange: () => this.#switch(kind) }), label)));
  }

  // What both kinds have stays.
  #switch(kind) {
    const now = this.#values();
    const kept = Object.fromEntries(Object.entries(now).filter(([name, value]) => ['speaker', 'stance', 'confidence', 'basis', 'note'].includes(name) && value));
    this.#kind = kind;
    this.#build(kept);
  }

  #build(values) {
    const kind = kinds[this.#kind], { quote, passage } = this.#subject, { state } = this.store;
    const context = { store: this.store, vocabulary: state.vocabulary, passage: quote };
    const main = kind.fields(context), more = kind.more(context);
    this.#fields = { ...main, ...more };
    if (!this.isNew) this.#omitFixed(main, more);
    const start = this.isNew ? { ...kind.start(quote, { entities: state.entities, claim: this.store.claim(this.store.choice.claim) }), ...this.#speaker() } : {};
    for (const [name, value] of Object.entries({ ...start, ...values })) this.#fields[name]?.set(value);
    const extra = Object.entries(more).map(([, field]) => field.root);
    const isUsed = Object.entries(more).some(([, field]) => { const value = field.get(); return Array.isArray(value) ? value.length : value && value !== 'asserts'; });
    this.#fieldsRoot.replaceChildren(
      make('div', { class: 'fields' }, Object.values(main).map(field => field.root)),
      extra.length ? make('details', { open: isUsed }, make('summary', {}, 'More: speaker, stance, note …'), make('div', { class: 'fields' }, extra)) : '');
    this.#arrangeKind();
    if (kind.dateName && passage) this.#suggestDates(this.#fields[kind.dateName], kind);
  }

  // Citations are added and removed as citations; the ends of a relation and the official of an office are what the claim is about.
  #omitFixed(main, more) {
    for (const name of ['speaker', 'stance', 'relationKind', 'from', 'to', 'by', 'official', 'title', 'partyKind']) {
      delete main[name];
      delete more[name];
      delete this.#fields[name];
    }
    if (this.#kind === 'party' || this.#kind === 'holding') { delete main.of; delete this.#fields.of; }
  }

  // Only kinds with a mediator have one.
  #arrangeKind() {
    const { relationKind, from, to, by } = this.#fields;
    if (!relationKind) return;
    const arrange = () => {
      const kind = this.store.state.vocabulary.relationKinds.find(each => each.id === relationKind.get());
      by.root.hidden = !kind?.isMediated;
      from.root.querySelector('label').textContent = kind?.isDirected ? 'From' : 'Between';
      to.root.querySelector('label').textContent = kind?.isDirected ? 'To' : 'And';
    };
    relationKind.input.addEventListener('change', arrange);
    arrange();
  }

  #speaker() {
    const said = speakerIn(this.#subject.quote);
    if (!said) return {};
    const [entity] = namedIn(this.store.state.entities, said);
    return { speaker: entity ? entity.id : said };
  }

  async #suggestDates(field, kind) {
    const { source } = this.store.state, { start, end } = this.#subject.passage;
    const byPublication = source.published
      ? [{ words: 'by the publication', edtf: kind.byPublication(source.published), rule: 'not after the publication of the source', isWeak: true }] : [];
    let dates = [];
    try {
      dates = (await get('dates', { source: source.id, start, end })).dates;
    } catch (error) {
      // Without suggestions, the date is typed.
      if (error.status !== 404) this.#explain(error);
    }
    field.suggest([...dates.slice(0, 3).map(date => ({ ...date, edtf: kind.suggest(date.edtf) })), ...byPublication]);
  }

  // --- Sending

  #values() {
    return Object.fromEntries(Object.entries(this.#fields).map(([name, field]) => [name, field.get()]));
  }

  #pressed(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (event.key === 'Enter' && (event.target.matches('select') || event.ctrlKey)) {
      event.preventDefault();
      this.root.requestSubmit();
    }
  }

  async #submit() {
    const left = Object.values(this.#fields).map(field => field.pending?.()).find(Boolean);
    if (left) return this.#complain([`“${left}” is not chosen: take one of the list, or remove it.`]);
    const { source, quote, id, isProposed, before, version } = this.#subject, kind = this.#kind, values = { ...this.#values(), source, quote };
    const edits = this.isNew ? additions(kind, values, this.store.state) : changes(kind, id, before, { ...before, ...values }, this.store.state, isProposed);
    if (!edits.length) return this.#close();
    const said = values.what || values.reads || values.title || values.name || id || quote;
    try {
      this.root.setAttribute('aria-busy', 'true');
      const answer = await this.store.edit(edits, version, `${this.isNew ? 'add' : isProposed ? 'accept' : 'edit'} ${kinds[kind].noun} “${said.slice(0, 60)}”`);
      const changed = answer.ids?.at(-1) || id;
      this.dispatchEvent(new CustomEvent('done', { detail: { id: kind === 'again' ? values.claim : changed, passage: this.#subject.passage, isNew: this.isNew, isProposed } }));
      announce(`${this.isNew ? 'Added' : isProposed ? 'Accepted' : 'Saved'} ${kinds[kind].noun} “${said.slice(0, 60)}”.`);
    } catch (error) {
      this.#explain(error);
    } finally {
      this.root.removeAttribute('aria-busy');
    }
  }

  #explain(error) {
    const lines = error.diagnostics?.length ? error.diagnostics.map(each => [each.message, ...(each.suggestion ? [each.suggestion] : [])].join('; ')) : [error.message];
    if (error.isConflict) {
      // Sent once more, it is meant in spite of the change.
      this.#subject.version = error.version ?? this.#subject.version;
      lines.push(`What you typed is kept; ${this.#verb} writes it in spite of that.`);
    }
    this.#complain(lines);
  }

  #complain(lines) {
    this.errors.replaceChildren(...lines.map(line => make('p', {}, line)));
    this.errors.scrollIntoView({ block: 'nearest' });
  }

  #close() {
    this.dispatchEvent(new Event('closed'));
  }
}
