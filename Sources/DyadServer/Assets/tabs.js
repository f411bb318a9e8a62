// On a narrow page the halves are tabs; on a wide one both are shown, and there are no tabs.
import { all, byId } from './dom.js';

export function connectTabs() {
  const list = byId('tabs'), buttons = all(list, '[role=tab]'), narrow = matchMedia('(max-width: 60rem)');

  function show(name) {
    document.body.dataset.half = name;
    for (const button of buttons) {
      const isChosen = button.dataset.half === name;
      button.setAttribute('aria-selected', String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
    }
  }

  // Halves beside each other are regions, not panels of tabs.
  function arrange() {
    list.hidden = !narrow.matches;
    for (const button of buttons) {
      const half = byId(button.getAttribute('aria-controls'));
      half.setAttribute('role', narrow.matches ? 'tabpanel' : 'region');
      half.setAttribute('aria-label', button.textContent);
    }
  }

  list.addEventListener('click', event => {
    const button = event.target.closest('[role=tab]');
    if (button) show(button.dataset.half);
  });
  list.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
    show(next.dataset.half);
    next.focus();
  });
  narrow.addEventListener('change', arrange);
  arrange();
  show('text');
  return { show };
}
