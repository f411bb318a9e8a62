// The kinds of claims: how each is called, its key, its fields, and what a new one starts with.
import { begunBy, openFrom } from './dates.js';
import { checkField, choiceField, claimField, dateField, mentionField, onePartyField, partiesField, textField } from './fields.js';
import { nameIn, namedIn, officeIn } from './names.js';
import { shortened } from './passage.js';

const named = choices => choices.map(choice => (typeof choice === 'string' ? { id: choice, label: choice } : choice));
const signed = tone => (tone > 0 ? `+${tone}` : String(tone).replace('-', '−'));
const toneLimits = { type: 'number', min: -10, max: 10, step: 'any' };

// What the citation says besides its words, and what the coder says of the claim.
function details({ store, vocabulary }) {
  return {
    speaker: mentionField({ label: 'Speaker', store }),
    stance: choiceField({ label: 'Stance', choices: named(vocabulary.stances) }),
    confidence: choiceField({ label: 'Confidence', choices: named(vocabulary.confidences), none: '–' }),
    basis: choiceField({ label: 'Basis', choices: named(vocabulary.bases), none: 'as the citations say' }),
    note: textField({ label: 'Note', isLong: true, isWide: true })
  };
}

const typeChoices = vocabulary => vocabulary.eventTypes.map(type => ({
  id: type.id, label: type.label, explanation: `${type.explanation} · tone ${signed(type.tone)}`
}));

const kindChoices = vocabulary => vocabulary.relationKinds.map(kind => ({
  id: kind.id, label: kind.id, explanation: `${kind.label} · tone ${signed(kind.tone)}`
}));

export const kinds = {
  event: {
    noun: 'event', label: 'Event', key: 'e', dateName: 'on', suggest: edtf => edtf, byPublication: day => `../${day}`,
    fields: context => ({
      what: textField({ label: 'What happened', isRequired: true, isWide: true }),
      on: dateField({ label: 'Date' }),
      type: choiceField({ label: 'Type', choices: typeChoices(context.vocabulary), isRequired: true, none: 'Choose a type' }),
      actors: partiesField({ label: 'Who acted', ...context, allowsText: true }),
      recipients: partiesField({ label: 'To whom', ...context, allowsText: true })
    }),
    more: context => ({
      placeText: mentionField({ label: 'Place', store: context.store, kinds: ['place', 'state'] }),
      affects: partiesField({ label: 'Affects', ...context }),
      effect: textField({ label: 'Effect on those', ...toneLimits }),
      mode: textField({ label: 'Mode' }),
      tone: textField({ label: 'Tone, if not that of the type', ...toneLimits }),
      key: checkField({ label: 'Key event' }),
      ...details(context)
    }),
    start: quote => ({ what: shortened(quote) })
  },
  phase: {
    noun: 'phase', label: 'Relation', key: 'p', dateName: 'during',
    suggest: openFrom, byPublication: begunBy,
    fields: context => ({
      relationKind: choiceField({ label: 'Kind', choices: kindChoices(context.vocabulary), isRequired: true }),
      from: onePartyField({ label: 'Between, or from', ...context }),
      to: onePartyField({ label: 'And, or to', ...context }),
      by: onePartyField({ label: 'By (a mediator)', ...context }),
      during: dateField({ label: 'During' }),
      reads: textField({ label: 'In a few words', placeholder: 'strained, thawing' })
    }),
    more: context => ({ tone: textField({ label: 'Tone, if not that of the kind', ...toneLimits }), ...details(context) }),
    start: quote => ({ reads: quote.length <= 40 ? shortened(quote).toLocaleLowerCase() : '' })
  },
  holding: {
    noun: 'office held', label: 'Office held', key: 'o', dateName: 'during',
    suggest: begunBy, byPublication: begunBy,
    fields: context => ({
      official: onePartyField({ label: 'Official', ...context, kinds: ['official'] }),
      title: textField({ label: 'Title', isRequired: true, list: context.store.state.offices.map(office => office.title) }),
      of: onePartyField({ label: 'Of', ...context, kinds: ['state', 'group', 'organization'] }),
      during: dateField({ label: 'During' })
    }),
    more: details,
    start: (quote, { entities }) => {
      const known = namedIn(entities.filter(entity => entity.kind === 'official'), quote)[0], read = officeIn(quote);
      const title = read.title || (known ? '' : shortened(quote));
      const fresh = read.name ? { fresh: { kind: 'official', name: read.name } } : null;
      return { title, official: known ? { id: known.id } : fresh };
    }
  },
  party: {
    noun: 'party', label: 'Party', key: 'n', dateName: null,
    fields: context => ({
      partyKind: choiceField({ label: 'Kind', choices: named(context.vocabulary.entityKinds), isRequired: true }),
      name: textField({ label: 'Name', isRequired: true, isWide: true }),
      short: textField({ label: 'Short form' }),
      partyType: textField({ label: 'Type', placeholder: 'armed, ministry, media' }),
      of: onePartyField({ label: 'Belongs to', ...context })
    }),
    more: details,
    start: quote => nameIn(quote)
  },
  link: {
    noun: 'link', label: 'Link', key: 'l', dateName: null,
    fields: ({ store, vocabulary }) => ({
      event: claimField({ label: 'Event', store, kinds: ['event'] }),
      linkKind: choiceField({ label: 'Link', choices: vocabulary.linkKinds.map(id => ({ id, label: id.replaceAll('-', ' ') })) }),
      target: claimField({ label: 'Other event', store, kinds: ['event'] })
    }),
    more: details,
    start: (_, { claim }) => ({ event: claim?.kind === 'event' ? claim.id : null })
  },
  again: {
    noun: 'citation', label: 'Cite again', key: 'c', dateName: null,
    fields: ({ store, vocabulary }) => ({
      claim: claimField({ label: 'Claim', store, kinds: null }),
      stance: choiceField({ label: 'Stance', choices: named(vocabulary.stances) }),
      speaker: mentionField({ label: 'Speaker', store })
    }),
    more: () => ({}),
    start: (_, { claim }) => ({ claim: claim?.id || null })
  }
};

// The kind of form for a kind of claim; entities of all kinds are parties.
export function formKind(kind, entityKinds) {
  if (kinds[kind] && kind !== 'again') return kind;
  return kind === 'entity' || named(entityKinds).some(each => each.id === kind) ? 'party' : null;
}
