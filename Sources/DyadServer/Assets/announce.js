// What happened, for those who do not see it, and in the status line for those who do.
import { byId } from './dom.js';

export function announce(words) {
  const status = byId('status');
  // The same words again are announced only if the content changes.
  status.textContent = status.textContent === words ? `${words}\u00a0` : words;
}

// A failure stays until the next one or until it is closed.
export function complain(words) {
  byId('failure-words').textContent = words;
  byId('failure').hidden = false;
}

// The work, with its failure shown.
export const attempt = work => async (...given) => {
  try {
    await work(...given);
  } catch (error) {
    complain(error.message);
  }
};

// Without its server, the page says so until the server is back.
export function connectFailure(store) {
  let isLost = false;
  byId('close-failure').addEventListener('click', () => { byId('failure').hidden = true; });
  store.addEventListener('server', ({ detail: { isThere, message } }) => {
    if (!isThere && !isLost) complain(message);
    if (isThere && isLost) byId('failure').hidden = true;
    isLost = !isThere;
  });
}
