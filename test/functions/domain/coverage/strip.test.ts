import { expect, test } from 'vitest';
import type { CoverageState, Gap } from '#domain/coverage/gap';
import { stripOf } from '#domain/coverage/strip';

const gap = (from: number, to: number, state: CoverageState): Gap => ({
  from,
  to,
  state,
  people: [],
  reasons: [],
  where: { buildings: null, departments: null },
});

test.each<[string, Gap[], [number, number, CoverageState][]]>([
  ['nothing', [], []],
  [
    'the worst on top',
    [gap(0, 10, 'one'), gap(3, 5, 'nobody')],
    [
      [0, 3, 'one'],
      [3, 5, 'nobody'],
      [5, 10, 'one'],
    ],
  ],
  ['neighbours alike as one', [gap(0, 4, 'leaving'), gap(4, 9, 'leaving')], [[0, 9, 'leaving']]],
  ['the same twice', [gap(0, 4, 'one'), gap(0, 6, 'one')], [[0, 6, 'one']]],
  [
    'a hole between',
    [gap(0, 2, 'nobody'), gap(5, 6, 'nobody')],
    [
      [0, 2, 'nobody'],
      [5, 6, 'nobody'],
    ],
  ],
])('%s', (_, gaps, strip) => {
  expect(stripOf(gaps).map(({ from, to, state }) => [from, to, state])).toEqual(strip);
});
