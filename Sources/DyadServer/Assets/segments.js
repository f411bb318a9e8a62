// The text divided where its marks begin and end.

// [{ start, end, claims, isDraft }], in order and without gaps; a segment without claims is what no claim quotes, and one of a draft
// may be quoted by claims too.
export function segments(length, marks) {
  const edges = new Map([[0, []], [length, []]]);
  const at = offset => edges.get(offset) || edges.set(offset, []).get(offset);
  for (const mark of marks) {
    at(mark.start).push({ mark, starts: true });
    at(mark.end).push({ mark, starts: false });
  }
  const places = [...edges.keys()].sort((one, other) => one - other), open = new Set(), found = [];
  for (const [index, start] of places.entries()) {
    for (const { mark, starts } of edges.get(start)) {
      if (starts) open.add(mark);
      else open.delete(mark);
    }
    const end = places[index + 1];
    if (end === undefined || end > length) break;
    const claims = [...new Set([...open].flatMap(mark => mark.claims))];
    found.push({ start, end, claims, isDraft: [...open].some(mark => mark.draft) });
  }
  return found;
}

// The segments of each line of the text, without the line breaks.
export function lines(text, marks) {
  const rows = [];
  let start = 0;
  const parts = segments(text.length, marks);
  let index = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length, row = [];
    while (index < parts.length && parts[index].end <= start) index++;
    for (let place = index; place < parts.length && parts[place].start < end; place++) {
      row.push({ ...parts[place], start: Math.max(start, parts[place].start), end: Math.min(end, parts[place].end) });
    }
    rows.push({ start, end, segments: row });
    start = end + 1;
  }
  return rows;
}

// What a mark shows of its claims: that of the strongest tone.
export function toneClass(claims) {
  const tones = claims.filter(claim => claim && !claim.draft).map(claim => claim.tone).filter(tone => typeof tone === 'number');
  if (claims.every(claim => claim?.draft)) return 'unquoted';
  if (!tones.length) return 'untoned';
  const strongest = tones.reduce((one, other) => (Math.abs(other) > Math.abs(one) ? other : one));
  return strongest > 0 ? 'cooperation' : strongest < 0 ? 'conflict' : 'neutral';
}
