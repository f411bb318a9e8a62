// Passages of a text by its words and sentences, as offsets in UTF-16 units. A passage never crosses the line on which it starts
// unless it is extended, so that the cost of a step does not grow with the text.

const wordSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const sentenceSegmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

// The line around an offset, without its line break.
export function lineAt(text, offset) {
  const start = text.lastIndexOf('\n', offset - 1) + 1, end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
}

// A hyphen joins words, and an apostrophe is part of one.
function wordsIn(text, line) {
  const words = [];
  for (const { segment, index, isWordLike } of wordSegmenter.segment(text.slice(line.start, line.end))) {
    if (!isWordLike) continue;
    const start = line.start + index, last = words.at(-1);
    if (last && /^[-’'‑]$/u.test(text.slice(last.end, start))) last.end = start + segment.length;
    else words.push({ start, end: start + segment.length });
  }
  return words;
}

function sentencesIn(text, line) {
  return [...sentenceSegmenter.segment(text.slice(line.start, line.end))]
    .map(({ segment, index }) => ({ start: line.start + index, end: line.start + index + segment.trimEnd().length }))
    .filter(sentence => /[\p{L}\p{N}]/u.test(text.slice(sentence.start, sentence.end)));
}

function next(text, offset, partsIn) {
  for (let line = lineAt(text, Math.min(offset, text.length)); ; line = lineAt(text, line.end + 1)) {
    const found = partsIn(text, line).find(part => part.start >= offset);
    if (found || line.end >= text.length) return found || null;
  }
}

function previous(text, offset, partsIn) {
  for (let line = lineAt(text, Math.max(0, offset)); ; line = lineAt(text, line.start - 1)) {
    const found = partsIn(text, line).findLast(part => part.end <= offset);
    if (found || line.start === 0) return found || null;
  }
}

function at(text, offset, partsIn) {
  return partsIn(text, lineAt(text, offset)).find(part => part.start <= offset && offset < part.end) || null;
}

export const wordAt = (text, offset) => at(text, offset, wordsIn);
export const nextWord = (text, offset) => next(text, offset, wordsIn);
export const previousWord = (text, offset) => previous(text, offset, wordsIn);
export const sentenceAt = (text, offset) => at(text, offset, sentencesIn);
export const nextSentence = (text, offset) => next(text, offset, sentencesIn);
export const previousSentence = (text, offset) => previous(text, offset, sentencesIn);

// The passage without white space at its ends, and with whole words there: nobody quotes half a word on purpose.
export function wholeWords(text, passage) {
  let { start, end } = passage;
  while (start < end && /\s/u.test(text[start])) start++;
  while (end > start && /\s/u.test(text[end - 1])) end--;
  if (start === end) return null;
  const first = wordAt(text, start), last = wordAt(text, end - 1);
  return { start: first ? first.start : start, end: last ? Math.max(end, last.end) : end };
}

// What no mark covers of the sentences after an offset, from the first of its words to the last; null after the last one.
export function nextUnquoted(text, marks, offset) {
  const isMarked = offset => marks.some(mark => !mark.draft && mark.start <= offset && offset < mark.end);
  const isQuoted = word => isMarked(word.start) && isMarked(word.end - 1);
  for (let sentence = next(text, offset, sentencesIn); sentence; sentence = next(text, sentence.end, sentencesIn)) {
    const words = wordsIn(text, sentence).filter(word => !isQuoted(word));
    if (words.length) {
      const end = words.at(-1).end;
      // The full stop belongs to the sentence.
      const tail = wordsIn(text, { start: end, end: sentence.end }).length ? end : sentence.end;
      return { start: words[0].start, end: tail };
    }
  }
  return null;
}

const maximum = 100;
// The words in one line that an event can be called by: without final stop, cut where a clause or at least a word ends.
export function shortened(words) {
  let line = words.replace(/\s+/gu, ' ').trim().replace(/^["“„«]|[.;:,]?["”“»]?[.;:,]?$/gu, '').trim();
  if (line.length > maximum) {
    const clause = Math.max(...[', ', ' — ', '; ', ' – '].map(end => line.lastIndexOf(end, maximum)));
    const word = line.lastIndexOf(' ', maximum);
    line = line.slice(0, clause > 40 ? clause : word > 0 ? word : maximum).trim();
  }
  return line.charAt(0).toLocaleUpperCase() + line.slice(1);
}
