import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lines, segments, toneClass } from './segments.js';

test('segments are cut where marks begin and end, also where marks overlap', () => {
  const marks = [{ start: 2, end: 6, claims: ['a'] }, { start: 4, end: 8, claims: ['b', 'a'] }];
  assert.deepEqual(segments(10, marks).map(part => [part.start, part.end, part.claims.join()]),
    [[0, 2, ''], [2, 4, 'a'], [4, 6, 'a,b'], [6, 8, 'b,a'], [8, 10, '']]);
});

// A small generator with a seed, so that a failure can be repeated.
function seeded(seed) {
  let state = seed;
  return below => { state = (state * 1664525 + 1013904223) % 4294967296; return state % below; };
}

test('the segments of all lines are the text, and each has the claims of its marks', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed), length = random(60);
    const text = Array.from({ length }, () => 'ab \n'[random(4)]).join('');
    const marks = Array.from({ length: random(6) }, (_, index) => {
      const start = random(length + 1);
      return { start, end: start + random(length - start + 1), claims: [`c${index}`], draft: random(3) === 0 };
    });
    const rows = lines(text, marks);
    assert.equal(rows.map(row => row.segments.map(part => text.slice(part.start, part.end)).join('')).join('\n'), text, `seed ${seed}`);
    for (const part of rows.flatMap(row => row.segments)) {
      const over = marks.filter(mark => mark.start <= part.start && part.end <= mark.end && mark.start < mark.end);
      assert.deepEqual([...part.claims].sort(), over.flatMap(mark => mark.claims).sort(), `seed ${seed}`);
      assert.equal(part.isDraft, over.some(mark => mark.draft), `seed ${seed}`);
    }
  }
});

test('the strongest tone is shown, and proposals have none', () => {
  assert.equal(toneClass([{ tone: 2 }, { tone: -5 }]), 'conflict');
  assert.equal(toneClass([{ tone: 2 }, { tone: 0 }]), 'cooperation');
  assert.equal(toneClass([{ tone: 0 }]), 'neutral');
  assert.equal(toneClass([{ tone: null }, undefined]), 'untoned');
  assert.equal(toneClass([{ tone: null, draft: true }]), 'unquoted');
});
