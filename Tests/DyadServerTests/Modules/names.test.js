import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNamedIn, matching, nameIn, namedIn, numberedId, officeIn, speakerIn } from './names.js';

const entities = [
  { id: 'ttp', name: 'Tehreek-e-Taliban Pakistan', short: 'TTP', names: [] }, { id: 'pakistan', name: 'Pakistan', names: ['پاکستان'] },
  { id: 'turkey', name: 'Republic of Türkiye', short: 'Türkiye', names: [] }, { id: 'india', name: 'India', names: [] }
];
const ids = found => found.map(entity => entity.id);

test('completion goes by name, short form, alias and id, the best match first', () => {
  assert.deepEqual(ids(matching(entities, 'pak')), ['pakistan', 'ttp']);
  assert.deepEqual(ids(matching(entities, 'TTP')), ['ttp']);
  assert.deepEqual(ids(matching(entities, 'پاک')), ['pakistan']);
  assert.deepEqual(ids(matching(entities, 'turk')), ['turkey']);
  assert.deepEqual(ids(matching(entities, 'xyz')), []);
});

test('a passage names whole words only, in its order', () => {
  assert.deepEqual(ids(namedIn(entities, 'Indian traders left India for Pakistan')), ['india', 'pakistan']);
  assert.equal(isNamedIn('Iran', 'Iranian forces'), false);
});

test('speakers are found before and after their verb', () => {
  assert.equal(speakerIn('“This is a beginning,” said one official, speaking anonymously.'), 'one official');
  assert.equal(speakerIn('According to the Express Tribune, they came away convinced.'), 'the Express Tribune');
  assert.equal(speakerIn('According to a report published in the Express Tribune newspaper, the team was convinced.'), 'the Express Tribune newspaper');
  assert.equal(speakerIn('Despite these advances, Pakistani officials caution that more is needed.'), 'Pakistani officials');
  assert.equal(speakerIn('The Taliban began arresting Afghan nationals.'), null);
});

test('a short form in parentheses, a title before a name and after it', () => {
  assert.deepEqual(nameIn('the Tehreek-e-Taliban Pakistan (TTP)'), { name: 'Tehreek-e-Taliban Pakistan', short: 'TTP' });
  assert.deepEqual(nameIn('Express Tribune.'), { name: 'Express Tribune', short: '' });
  assert.deepEqual(officeIn('Deputy Prime Minister Ishaq Dar'), { name: 'Ishaq Dar', title: 'Deputy Prime Minister' });
  assert.deepEqual(officeIn('Ishaq Dar, the foreign minister'), { name: 'Ishaq Dar', title: 'foreign minister' });
});

test('only names without Latin letters need an id', () => {
  assert.equal(numberedId('Şırnak', 'place', new Set()), null);
  assert.equal(numberedId('پاکستان', 'state', new Set(['state-1'])), 'state-2');
});
