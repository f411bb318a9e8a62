import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as passage from './passage.js';

const text = 'The TTP-led raid failed. “Peace,” said one official.\n\nKabul’s envoy left.';
const words = found => found && text.slice(found.start, found.end);

function walk(next, from) {
  const found = [];
  for (let at = next(text, from); at; at = next(text, at.end)) found.push(words(at));
  return found;
}

test('words keep their hyphens and apostrophes, and a walk crosses empty lines', () => {
  assert.deepEqual(walk(passage.nextWord, 0), ['The', 'TTP-led', 'raid', 'failed', 'Peace', 'said', 'one', 'official', 'Kabul’s', 'envoy', 'left']);
});

test('a walk backwards meets the same words', () => {
  const found = [];
  for (let at = passage.previousWord(text, text.length); at; at = passage.previousWord(text, at.start)) found.unshift(words(at));
  assert.deepEqual(found, walk(passage.nextWord, 0));
});

test('sentences have their full stops and no white space', () => {
  assert.deepEqual(walk(passage.nextSentence, 0), ['The TTP-led raid failed.', '“Peace,” said one official.', 'Kabul’s envoy left.']);
});

test('a selection grows to whole words and shrinks by its white space', () => {
  const around = (start, end) => words(passage.wholeWords(text, { start, end }));
  assert.equal(around(6, 13), 'TTP-led raid');
  assert.equal(around(3, 4), null);
  assert.equal(around(0, text.length), text);
});

test('languages without spaces have words', () => {
  const chinese = '巴基斯坦和阿富汗改善关系。';
  const first = passage.nextWord(chinese, 0);
  assert.ok(first.end < chinese.length);
});

test('the next unquoted passage is what marks leave of a sentence', () => {
  const mark = (part, more = {}) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length, ...more });
  assert.equal(words(passage.nextUnquoted(text, [], 0)), 'The TTP-led raid failed.');
  assert.equal(words(passage.nextUnquoted(text, [mark('The TTP-led raid')], 0)), 'failed.');
  assert.equal(words(passage.nextUnquoted(text, [mark('raid failed.')], 0)), 'The TTP-led');
  assert.equal(words(passage.nextUnquoted(text, [mark('The TTP-led raid failed.')], 0)), 'Peace,” said one official.');
  // Two marks may share a word, and a proposal is no quote.
  assert.equal(words(passage.nextUnquoted(text, [mark('The TT'), mark('P-led raid failed.')], 0)), 'Peace,” said one official.');
  assert.equal(words(passage.nextUnquoted(text, [mark('The TTP-led raid failed.', { draft: true })], 0)), 'The TTP-led raid failed.');
  assert.equal(passage.nextUnquoted(text, [{ start: 0, end: text.length }], 0), null);
});

test('an event is called by its words in one line, without final stop', () => {
  assert.equal(passage.shortened('“the raid\n failed.”'), 'The raid failed');
  assert.equal(passage.shortened('the envoys met;'), 'The envoys met');
  const long = passage.shortened(`${'word '.repeat(15)}, and then ${'more '.repeat(30)}`);
  assert.ok(long.length <= 100 && !long.endsWith(' '), long);
});

test('the work does not grow with the text', () => {
  const huge = `${'A sentence of some words. '.repeat(4)}\n`.repeat(20_000), start = performance.now();
  for (let step = 0, at = { end: huge.length / 2 }; step < 200; step++) at = passage.nextWord(huge, at.end);
  assert.ok(performance.now() - start < 500);
});
