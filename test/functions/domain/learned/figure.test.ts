import { describe, expect, test } from 'vitest';
import { goalWords, isMissed, type Measure, type Target, valueWords } from '#domain/learned/figure';
import { visitProblems } from '#domain/visit-problems';
import { targetsOf, Visits } from '#domain/visit-rules';
import { directory } from '#test/support/estate';
import { defaultVisits } from '#workflows/default-visits';

const target = (measure: Measure, goal: number): Target => ({ measure, goal, answers: 3, days: 30 });

test.each<[Measure, number, number | null, number, boolean]>([
  ['satisfaction', 4.2, 4.1, 3, true],
  ['satisfaction', 4.2, 4.2, 3, false],
  ['satisfaction', 4.2, 1, 2, false],
  ['held', 0.9, null, 0, false],
  ['held', 0.9, 0.5, 10, true],
  ['rework', 0.01, 0.02, 100, true],
  ['rework', 0.01, 0.01, 100, false],
])('%s with a goal of %d misses it at %s of %d answers: %s', (measure, goal, value, counted, missed) => {
  expect(isMissed(target(measure, goal), { value, counted })).toBe(missed);
});

test('words never make a figure better than it is', () => {
  expect(valueWords('satisfaction', 4.1999)).toBe('4.19');
  expect(valueWords('satisfaction', 4.5)).toBe('4.5');
  expect(valueWords('held', 0.8999)).toBe('89.9 %');
  expect(valueWords('held', 0.9)).toBe('90 %');
  expect(valueWords('rework', 0.01001)).toBe('1.1 %');
  expect(goalWords(target('satisfaction', 4.2))).toBe('≥ 4.2');
  expect(goalWords(target('satisfaction', 5))).toBe('5.0');
  expect(goalWords(target('pass', 1))).toBe('100 %');
  expect(goalWords(target('rework', 0.01))).toBe('≤ 1 %');
});

describe('targets in the settings of visits', () => {
  test('are none in settings older than them', () => {
    const { targets: _, ...older } = defaultVisits;
    expect(targetsOf(older as { targets?: Target[] })).toEqual([]);
    expect(Visits.parse(older).targets).toEqual([]);
  });

  test('are one a measure, in its own unit', () => {
    const targets = [target('held', 0.9), target('held', 0.8), target('satisfaction', 0.9), target('onTime', 4)];
    expect(visitProblems({ ...defaultVisits, targets }, directory.organisation)).toMatchObject([
      { path: ['targets', 1, 'measure'], code: 'already_used' },
      { path: ['targets', 2, 'goal'], code: 'goal_out_of_range' },
      { path: ['targets', 3, 'goal'], code: 'goal_out_of_range' },
    ]);
  });
});
