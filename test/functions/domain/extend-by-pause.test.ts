import { describe, expect, test } from 'vitest';
import { extendByPause } from '#domain/add-limit';
import { elapsed, type Limit, workingDayAt, workingDays, workingHours } from '#domain/limit';
import { DAY, localDate, localTime } from '#domain/time';
import { chineseOffice, cn, roundTheClock } from './calendar-fixtures.ts';

const inChina = (at: number) => `${localDate(at, 'Asia/Shanghai')} ${localTime(at, 'Asia/Shanghai')}`;

describe('extendByPause', () => {
  test.each<[string, Limit, string, string, string, string]>([
    [
      'elapsed: by its length',
      elapsed(60),
      '2026-11-23 10:00',
      '2026-11-21 00:00',
      '2026-11-22 12:00',
      '2026-11-24 22:00',
    ],
    [
      'hours: by its open time',
      workingHours(4),
      '2026-11-23 11:00',
      '2026-11-20 17:00',
      '2026-11-23 10:00',
      '2026-11-23 14:30',
    ],
    [
      'hours: from a deadline at closing',
      workingHours(4),
      '2026-11-23 18:00',
      '2026-11-23 10:00',
      '2026-11-23 11:00',
      '2026-11-24 10:00',
    ],
    [
      'hours: a night costs nothing',
      workingHours(4),
      '2026-11-24 11:00',
      '2026-11-23 18:00',
      '2026-11-24 09:00',
      '2026-11-24 11:00',
    ],
    [
      'days: a few minutes round up to the next closing',
      workingDays(2),
      '2026-11-24 18:00',
      '2026-11-23 10:00',
      '2026-11-23 10:05',
      '2026-11-25 18:00',
    ],
    [
      'days: exactly one day',
      workingDays(2),
      '2026-11-24 18:00',
      '2026-11-23 09:00',
      '2026-11-24 09:00',
      '2026-11-25 18:00',
    ],
    [
      'days: a minute more',
      workingDays(2),
      '2026-11-24 18:00',
      '2026-11-23 09:00',
      '2026-11-24 09:01',
      '2026-11-26 18:00',
    ],
    [
      'days: a weekend costs nothing',
      workingDays(2),
      '2026-11-24 18:00',
      '2026-11-20 18:00',
      '2026-11-23 09:00',
      '2026-11-24 18:00',
    ],
    [
      'at noon: one hour, rounded up to the next noon',
      workingDayAt(1, '12:00'),
      '2026-11-24 12:00',
      '2026-11-23 10:00',
      '2026-11-23 11:00',
      '2026-11-25 12:00',
    ],
    [
      'at 20:30: stays on the day reached',
      workingDayAt(1, '20:30'),
      '2026-11-23 20:30',
      '2026-11-23 10:00',
      '2026-11-23 11:00',
      '2026-11-24 20:30',
    ],
    ['an empty pause', workingHours(4), '2026-11-24 11:00', '2026-11-23 10:00', '2026-11-23 10:00', '2026-11-24 11:00'],
    [
      'a pause that ends before it begins',
      elapsed(60),
      '2026-11-24 11:00',
      '2026-11-23 10:00',
      '2026-11-23 09:00',
      '2026-11-24 11:00',
    ],
  ])('%s', (_, limit, before, from, to, expected) => {
    const after = extendByPause(cn(before), limit, { from: cn(from), to: cn(to) }, chineseOffice);
    expect(inChina(after)).toBe(expected);
  });

  test('24x7: a working day keeps ending at midnight, every day of two years', () => {
    const always = roundTheClock();
    for (let midnight = cn('2026-01-01 00:00'); midnight < cn('2028-01-01 00:00'); midnight += DAY) {
      const moved = extendByPause(
        midnight,
        workingDays(1),
        { from: midnight - 3 * DAY, to: midnight - 2 * DAY },
        always,
      );
      expect(moved).toBe(midnight + DAY);
    }
  });

  test('24x7: an hour rounds up to midnight', () => {
    const pause = { from: cn('2026-11-22 10:00'), to: cn('2026-11-22 11:00') };
    const moved = extendByPause(cn('2026-11-24 00:00'), workingDays(1), pause, roundTheClock());
    expect(inChina(moved)).toBe('2026-11-25 00:00');
  });
});
