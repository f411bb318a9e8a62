// The head of the page: the source and its coverage, undo and redo, the changes and the problems.
import { announce, attempt } from './announce.js';
import { openChanges, openProblems } from './dialogs.js';
import { byId, make } from './dom.js';

function show({ dossier, sources, source, problems, undo, redo }) {
  document.title = `${dossier} – workbench`;
  byId('dossier').textContent = dossier;
  byId('source').replaceChildren(...sources.map(each => make('option', { value: each.id }, `${each.title || each.id}${each.hasText ? '' : ' (no text)'}`)));
  byId('source').value = source?.id || '';
  const share = Math.floor((source?.coverage || 0) * 100);
  byId('coverage').value = share;
  byId('coverage-words').textContent = source?.hasText ? `${share} % quoted` : 'no text';
  byId('undo').disabled = !undo;
  byId('undo').title = undo || 'Nothing to undo';
  byId('redo').disabled = !redo;
  byId('redo').title = redo || 'Nothing to redo';
  byId('show-problems').textContent = problems.length ? `Problems (${problems.length})` : 'Problems';
  byId('show-problems').classList.toggle('bad', problems.some(problem => problem.severity === 'error'));
}

// What it returns undoes and does again, also for keys.
export function connectHead(store) {
  // What was refused because the files have changed; a second attempt takes it off the list.
  let refused = null;
  const reverting = verb => attempt(async () => {
    const words = store.state[verb], drops = Boolean(words) && words === refused;
    if (!words) return announce(`Nothing to ${verb}.`);
    refused = null;
    try {
      await store[verb](drops);
    } catch (error) {
      if (!error.isConflict) throw error;
      refused = words;
      throw new Error(`${error.message}. ${verb === 'undo' ? 'Undo' : 'Redo'} again takes it off the list.`);
    }
    announce(drops ? 'Taken off the list.' : `${words}.`);
  });
  const [undo, redo] = [reverting('undo'), reverting('redo')];
  store.addEventListener('state', () => show(store.state));
  byId('source').addEventListener('change', attempt(event => store.show({ source: event.target.value, claim: null })));
  byId('undo').addEventListener('click', undo);
  byId('redo').addEventListener('click', redo);
  byId('show-changes').addEventListener('click', attempt(openChanges));
  byId('show-problems').addEventListener('click', () => openProblems(store.state.problems));
  return { undo, redo };
}
