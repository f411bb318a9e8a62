// From what a form contains to records of the dossier, and back.
import { isNamedIn, numberedId } from './names.js';

// A party of a form is { id }, { described, number? } or, for one that does not exist yet, { fresh: { kind, name } }.

const isEmpty = value => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const withoutEmpty = record => Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)));

function citation(values) {
  return withoutEmpty({
    source: values.source, quote: values.quote, speaker: values.speaker, stance: values.stance === 'asserts' ? null : values.stance
  });
}

// Adds the records of new parties before the record that names them. The server makes their ids: '@1' is that of the first edit.
class Register {
  edits = [];
  #values;
  #taken;
  #made = new Map();
  // The parties that are proposed, and not accepted by these edits yet.
  #proposed;

  constructor(values, state) {
    this.#values = values;
    this.#taken = new Set(state.entities.map(entity => entity.id));
    this.#proposed = new Set(state.entities.filter(entity => entity.draft).map(entity => entity.id));
  }

  // The id of a new entity where the server could make none of its name.
  id(name, kind) {
    const id = numberedId(name, kind, this.#taken);
    if (id) this.#taken.add(id);
    return id;
  }

  // What the record writes for a party.
  mention(party) {
    if (!party) return null;
    if (party.id) {
      if (this.#proposed.delete(party.id)) this.edits.push({ verb: 'accept', id: party.id });
      return party.id;
    }
    if (party.described) return withoutEmpty({ described: party.described, number: party.number });
    const { kind, name, serves } = party.fresh;
    if (this.#made.has(name)) return this.#made.get(name);
    const { source, quote } = this.#values;
    const record = withoutEmpty({ id: this.id(name, kind), name, serves, cite: isNamedIn(name, quote || '') ? [{ source, quote }] : null });
    this.edits.push({ verb: 'add', kind: 'entity', record: { kind, ...record } });
    this.#made.set(name, `@${this.edits.length}`);
    return this.#made.get(name);
  }

  mentions(parties) {
    return (parties || []).map(party => this.mention(party));
  }
}

const number = text => (isEmpty(text) ? null : Number(text));
const shared = values => ({ confidence: values.confidence, basis: values.basis, note: values.note });

// The keys that a form writes, by the kind of claim.
const keys = {
  event: (values, register) => ({
    on: values.on, what: values.what, type: values.type, mode: values.mode,
    actors: register.mentions(values.actors), recipients: register.mentions(values.recipients),
    affects: register.mentions(values.affects), effect: number(values.effect), place: values.placeText,
    tone: number(values.tone), key: values.key || null, ...shared(values)
  }),
  phase: values => ({ during: values.during, reads: values.reads, tone: number(values.tone), ...shared(values) }),
  holding: values => ({ during: values.during, ...shared(values) }),
  party: values => ({ name: values.name, short: values.short, type: values.partyType, ...shared(values) }),
  link: values => ({ basis: values.basis, note: values.note })
};

// The edits that make the claim of a new form; cite is that of the selected words.
export function additions(kind, values, state) {
  const register = new Register(values, state), cite = [citation(values)];
  const add = (what, record) => [...register.edits, { verb: 'add', kind: what, record: withoutEmpty(record) }];
  if (kind === 'again') return [{ verb: 'cite', id: values.claim, cite: cite[0] }];
  if (kind === 'event') {
    const record = keys.event(values, register);
    const isNameless = /[a-z0-9]/i.test(values.what) ? null : `event-${Object.keys(state.claims).length + 1}`;
    return add('event', { id: isNameless, ...record, cite });
  }
  if (kind === 'phase') {
    const relation = relationOf(values, register, state), phase = withoutEmpty({ ...keys.phase(values), cite });
    if (relation.id) return add('phase', { relation: relation.id, ...phase });
    return add('relation', { ...relation.record, phases: [phase] });
  }
  if (kind === 'holding') {
    const official = register.mention(values.official), of = register.mention(values.of);
    return add('holding', { official, title: values.title, of, ...keys.holding(values), cite });
  }
  if (kind === 'link') return add('link', { event: values.event, [values.linkKind]: values.target, ...keys.link(values), cite });
  const id = register.id(values.short || values.name, values.partyKind);
  const home = register.mention(values.of);
  const belongs = values.partyKind === 'official' ? { serves: home } : { of: home };
  return add('entity', { kind: values.partyKind, id, ...keys.party(values), ...belongs, cite });
}

// The relation of a phase: one that exists between these two of this kind, or a new one.
function relationOf(values, register, state) {
  const kind = state.vocabulary.relationKinds.find(each => each.id === values.relationKind) || {};
  const [from, to] = [register.mention(values.from), register.mention(values.to)];
  const by = kind.isMediated ? register.mention(values.by) : null;
  const isSame = relation => relation.kind === values.relationKind
    && (kind.isDirected ? relation.parties[0] === from && relation.parties[1] === to : relation.parties.includes(from) && relation.parties.includes(to));
  const known = by ? null : state.relations.find(isSame);
  if (known) return { id: known.id };
  const ends = kind.isDirected ? { from, to } : { between: [from, to] };
  return { record: withoutEmpty({ ...ends, by, kind: values.relationKind }) };
}

// The edits that give a claim what the form now contains; null removes a key. A proposal is accepted first.
export function changes(kind, id, before, after, state, isProposed = false) {
  const register = new Register(after, state), changed = {};
  const [old, now] = [keys[kind](before, new Register(before, state)), keys[kind](after, register)];
  for (const [key, value] of Object.entries(now)) {
    const wanted = isEmpty(value) ? null : value, had = isEmpty(old[key]) ? null : old[key];
    if (JSON.stringify(wanted) !== JSON.stringify(had)) changed[key] = wanted;
  }
  const accepted = isProposed ? [{ verb: 'accept', id }] : [];
  return Object.keys(changed).length ? [...register.edits, ...accepted, { verb: 'edit', id, keys: changed }] : accepted;
}

// --- From a record to a form

function party(mention, state) {
  if (isEmpty(mention)) return null;
  if (typeof mention === 'object') return { described: mention.described, number: mention.number };
  return state.entities.some(entity => entity.id === mention) ? { id: mention } : { described: mention };
}

const text = value => (value === null || value === undefined ? '' : String(value));
const list = value => (Array.isArray(value) ? value : isEmpty(value) ? [] : [value]);

// What a form contains for an existing claim.
export function formValues(record, state) {
  const parties = key => list(record[key]).map(mention => party(mention, state));
  return {
    ...Object.fromEntries(Object.entries(record).map(([key, value]) => [key, typeof value === 'object' ? value : text(value)])),
    actors: parties('actors'), recipients: parties('recipients'), affects: parties('affects'),
    placeText: text(record.place), key: record.key === true || record.key === 'true',
    partyType: text(record.type), tone: text(record.tone), effect: text(record.effect)
  };
}
