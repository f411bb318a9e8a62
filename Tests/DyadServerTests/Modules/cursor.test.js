import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cursor } from './cursor.js';

const text = 'One two. Three four five.\nSix seven.';
const selected = cursor => cursor.passage && text.slice(cursor.passage.start, cursor.passage.end);

function after(...moves) {
  const cursor = new Cursor(text);
  for (const [name, ...given] of moves) cursor[name](...given);
  return selected(cursor);
}

test('a word at a time, across sentences and lines', () => {
  assert.equal(after(['word', 1, false]), 'One');
  assert.equal(after(...Array.from({ length: 6 }, () => ['word', 1, false])), 'Six');
  assert.equal(after(['word', -1, false]), 'seven');
});

test('Shift extends, shortens, and turns around', () => {
  assert.equal(after(['place', 4], ['word', 1, true], ['word', 1, true]), 'two. Three four');
  assert.equal(after(['place', 4], ['word', 1, true], ['word', -1, true]), 'two');
  assert.equal(after(['place', 4], ['word', -1, true]), 'One two');
});

test('a sentence at a time with its full stop, and the rest of one that is begun', () => {
  assert.equal(after(['sentence', 1, false]), 'One two.');
  assert.equal(after(['sentence', 1, false], ['sentence', 1, false]), 'Three four five.');
  assert.equal(after(['sentence', 1, false], ['sentence', 1, true]), 'One two. Three four five.');
  assert.equal(after(['place', 9], ['sentence', 1, true]), 'Three four five.');
  assert.equal(after(['sentence', 1, false], ['word', -1, true]), 'One');
});

test('the beginning moves alone, and never behind the end', () => {
  assert.equal(after(['sentence', 1, false], ['start', 1]), 'two.');
  assert.equal(after(['sentence', 1, false], ['start', 1], ['start', 1]), 'two.');
  assert.equal(after(['place', 9], ['start', -1]), 'two. Three');
});

test('a cursor goes on from what was selected with the pointer', () => {
  assert.equal(after(['set', { start: 9, end: 25 }]), 'Three four five.');
  assert.equal(after(['set', { start: 9, end: 19 }], ['word', 1, true]), 'Three four five');
});

test('an empty text has nothing to select', () => {
  const cursor = new Cursor('');
  cursor.word(1, false);
  cursor.sentence(1, true);
  cursor.set({ start: 0, end: 0 });
  assert.equal(cursor.passage, null);
});
