import { expect, test } from 'vitest';
import { historyOf } from '#domain/backtest/history-of';
import { matches } from '#domain/backtest/matches';
import type { Condition } from '#domain/condition';
import { HOUR } from '#domain/time';
import { at, facts } from '#test/support/estate';
import { Life } from '#test/support/life';

/** Filed on a Saturday, acknowledged, promised and resolved; the resident is half content. */
const start = at('2026-11-21', '20:30');
const life = new Life(start, { category: 'water-leak' });
life.act('repairer-a', 'acknowledge', {}, start);
life.act('repairer-a', 'promise', { at: start + 2 * HOUR, told: '两小时内' }, start);
const promised = historyOf(life.item, life.timeline);
life.act('repairer-a', 'resolve', { done: '换管', told: '修好了' }, start + HOUR);
life.act('customer-centre-clerk-a', 'verdict', { verdict: 'partly', score: 3 }, start + HOUR);
const judged = historyOf(life.item, life.timeline);

test.each<[Condition, boolean, boolean]>([
  [{ field: 'category', is: 'eq', value: 'water-leak' }, true, true],
  [{ field: 'filedWeekday', is: 'eq', value: 6 }, true, true],
  [{ field: 'filedHour', is: 'gte', value: 20 }, true, true],
  [{ field: 'filedInWorkingTime', is: 'eq', value: true }, false, false],
  [{ field: 'building', is: 'in', value: ['b1', 'b2'] }, true, true],
  [{ field: 'hasEmail', is: 'eq', value: true }, true, true],
  [{ field: 'verified', is: 'eq', value: true }, true, true],
  [{ field: 'buildingAgeYears', is: 'known' }, true, true],
  // What came later is read as it stands now.
  [{ field: 'promisedAt', is: 'gte', value: start + HOUR }, true, false],
  [{ field: 'verdict', is: 'eq', value: 'partly' }, false, true],
  [{ not: { field: 'score', is: 'gte', value: 3 } }, true, false],
  [{ field: 'status', is: 'eq', value: 'inProgress' }, true, true],
])('%o', (condition, before, after) => {
  expect([matches(condition, promised, facts), matches(condition, judged, facts)]).toEqual([before, after]);
});
