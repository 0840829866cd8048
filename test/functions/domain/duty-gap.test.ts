import { describe, expect, test } from 'vitest';
import { nextDutyGap } from '#domain/duty-gap';
import type { Absence, Roster } from '#domain/organisation';
import { chineseOffice, cn, text } from './calendar-fixtures.ts';
import { directoryWith } from './directory-fixture.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const roster = (weekly: Roster['weekly'], dated: Roster['dated'] = []): Roster => ({
  id: 'duty',
  site: 'lake',
  name: text('duty'),
  weekly,
  dated,
});
const [ann, bo] = ['ann', 'bo'];
const nights = { days: everyDay, from: '18:00', to: '09:00', person: ann };
const weekend = { days: [6, 7], from: '09:00', to: '18:00', person: bo };
const away = (person: string, from: string, to: string, deputy: string | null): Absence => ({
  person,
  deputy,
  from: cn(from),
  to: cn(to),
});
/** Asked on a Monday morning. */
const gapOf = (one: Roster, absences: Absence[] = [], now = '2026-11-23 10:00') => {
  const directory = { ...directoryWith(), absences: { absences } };
  const gap = nextDutyGap(one, 'Asia/Shanghai', chineseOffice, directory, cn(now));
  return gap && [gap.from, gap.to, gap.person];
};

describe('the next stretch without anybody on duty', () => {
  test('nights and weekends covered: none until the next holiday on a weekday', () => {
    expect(gapOf(roster([nights, weekend]), [], '2026-09-27 10:00')).toEqual([
      cn('2026-10-01 09:00'),
      cn('2026-10-01 18:00'),
      null,
    ]);
  });

  test('nobody by day on a Saturday; what has passed of it does not count', () => {
    expect(gapOf(roster([nights]))).toEqual([cn('2026-11-28 09:00'), cn('2026-11-28 18:00'), null]);
    expect(gapOf(roster([nights]), [], '2026-11-28 12:00')).toEqual([
      cn('2026-11-28 12:00'),
      cn('2026-11-28 18:00'),
      null,
    ]);
  });

  test('whoever is away without a deputy leaves a turn to nobody; with one, or beside somebody, not', () => {
    const all = roster([nights, weekend]);
    const gone = away(ann, '2026-11-25 00:00', '2026-11-26 00:00', null);
    expect(gapOf(all, [gone])).toEqual([cn('2026-11-25 18:00'), cn('2026-11-26 09:00'), ann]);
    expect(gapOf(all, [{ ...gone, deputy: bo }])).toBeNull();
    expect(gapOf(roster([nights, { ...nights, person: bo }, weekend]), [gone])).toBeNull();
  });

  test('a turn that runs now is looked at now', () => {
    const gone = away(ann, '2026-11-24 02:00', '2026-11-24 08:00', null);
    expect(gapOf(roster([nights, weekend]), [gone], '2026-11-24 03:00')).toEqual([
      cn('2026-11-24 03:00'),
      cn('2026-11-24 09:00'),
      ann,
    ]);
  });

  test('a roster without turns is not in use', () => {
    expect(gapOf(roster([]))).toBeNull();
    expect(gapOf(roster([], [{ date: '2026-11-01', from: '09:00', to: '18:00', person: ann }]))).toBeNull();
  });
});
