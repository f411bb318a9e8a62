// What the server knows and what the user has chosen. Every part of the page listens; only the store changes either.
import * as address from './address.js';
import { words } from './dates.js';
import { get, post } from './server.js';

// Whether the text of the source has the quote of a proposal.
const isPlaced = draft => typeof draft.start === 'number';

// A party that is proposed, as the server describes an entity.
const proposedParty = ({ id, kind, record: { name, short, serves, of, type } }) => ({
  id, kind, name: name || id, short, names: [name || id], type, home: serves || of, codes: {}, draft: true
});

export class Store extends EventTarget {
  // The answer to /edit/state; null until the first one.
  state = null;
  // The proposals for the source, by id.
  drafts = new Map();
  // The source, view, date and claim that are chosen.
  choice = address.read(location.search);
  #latest = 0;

  claim(id) {
    return this.state?.claims[id] || null;
  }

  // A proposal as the server describes a claim; null for what is none. How it was found is not what it says.
  draft(id) {
    const draft = this.drafts.get(id);
    if (!draft) return null;
    const source = draft.source || this.state.source.id, { note, draft: _, ...record } = draft.record;
    record.cite = draft.quote ? [{ source, quote: draft.quote }] : [];
    return { ...draft, draft: true, record, rule: draft.rule || note, passages: isPlaced(draft) ? [{ source, start: draft.start, end: draft.end }] : [] };
  }

  // The marks of the text, those of proposals among them.
  get marks() {
    const proposed = [...this.drafts.values()].filter(isPlaced).map(({ id, start, end }) => ({ start, end, claims: [id], draft: true }));
    return [...(this.state?.source?.marks || []), ...proposed].sort((one, other) => one.start - other.start || one.end - other.end);
  }

  entity(id) {
    return this.state.entities.find(entity => entity.id === id) || null;
  }

  // Only the answer to the latest request counts: an earlier one may arrive later.
  async load() {
    const turn = ++this.#latest, { source, view, on } = this.choice, known = this.state?.source;
    // A text that the page has is not sent again.
    const has = known && (!source || source === known.id) ? known.textVersion : null;
    let state = await get('state', { source, view, on, text: has });
    if (state.source && state.source.text === undefined) {
      if (state.source.id === known?.id) state.source.text = known.text;
      else state = await get('state', { source, view, on });
    }
    const drafts = await this.#draftsOf(state.source);
    if (turn !== this.#latest) return;
    this.state = state;
    this.drafts = new Map(drafts.map(draft => [draft.id, draft]));
    for (const draft of drafts) state.claims[draft.id] = { ...draft, when: words(draft.date || '') || '', tone: null, draft: true };
    const parties = new Set(state.vocabulary.entityKinds.map(kind => kind.id || kind));
    state.entities.push(...drafts.filter(draft => parties.has(draft.kind)).map(proposedParty));
    this.#dispatch('state');
  }

  // Shows another source, view or date.
  async show(change) {
    Object.assign(this.choice, change);
    this.#writeAddress();
    await this.load();
  }

  // Chooses a claim, or none.
  choose(claim, origin = null) {
    this.choice.claim = claim;
    this.#writeAddress();
    this.#dispatch('choice', { origin });
  }

  // A server without proposals has none.
  async #draftsOf(source) {
    if (!source?.hasText) return [];
    try {
      return (await get('drafts', { source: source.id })).drafts;
    } catch (error) {
      if (error.status === 404) return [];
      throw error;
    }
  }

  // All of the edits, or none, on the version that the user saw; what was changed.
  edit(edits, version, label) {
    return this.#changing(() => post('edits', { version, edits, label }));
  }

  // With `drop`, a change that no longer fits the files is taken off the list.
  undo(drop = false) {
    return this.#changing(() => post('undo', drop ? { drop } : {}));
  }

  redo(drop = false) {
    return this.#changing(() => post('redo', drop ? { drop } : {}));
  }

  propose() {
    return this.#changing(() => post('propose', { source: this.state.source.id }));
  }

  accept(ids) {
    return this.#changing(() => post('accept', { ids }));
  }

  reject(ids) {
    return this.#changing(() => post('reject', { ids }));
  }

  // What this page changes itself is no news to it.
  #changes = 0;

  async #changing(request) {
    this.#changes++;
    try {
      const answer = await request();
      await this.load();
      return answer;
    } finally {
      this.#changes--;
    }
  }

  // Loads again after an editor or another page has changed the files.
  async watch() {
    try {
      const { version } = await get('version'), before = this.state?.version;
      this.#dispatch('server', { isThere: true });
      if (before !== undefined && version !== before && !this.#changes) {
        await this.load();
        if (this.state.version !== before) this.#dispatch('changed');
      }
    } catch (error) {
      this.#dispatch('server', { isThere: false, message: error.message });
    }
    setTimeout(() => this.watch(), document.hidden ? 5000 : 1000);
  }

  #writeAddress() {
    history.replaceState(null, '', location.pathname + address.written(this.choice));
  }

  #dispatch(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
