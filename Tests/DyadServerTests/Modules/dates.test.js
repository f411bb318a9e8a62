import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begunBy, openFrom, words } from './dates.js';

const readings = {
  '2025-04-19': '19 Apr 2025', '2025-04': 'Apr 2025', '2025': '2025', '2025-04~': 'about Apr 2025', '2025-04?': 'Apr 2025, uncertain',
  '2021-08/2025-03': 'Aug 2021 to Mar 2025', '2021-08/..': 'since Aug 2021', '2021-08/': 'since Aug 2021, end unknown', '../2014': 'until 2014',
  '/2014': 'until 2014', '../..': 'always', '[2021-08..2025-02]/..': 'since some day from Aug 2021 to Feb 2025',
  '[..2025-04-19]/..': 'since 19 Apr 2025 or earlier', '2021/[2025-05-26..]': '2021 to 26 May 2025 or later', '2024-02-29': '29 Feb 2024'
};

for (const [text, reading] of Object.entries(readings)) test(`${text} reads ${reading}`, () => assert.equal(words(text), reading));

for (const text of ['', 'May 2025', '2025-13', '2025-02-30', '2023-02-29', '25-04', '2025/2026/2027', '/', '[..]/..']) {
  test(`'${text}' is neither a date nor an interval`, () => assert.equal(words(text), null));
}

test('what lasts begins with a date or by it', () => {
  assert.equal(openFrom('2025-04'), '2025-04/..');
  assert.equal(openFrom('2021-08/..'), '2021-08/..');
  assert.equal(begunBy('2025-04-19'), '[..2025-04-19]/..');
});
