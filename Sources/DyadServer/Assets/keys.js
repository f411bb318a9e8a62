// The keys of the page: one table, from which the help is written.

// 'Control+Shift+Z' of an event; on a Mac, the command key is Control here.
export function named(event) {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const isShifted = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key));
  return [(event.ctrlKey || event.metaKey) && 'Control', event.altKey && 'Alt', isShifted && 'Shift', key].filter(Boolean).join('+');
}

const isTyping = element => element.matches('input:not([type=radio], [type=checkbox]), textarea, select');

// rows: [{ keys, where: 'text' | 'page', label, run }]; a row without `run` only tells of a key that another part handles.
export function connectKeys(rows, { text }) {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const key = named(event);
    const row = rows.find(each => each.run && each.keys.includes(key) && (each.where !== 'text' || document.activeElement === text));
    if (!row || (isTyping(event.target) && !['Escape', 'F6', 'Shift+F6'].includes(key))) return;
    if (row.run(event) !== false) event.preventDefault();
  });
}
