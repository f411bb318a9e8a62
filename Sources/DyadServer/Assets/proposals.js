// Proposals: one after the other, accepted as they are, corrected, or rejected.
import { announce, attempt } from './announce.js';
import { byId } from './dom.js';

// choose(id) shows a proposal, and leave() returns to the text after the last one.
export function connectProposals(store, text, { choose, leave }) {
  const marks = () => text.marks.filter(mark => mark.draft);

  // From a proposal to the next one, which may quote the same words; from elsewhere, to the next one in the text.
  function go(step) {
    const all = marks(), at = all.findIndex(mark => mark.claims.includes(store.choice.claim));
    const from = text.marks.find(mark => mark.claims.includes(store.choice.claim))?.start ?? text.passage?.start ?? -1;
    const mark = at >= 0 ? all.at((at + step) % all.length)
      : step > 0 ? all.find(each => each.start > from) || all[0] : all.findLast(each => each.start < from) || all.at(-1);
    if (mark) choose(mark.claims[0]);
    else announce('No proposals are left.');
  }

  // The first proposal that begins no earlier than a decided one.
  function goFrom(start) {
    const next = marks().find(mark => mark.start >= start) || marks()[0];
    if (next) choose(next.claims[0]);
    else leave();
  }

  const deciding = verb => attempt(async ({ detail: { id } }) => {
    const { label } = store.claim(id), { start } = store.drafts.get(id);
    await store[verb]([id]);
    announce(`${verb === 'accept' ? 'Accepted' : 'Rejected'} “${label}”.`);
    goFrom(start);
  });

  byId('propose').addEventListener('click', attempt(async () => {
    await store.propose();
    announce(store.drafts.size === 1 ? 'One proposal.' : `${store.drafts.size} proposals.`);
    if (store.drafts.size) go(1);
  }));
  return { go, goFrom, accept: deciding('accept'), reject: deciding('reject') };
}
