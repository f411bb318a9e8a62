// Entities by the words that a reader knows them by, and ids made of words.

// Without case and diacritics, so that 'turkiye' finds 'Türkiye'.
export const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

const namesOf = entity => [...new Set([entity.short, entity.name, ...(entity.names || [])].filter(Boolean))];

// 0 for the very words, larger for weaker matches, null for none.
function distance(entity, sought) {
  let best = null;
  for (const name of [...namesOf(entity), entity.id]) {
    const words = plain(name);
    const rank = words === sought ? 0 : words.startsWith(sought) ? 1 : words.split(/[\s-]+/u).some(word => word.startsWith(sought)) ? 2
      : words.includes(sought) ? 3 : null;
    if (rank !== null && (best === null || rank < best)) best = rank;
  }
  return best;
}

// Those that the words may mean, the best match first.
export function matching(entities, text) {
  const sought = plain(text.trim());
  return entities.map(entity => ({ entity, rank: distance(entity, sought) }))
    .filter(({ rank }) => rank !== null)
    .sort((one, other) => one.rank - other.rank)
    .map(({ entity }) => entity);
}

// Where a name occurs in plain text as whole words; -1 if nowhere.
function placeOf(name, text) {
  const words = plain(name);
  for (let place = text.indexOf(words); place >= 0; place = text.indexOf(words, place + 1)) {
    const before = text[place - 1] || ' ', after = text[place + words.length] || ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return place;
  }
  return -1;
}

// Those that a passage names, in its order.
export function namedIn(entities, passage) {
  const text = plain(passage);
  return entities.map(entity => ({ entity, place: Math.min(...namesOf(entity).map(name => placeOf(name, text)).map(at => (at < 0 ? Infinity : at))) }))
    .filter(({ place }) => place < Infinity)
    .sort((one, other) => one.place - other.place)
    .map(({ entity }) => entity);
}

export const isNamedIn = (name, passage) => placeOf(name, plain(passage)) >= 0;

// The speaker that the words attribute themselves to, as they name it; null if they name none.
export function speakerIn(passage) {
  // A report speaks for whoever published it.
  const report = /\baccording to (?:a|the) (?:report|study|statement|article)\b[^,.;]*?\b(?:in|by|from) ([^,.;]{3,60})/iu.exec(passage);
  const named = report
    || /\b(?:according to|said|says|warned|claimed)\s+((?:(?:the|an?|one)\s+)?[^,.;:”"]{3,60}?)(?=[,.;:”"]|\s+(?:that|in|on|at|who|which)\b|$)/iu.exec(passage)
    || /(?:^|[.;”"]\s*|,\s+)([^,.;:“”"]{3,60}?)\s+(?:said|says|caution(?:ed)?|warned|claimed|announced)\b/u.exec(passage);
  return named ? named[1].trim() : null;
}

// An id for a name in a script of which none can be made, such as 'official-2'; null for the others.
export function numberedId(name, kind, taken) {
  if (/[a-z0-9]/.test(plain(name))) return null;
  for (let number = 1; ; number++) if (!taken.has(`${kind}-${number}`)) return `${kind}-${number}`;
}

// 'Tehreek-e-Taliban Pakistan (TTP)' is a name with its short form.
export function nameIn(words) {
  const parts = /^(?:the\s+)?(.+?)\s*[(（]([^()（）]{2,15})[)）]$/iu.exec(words.trim());
  return parts ? { name: parts[1], short: parts[2] } : { name: words.trim().replace(/[.,;:]$/u, ''), short: '' };
}

// 'Deputy Prime Minister Ishaq Dar' is a title before a name, or after it: 'Ishaq Dar, foreign minister'.
export function officeIn(words) {
  const line = words.replace(/\s+/gu, ' ').trim().replace(/[.;:]$/u, '');
  const after = /^(\p{Lu}[^,]{2,40}), (?:the )?([^,]{3,60})$/u.exec(line);
  if (after) return { name: after[1], title: after[2] };
  const parts = line.split(' ');
  if (parts.length < 3 || parts.length > 9) return { name: '', title: '' };
  return { name: parts.slice(-2).join(' '), title: parts.slice(0, -2).join(' ') };
}
