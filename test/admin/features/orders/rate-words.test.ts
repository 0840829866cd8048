import { expect, test } from 'vitest';
import { movedWords, stateOf, targetWords } from '../../../../admin/src/features/orders/rate-words.ts';

test('targets as people say them', () => {
  expect((['timeliness', 'rework', 'pass'] as const).map(targetWords)).toEqual(['≥ 99 %', '≤ 1 %', '100 %']);
});

test.each([
  [{ hit: 9, of: 10 }, { hit: 8, of: 10 }, '+10'],
  [{ hit: 8, of: 10 }, { hit: 9, of: 10 }, '−10'],
  [{ hit: 2, of: 3 }, { hit: 1, of: 3 }, '+33.3'],
  [{ hit: 1, of: 2 }, { hit: 2, of: 4 }, null],
  [{ hit: 1, of: 2 }, { hit: 0, of: 0 }, null],
])('from %o to %o', (now, before, words) => {
  expect(movedWords(now, before)).toBe(words);
});

test('nothing counted is neither kept nor missed', () => {
  expect([
    stateOf('pass', { hit: 0, of: 0 }),
    stateOf('pass', { hit: 1, of: 1 }),
    stateOf('rework', { hit: 1, of: 2 }),
  ]).toEqual(['none', 'met', 'missed']);
});
