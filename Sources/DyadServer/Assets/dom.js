// Elements in one expression. Content is text or elements, never markup, so nothing in a source or a name can run.

// make('button', { class: 'plain', onclick: work, 'aria-pressed': true }, 'Undo')
export function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'data') Object.assign(element.dataset, value);
    else if (key === 'value') element.value = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...content.flat(Infinity).filter(part => part !== null && part !== undefined && part !== false));
  return element;
}

export const byId = id => document.getElementById(id);

export const all = (place, selector) => [...place.querySelectorAll(selector)];

let count = 0;
// An id that no other element has, those of the sheet included, for labels and descriptions.
export const freshId = name => `workbench-${name}-${++count}`;

// Scrolls the box around a rectangle of the window as little as shows it, and nothing else of the page.
export function reveal(rectangle, box) {
  const frame = box.getBoundingClientRect(), margin = Math.min(48, frame.height / 4);
  if (rectangle.top < frame.top + margin) box.scrollTop -= frame.top + margin - rectangle.top;
  else if (rectangle.bottom > frame.bottom - margin) box.scrollTop += rectangle.bottom - frame.bottom + margin;
}
