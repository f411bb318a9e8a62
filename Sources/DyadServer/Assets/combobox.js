// A text field with a list of completions (the combobox pattern of the ARIA Authoring Practices).
import { freshId, make } from './dom.js';

// options(text) returns [{ label, detail, value }]; choose(value) is called with a chosen one. While text is typed, the first option
// is active, so that Enter, Tab or a comma takes it. An empty field offers its options without an active one.
export function combobox({ id, label, description = null, options, choose, commit = null, placeholder = '' }) {
  const listId = freshId('options');
  const list = make('ul', { id: listId, role: 'listbox', 'aria-label': label, class: 'options', hidden: true });
  const input = make('input', {
    id, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', placeholder,
    'aria-expanded': 'false', 'aria-controls': listId, 'aria-autocomplete': 'list', 'aria-describedby': description
  });
  const root = make('div', { class: 'combobox' }, input, list);
  let offered = [], active = -1;

  function activate(index) {
    active = index;
    for (const [place, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(place === index));
    const option = list.children[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  }

  function open() {
    offered = options(input.value).slice(0, 30);
    list.replaceChildren(...offered.map((option, index) => make('li', {
      id: `${listId}-${index}`, role: 'option', 'aria-selected': 'false',
      // The field keeps the focus.
      onmousedown: event => { event.preventDefault(); take(index); }
    }, make('span', {}, option.label), option.detail ? make('span', { class: 'detail' }, option.detail) : null)));
    list.hidden = offered.length === 0;
    input.setAttribute('aria-expanded', String(offered.length > 0));
    place();
    activate(input.value.trim() && offered.length ? 0 : -1);
  }

  // Beside the field and outside of what scrolls, below it if there is more room.
  function place() {
    const field = input.getBoundingClientRect(), below = innerHeight - field.bottom, isBelow = below > 220 || below > field.top;
    Object.assign(list.style, {
      left: `${field.left}px`, width: `${field.width}px`, maxHeight: `${Math.min(220, (isBelow ? below : field.top) - 12)}px`,
      top: isBelow ? `${field.bottom + 2}px` : 'auto', bottom: isBelow ? 'auto' : `${innerHeight - field.top + 2}px`
    });
  }

  function take(index) {
    const { value } = offered[index];
    input.value = '';
    choose(value);
    close();
  }

  input.addEventListener('input', open);
  // What is filled in already needs no completion on the way past.
  input.addEventListener('focus', () => { if (!input.value) open(); });
  input.addEventListener('click', () => { if (list.hidden) open(); });
  input.addEventListener('blur', () => { close(); commit?.(); });
  input.addEventListener('keydown', event => {
    const isOpen = !list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) open();
      const step = event.key === 'ArrowDown' ? 1 : -1, count = offered.length;
      if (count) activate(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if ((event.key === 'Enter' || event.key === ',') && isOpen && active >= 0) {
      event.preventDefault();
      event.stopPropagation();
      take(active);
    } else if (event.key === 'Tab' && isOpen && active >= 0) {
      take(active);
    }
  });
  return { root, input, close, refresh: () => { if (document.activeElement === input) open(); } };
}
