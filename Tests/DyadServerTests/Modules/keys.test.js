import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named } from './keys.js';
import { read, written } from './address.js';

const pressed = (key, ...held) => named({ key, ctrlKey: held.includes('ctrl'), metaKey: held.includes('meta'), altKey: held.includes('alt'), shiftKey: held.includes('shift') });

test('keys are named as the help writes them', () => {
  assert.equal(pressed('z', 'ctrl'), 'Control+Z');
  assert.equal(pressed('Z', 'ctrl', 'shift'), 'Control+Shift+Z');
  assert.equal(pressed('z', 'meta'), 'Control+Z');
  assert.equal(pressed('?', 'shift'), '?');
  assert.equal(pressed('ArrowLeft', 'alt', 'shift'), 'Alt+Shift+ArrowLeft');
});

test('an address restores what it was written for', () => {
  const choice = { source: 'thaw', view: 'between~a~b', on: '2025-04-19', claim: 'a_[..2025]_..' };
  assert.deepEqual(read(written(choice)), choice);
  assert.equal(written(read('')), '');
  assert.deepEqual(read('?token=x&view=ties'), { source: null, view: 'ties', on: null, claim: null });
});
