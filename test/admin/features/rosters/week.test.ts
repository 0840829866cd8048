import { describe, expect, test } from 'vitest';
import type { Roster } from '#domain/organisation';
import { withPerson } from '#domain/roster-change';
import { instantAt } from '#domain/time';
import { rosters } from '#test/support/one-site';
import {
  daysFrom,
  isPastMidnight,
  mondayOf,
  swapChoices,
  turnKey,
  weekWords,
} from '../../../../admin/src/features/rosters/week.ts';

const zone = 'Asia/Shanghai';
const [roster] = rosters.rosters;
if (!roster) throw new Error('the demo estate has a roster');
const week = (of: Roster) =>
  daysFrom(of, zone, '2026-11-23').map(({ date, shifts }) =>
    [date.slice(8), ...shifts.map(({ from, person, dated }) => `${from} ${person.at(-1)}${dated ? '*' : ''}`)].join(
      ' ',
    ),
  );

test.each([
  ['2026-11-23', '2026年11月23日 – 11月29日', '23 – 29 Nov 2026'],
  ['2026-11-30', '2026年11月30日 – 12月6日', '30 Nov – 6 Dec 2026'],
  ['2026-12-28', '2026年12月28日 – 1月3日', '28 Dec 2026 – 3 Jan 2027'],
])('the week of %s in words', (monday, zh, en) => {
  expect(weekWords(monday, 'zh-CN')).toBe(zh);
  expect(weekWords(monday, 'en').replaceAll('\u2009', ' ')).toBe(en);
});

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2026-12-01', '2026-11-30'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins on %s', (date, monday) => {
  expect(mondayOf(date)).toBe(monday);
});

describe('a week', () => {
  test('day by day, the earlier turn first, dated ones marked', () => {
    expect(week(roster)).toEqual([
      '23 18:00 a',
      '24 18:00 b',
      '25 18:00 a',
      '26 18:00 b',
      '27 18:00 a',
      '28 09:00 a 18:00 b',
      '29 09:00 b 18:00 a',
    ]);
    expect(week(withPerson(roster, { date: '2026-11-24', index: 0 }, 'duty-manager-a'))[1]).toBe('24 18:00 a*');
  });

  test('a turn past midnight belongs to the day it starts on', () => {
    const [monday] = daysFrom(roster, zone, '2026-11-23');
    expect(monday?.shifts).toMatchObject([
      { begins: instantAt('2026-11-23', '18:00', zone), ends: instantAt('2026-11-24', '09:00', zone) },
    ]);
    expect(isPastMidnight({ from: '18:00', to: '09:00' })).toBe(true);
    expect(isPastMidnight({ from: '09:00', to: '18:00' })).toBe(false);
  });
});

test('one may swap with somebody else’s turn that is not over, two weeks either way', () => {
  const turn = daysFrom(roster, zone, '2026-11-25')[0]?.shifts[0];
  if (!turn) throw new Error('there is a turn on 25 November');
  const choices = swapChoices(roster, zone, turn, instantAt('2026-11-24', '20:00', zone));
  expect(new Set(choices.map(({ person }) => person))).toEqual(new Set(['duty-manager-b']));
  expect(choices.map(turnKey)).toEqual([
    '2026-11-24/0',
    '2026-11-26/0',
    '2026-11-28/0',
    '2026-11-29/1',
    '2026-12-01/0',
    '2026-12-03/0',
    '2026-12-05/0',
    '2026-12-06/1',
    '2026-12-08/0',
  ]);
});
