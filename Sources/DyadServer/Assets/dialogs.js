// Dialogs over the page: the changes of the files, the problems, the keys.
import { freshId, make } from './dom.js';
import { getText } from './server.js';

function open(title, ...content) {
  const titleId = freshId('dialog'), before = document.activeElement;
  const dialog = make('dialog', { 'aria-labelledby': titleId },
    make('div', { class: 'dialog-head' }, make('h2', { id: titleId }, title), make('button', { type: 'button', onclick: () => dialog.close() }, 'Close')),
    content);
  dialog.addEventListener('close', () => { dialog.remove(); before?.focus(); });
  document.body.append(dialog);
  dialog.showModal();
}

function diffLine(line) {
  const kind = /^(?:---|\+\+\+)/.test(line) ? 'file' : line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : line.startsWith('@@') ? 'place' : null;
  return make('span', { class: kind }, `${line}\n`);
}

export async function openChanges() {
  const { diff } = JSON.parse(await getText('diff'));
  open('Changes since the session began', diff.trim()
    ? make('pre', { class: 'diff', tabindex: 0, role: 'region', 'aria-label': 'Unified diff' }, diff.replace(/\n$/, '').split('\n').map(diffLine))
    : make('p', {}, 'No file has changed.'));
}

export function openProblems(problems) {
  open('Problems', problems.length ? make('ul', { class: 'problems' }, problems.map(problem => make('li', {},
    make('strong', {}, problem.severity), ` ${problem.message} `, make('code', {}, `${problem.file}:${problem.line}:${problem.column} ${problem.code}`))))
    : make('p', {}, 'The dossier has no problems.'));
}

export function openKeys(rows) {
  const table = (where, title) => [make('h3', {}, title), make('table', {}, make('tbody', {}, rows.filter(row => row.where === where).map(row =>
    make('tr', {}, make('th', { scope: 'row' }, row.keys.map((key, index) => [index ? ' or ' : '', make('kbd', {}, key.replace('Control', 'Ctrl').replace('Arrow', ''))])), make('td', {}, row.label)))))];
  open('Keys', table('text', 'In the text'), table('page', 'Anywhere but in a field'), table('claim', 'With a claim chosen'), table('form', 'In a form'));
}
