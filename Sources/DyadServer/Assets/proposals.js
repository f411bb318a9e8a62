// Proposals: one after the other, accepted or rejected.
import { announce, attempt } from './announce.js';
import { byId } from './dom.js';

// choose(id) shows a proposal, and leave() returns to the text after the last one.
export function connectProposals(store, text, { choose, leave }) {
  const marks = () => text.marks.filter(mark => mark.draft);

  function go(step) {
    const from = text.marks.find(mark => mark.claims.includes(store.choice.claim))?.start ?? text.passage?.start ?? -1;
    const mark = step > 0 ? marks().find(each => each.start > from) || marks()[0] : marks().findLast(each => each.start < from) || marks().at(-1);
    if (mark) choose(mark.claims[0]);
    else announce('No proposals are left.');
  }

  // The one after the decided one is the first that begins no earlier.
  const deciding = verb => attempt(async ({ detail: { id } }) => {
    const { label } = store.claim(id), { start } = store.drafts.get(id);
    await store[verb]([id]);
    announce(`${verb === 'accept' ? 'Accepted' : 'Rejected'} “${label}”.`);
    const next = marks().find(mark => mark.start >= start) || marks()[0];
    if (next) choose(next.claims[0]);
    else leave();
  });

  byId('propose').addEventListener('click', attempt(async () => {
    await store.propose();
    announce(store.drafts.size === 1 ? 'One proposal.' : `${store.drafts.size} proposals.`);
    if (store.drafts.size) go(1);
  }));
  return { go, accept: deciding('accept'), reject: deciding('reject') };
}
