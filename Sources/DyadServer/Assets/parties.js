// Fields for parties: chips with completion by name, short form and alias; a party that is missing is made on the fly.
import { announce } from './announce.js';
import { combobox } from './combobox.js';
import { make } from './dom.js';
import { matching, namedIn } from './names.js';

export function partyLabel(party, store) {
  if (party.fresh) return `${party.fresh.name} (new ${party.fresh.kind})`;
  if (party.described) return `“${party.described}”`;
  const entity = store.entity(party.id);
  return entity ? entity.short || entity.name : party.id;
}

function options(text, { store, passage, taken, allowsText, kinds }) {
  const isOpen = entity => !taken.some(party => party.id === entity.id) && (!kinds || kinds.includes(entity.kind));
  const entities = store.state.entities.filter(isOpen);
  const option = entity => ({
    label: entity.name, detail: [entity.short !== entity.name && entity.short, entity.kind, entity.draft && 'proposed'].filter(Boolean).join(' · '), value: { id: entity.id }
  });
  const words = text.trim();
  // Those that the passage names come first, then the others.
  if (!words) {
    const named = namedIn(entities, passage);
    return [...named, ...entities.filter(entity => !named.includes(entity))].map(option);
  }
  const found = matching(entities, words).map(option);
  const fresh = (kinds || store.state.vocabulary.entityKinds.map(kind => kind.id || kind))
    .map(kind => ({ label: `New ${kind}: ${words}`, detail: '', value: { fresh: { kind, name: words } } }));
  const described = allowsText ? [{ label: `In words: ${words}`, detail: 'no record', value: { described: words } }] : [];
  return [...found, ...fresh, ...described];
}

// A field of several parties, or of one: { root, input, value(), set(parties), pending() }.
export function partyField({ id, label, store, passage, isSingle = false, allowsText = false, kinds = null }) {
  let parties = [];
  const chips = make('ul', { class: 'party-chips', 'aria-label': `${label}: chosen` });
  const box = combobox({
    id, label,
    options: text => options(text, { store, passage, taken: parties, allowsText, kinds }),
    choose: party => {
      set([...(isSingle ? [] : parties), party]);
      announce(`${label}: ${partyLabel(party, store)}`);
    }
  });

  function remove(party) {
    set(parties.filter(other => other !== party));
    announce(`Removed ${partyLabel(party, store)}`);
    box.input.focus();
  }

  function set(now) {
    parties = now.filter(Boolean);
    chips.replaceChildren(...parties.map(party => make('li', {}, partyLabel(party, store), make('button', {
      type: 'button', 'aria-label': `Remove ${partyLabel(party, store)}`, onclick: () => remove(party)
    }, '×'))));
    chips.hidden = parties.length === 0;
  }

  box.input.addEventListener('keydown', event => {
    if (event.key === 'Backspace' && !box.input.value && parties.length) remove(parties.at(-1));
  });
  set([]);
  const root = make('div', { class: 'parties' }, chips, box.root);
  // Words that were typed and neither chosen nor removed.
  const pending = () => box.input.value.trim();
  return { root, input: box.input, value: () => parties, set, pending };
}
