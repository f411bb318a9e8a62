import assert from 'node:assert/strict';
import { test } from 'node:test';
import { additions, changes, formValues } from './records.js';

const state = {
  claims: {}, entities: [{ id: 'pakistan', name: 'Pakistan' }, { id: 'kabul', name: 'Kabul' }],
  relations: [{ id: 'p-k', kind: 'ties', parties: ['pakistan', 'kabul'] }],
  vocabulary: { relationKinds: [{ id: 'ties', isDirected: false }, { id: 'pressure', isDirected: true }, { id: 'mediation', isMediated: true }] }
};
const quoted = { source: 'thaw', quote: 'Ishaq Dar visited Kabul' };

test('an event names new parties by the edits that make them, and each is made once', () => {
  const dar = { fresh: { kind: 'official', name: 'Ishaq Dar' } };
  const edits = additions('event', {
    ...quoted, what: 'Dar visits Kabul', on: '2025-04-19', type: 'CONSULT', actors: [dar], recipients: [{ id: 'kabul' }, { described: 'traders' }],
    affects: [dar], stance: 'asserts', key: false, tone: ''
  }, state);
  assert.deepEqual(edits, [
    { verb: 'add', kind: 'entity', record: { kind: 'official', name: 'Ishaq Dar', cite: [quoted] } },
    {
      verb: 'add', kind: 'event', record: {
        on: '2025-04-19', what: 'Dar visits Kabul', type: 'CONSULT', actors: ['@1'], recipients: ['kabul', { described: 'traders' }], affects: ['@1'], cite: [quoted]
      }
    }
  ]);
});

test('a phase joins the relation between the two, or begins one', () => {
  const values = { ...quoted, relationKind: 'ties', from: { id: 'kabul' }, to: { id: 'pakistan' }, during: '2025-03/..', reads: 'thawing', tone: '3' };
  assert.deepEqual(additions('phase', values, state)[0].record, { relation: 'p-k', during: '2025-03/..', reads: 'thawing', tone: 3, cite: [quoted] });
  const [edit] = additions('phase', { ...values, relationKind: 'pressure' }, state);
  assert.equal(edit.kind, 'relation');
  assert.deepEqual([edit.record.from, edit.record.to, edit.record.phases.length], ['kabul', 'pakistan', 1]);
});

test('the speaker and the stance are of the citation', () => {
  const [edit] = additions('again', { ...quoted, claim: 'visit', stance: 'denies', speaker: 'kabul' }, state);
  assert.deepEqual(edit, { verb: 'cite', id: 'visit', cite: { ...quoted, speaker: 'kabul', stance: 'denies' } });
});

test('an unchanged form changes nothing, and an emptied field removes its key', () => {
  const record = { on: '2025', what: 'A visit', type: 'CONSULT', actors: ['pakistan', { described: 'envoys', number: 'over 7' }], place: 'kabul', key: true, tone: 2, numbers: { dead: 3 }, note: 'x' };
  const before = formValues(record, state);
  assert.deepEqual(changes('event', 'visit', before, before, state), []);
  const [edit] = changes('event', 'visit', before, { ...before, note: '', what: 'Visit', key: false }, state);
  assert.deepEqual(edit, { verb: 'edit', id: 'visit', keys: { what: 'Visit', key: null, note: null } });
});

test('a name in a script of which no id can be made gets one', () => {
  const edits = additions('party', { ...quoted, partyKind: 'state', name: 'پاکستان', of: null }, state);
  assert.equal(edits[0].record.id, 'state-1');
});

test('a party that is proposed is accepted with the claim that names it', () => {
  const proposed = { ...state, entities: [...state.entities, { id: 'peru', name: 'Peru', kind: 'state', draft: true }] };
  const values = { ...quoted, what: 'A visit', on: '2025', type: 'CONSULT', actors: [{ id: 'peru' }], recipients: [{ id: 'kabul' }], affects: [{ id: 'peru' }] };
  const edits = additions('event', values, proposed);
  assert.deepEqual(edits.map(edit => [edit.verb, edit.id]), [['accept', 'peru'], ['add', undefined]]);
  assert.deepEqual(edits[1].record.actors, ['peru']);
});

test('a corrected proposal is accepted, then changed, and an unchanged one only accepted', () => {
  const before = formValues({ on: '2025', what: 'A visit', type: 'CONSULT', actors: ['pakistan'] }, state);
  assert.deepEqual(changes('event', 'visit', before, before, state, true), [{ verb: 'accept', id: 'visit' }]);
  const fresh = { fresh: { kind: 'group', name: 'TTP' } };
  const edits = changes('event', 'visit', before, { ...before, actors: [fresh], source: 'thaw', quote: 'TTP' }, state, true);
  assert.deepEqual(edits.map(edit => edit.verb), ['add', 'accept', 'edit']);
  assert.deepEqual(edits[2].keys, { actors: ['@1'] });
});
