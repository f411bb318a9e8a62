// What each key does: the table that the page listens to, and that the help shows.
import { openKeys } from './dialogs.js';
import { kinds } from './kinds.js';

// bench: the functions of the page that keys call.
export function bindings(bench) {
  const moving = move => event => {
    move(bench.cursor, event);
    bench.selectFromKeys();
  };
  const rows = [
    { where: 'text', keys: ['ArrowRight'], label: 'the next word', run: moving(cursor => cursor.word(1, false)) },
    { where: 'text', keys: ['ArrowLeft'], label: 'the previous word', run: moving(cursor => cursor.word(-1, false)) },
    { where: 'text', keys: ['ArrowDown'], label: 'the next sentence', run: moving(cursor => cursor.sentence(1, false)) },
    { where: 'text', keys: ['ArrowUp'], label: 'the previous sentence', run: moving(cursor => cursor.sentence(-1, false)) },
    { where: 'text', keys: ['Shift+ArrowRight'], label: 'extend by a word', run: moving(cursor => cursor.word(1, true)) },
    { where: 'text', keys: ['Shift+ArrowLeft'], label: 'shorten by a word', run: moving(cursor => cursor.word(-1, true)) },
    { where: 'text', keys: ['Shift+ArrowDown'], label: 'extend by a sentence', run: moving(cursor => cursor.sentence(1, true)) },
    { where: 'text', keys: ['Shift+ArrowUp'], label: 'extend backwards by a sentence', run: moving(cursor => cursor.sentence(-1, true)) },
    { where: 'text', keys: ['Alt+Shift+ArrowRight'], label: 'begin a word later', run: moving(cursor => cursor.start(1)) },
    { where: 'text', keys: ['Alt+Shift+ArrowLeft'], label: 'begin a word earlier', run: moving(cursor => cursor.start(-1)) },
    { where: 'text', keys: ['Control+Home'], label: 'the first word', run: moving(cursor => cursor.edgeOfText(false)) },
    { where: 'text', keys: ['Control+End'], label: 'the last word', run: moving(cursor => cursor.edgeOfText(true)) },
    { where: 'text', keys: ['Enter'], label: 'the claim of the word, or a new claim of the selected words', run: bench.enterText },
    { where: 'page', keys: ['U'], label: 'the next passage that no claim quotes', run: bench.goToUnquoted },
    ...Object.entries(kinds).map(([kind, { key, label }]) => ({
      where: 'page', keys: [key.toUpperCase()], run: () => bench.openKind(kind),
      label: kind === 'again' ? 'cite a claim again with the selected words' : `new claim: ${label.toLowerCase()}`
    })),
    { where: 'page', keys: ['.'], label: 'the next proposal', run: () => bench.goToProposal(1) },
    { where: 'page', keys: [','], label: 'the previous proposal', run: () => bench.goToProposal(-1) },
    { where: 'page', keys: ['Control+Z'], label: 'undo', run: bench.undo },
    { where: 'page', keys: ['Control+Shift+Z', 'Control+Y'], label: 'redo', run: bench.redo },
    {
      where: 'page', keys: ['F6', 'Shift+F6'], label: 'the text, the sheet or the panel; in the sheet, arrow keys and Enter',
      run: event => bench.cycle(event.shiftKey ? -1 : 1)
    },
    { where: 'page', keys: ['?'], label: 'the keys', run: () => openKeys(rows) },
    { where: 'page', keys: ['Escape'], label: 'back to the text', run: bench.leave },
    ...[
      ['R', 'edit; correct a proposal'], ['Z', 'end (a phase, an office held)'], ['S', 'split a phase'], ['D', 'contest: cite words that deny it'], ['Delete', 'delete'],
      ['A', 'accept a proposal'], ['X', 'reject a proposal']
    ].map(([key, label]) => ({ where: 'claim', keys: [key], label, run: () => bench.ofClaim(key) })),
    { where: 'form', keys: ['Enter'], label: 'take the chosen completion, or add the claim' },
    { where: 'form', keys: ['Escape'], label: 'close the completions, or the form' },
    { where: 'form', keys: ['ArrowDown', 'ArrowUp'], label: 'the next or previous completion, or suggested date' },
    { where: 'form', keys: ['Backspace'], label: 'in an empty field, remove the last party' },
    { where: 'form', keys: ['Control+Enter'], label: 'add the claim from a field of several lines' }
  ];
  return rows;
}
