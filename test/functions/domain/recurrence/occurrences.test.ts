import { describe, expect, test } from 'vitest';
import {
  compileRecurrence,
  nextAfterCompletion,
  nextOccurrence,
  type Occurrence,
  preview,
} from '#domain/recurrence/occurrences';
import type { Frequency, Recurrence } from '#domain/recurrence/rule';
import { instantAt } from '#domain/time';
import { chineseOffice, cn, officeIn } from '../calendar-fixtures.ts';

const rule = (frequency: Frequency, changes: Partial<Recurrence> = {}): Recurrence => ({
  frequency,
  time: '09:00',
  start: '2026-01-01',
  end: null,
  season: null,
  missingDay: 'clamp',
  nonWorkingDay: 'asIs',
  ...changes,
});
/** "planned" or "planned>date" where it moved, "planned-" where it falls away. */
const line = (one: ReturnType<typeof preview>[number]): string =>
  'at' in one ? (one.planned === one.date ? one.planned : `${one.planned}>${one.date}`) : `${one.planned}-`;
const lines = (wanted: Recurrence, from: string, count: number): string[] =>
  preview(compileRecurrence(wanted, chineseOffice), cn(`${from} 00:00`), count).map(line);

const monthly = (day: number): Frequency => ({ unit: 'month', every: 1, on: { kind: 'date', day } });

describe('days that are not there', () => {
  const cases: [string, Recurrence, string[]][] = [
    ['the 31st, clamped', rule(monthly(31)), ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['the 31st, skipped', rule(monthly(31), { missingDay: 'skip' }), ['2026-01-31', '2026-03-31', '2026-05-31']],
    [
      'the last day',
      rule({ unit: 'month', every: 1, on: { kind: 'last' } }),
      ['2026-01-31', '2026-02-28', '2026-03-31'],
    ],
    [
      '29 February, clamped',
      rule({ unit: 'year', every: 1, month: 2, on: { kind: 'date', day: 29 } }),
      ['2026-02-28', '2027-02-28', '2028-02-29'],
    ],
    [
      '29 February, skipped',
      rule({ unit: 'year', every: 1, month: 2, on: { kind: 'date', day: 29 } }, { missingDay: 'skip' }),
      ['2028-02-29', '2032-02-29'],
    ],
    [
      'a fifth Monday, skipped',
      rule({ unit: 'month', every: 1, on: { kind: 'weekday', nth: 5, weekday: 1 } }, { missingDay: 'skip' }),
      ['2026-03-30', '2026-06-29', '2026-08-31'],
    ],
    [
      'a fifth Monday, else the last',
      rule({ unit: 'month', every: 1, on: { kind: 'weekday', nth: 5, weekday: 1 } }),
      ['2026-01-26', '2026-02-23', '2026-03-30'],
    ],
  ];
  test.each(cases)('%s', (_, wanted, expected) => {
    expect(lines(wanted, '2026-01-01', expected.length)).toEqual(expected);
  });

  test('a clamped day says so', () => {
    const next = nextOccurrence(compileRecurrence(rule(monthly(31)), chineseOffice), cn('2026-02-01 00:00'));
    expect(next?.shifts).toEqual([{ kind: 'missingDay' }]);
  });
});

describe('non-working days around National Day 2026', () => {
  const daily = (nonWorkingDay: Recurrence['nonWorkingDay']) =>
    rule({ unit: 'day', every: 1 }, { nonWorkingDay, start: '2026-09-29' });

  test('moved to the day after: the first working day keeps its own, the nearest keeps it elsewhere', () => {
    expect(lines(daily('after'), '2026-09-29', 4)).toEqual([
      '2026-09-29',
      '2026-09-30',
      '2026-10-01-',
      '2026-10-02-',
      '2026-10-03-',
      '2026-10-04-',
      '2026-10-05-',
      '2026-10-06-',
      '2026-10-07-',
      '2026-10-08',
      '2026-10-09',
    ]);
  });

  test('a weekly Thursday moves over the holiday, and names it', () => {
    const thursday = (nonWorkingDay: Recurrence['nonWorkingDay']) =>
      rule({ unit: 'week', every: 1, on: [4] }, { nonWorkingDay, start: '2026-09-24' });
    // The Thursday after has that working day itself.
    expect(lines(thursday('after'), '2026-09-24', 3)).toEqual([
      '2026-09-24',
      '2026-10-01-',
      '2026-10-08',
      '2026-10-15',
    ]);
    expect(lines(thursday('before'), '2026-09-24', 3)).toEqual(['2026-09-24', '2026-10-01>2026-09-30', '2026-10-08']);
    const moved = nextOccurrence(compileRecurrence(thursday('before'), chineseOffice), cn('2026-09-24 12:00'));
    expect(moved?.shifts).toEqual([
      { kind: 'nonWorkingDay', text: expect.objectContaining({ 'zh-CN': expect.stringContaining('国庆') }) },
    ]);
  });

  test('a make-up Saturday is a working day', () => {
    const saturdays = rule({ unit: 'week', every: 1, on: [6] }, { nonWorkingDay: 'skip', start: '2026-10-01' });
    expect(lines(saturdays, '2026-10-01', 1)).toEqual(['2026-10-03-', '2026-10-10']);
  });

  test('what was planned before an instant and moved behind it still comes', () => {
    const first = rule(monthly(1), { nonWorkingDay: 'after', start: '2026-09-01' });
    const next = nextOccurrence(compileRecurrence(first, chineseOffice), cn('2026-10-05 00:00'));
    expect(next && line(next)).toBe('2026-10-01>2026-10-08');
  });
});

describe('bounds', () => {
  test('a season across the year’s end', () => {
    const winter = rule(monthly(1), { season: { from: '11-15', to: '03-15' } });
    expect(lines(winter, '2026-01-01', 5)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-12-01',
      '2027-01-01',
    ]);
  });
  test('the end is the last planned date', () => {
    expect(lines(rule(monthly(15), { end: '2026-03-15' }), '2026-01-01', 9)).toEqual([
      '2026-01-15',
      '2026-02-15',
      '2026-03-15',
    ]);
  });
  test('quarters and years count from the start', () => {
    const quarterly = rule({ unit: 'month', every: 3, on: { kind: 'date', day: 10 } }, { start: '2026-02-11' });
    expect(lines(quarterly, '2026-01-01', 2)).toEqual(['2026-05-10', '2026-08-10']);
    const everyOther = rule({ unit: 'year', every: 2, month: 6, on: { kind: 'last' } });
    expect(lines(everyOther, '2026-01-01', 2)).toEqual(['2026-06-30', '2028-06-30']);
  });
  test('never: a yearly date outside its season', () => {
    const never = rule(
      { unit: 'year', every: 1, month: 1, on: { kind: 'date', day: 1 } },
      { season: { from: '06-01', to: '08-31' } },
    );
    expect(nextOccurrence(compileRecurrence(never, chineseOffice), cn('2026-01-01 00:00'))).toBeNull();
  });
});

describe('clocks that change', () => {
  const daily = (time: string): Recurrence => rule({ unit: 'day', every: 1 }, { time });
  const next = (time: string, zone: string, after: string): Occurrence | null =>
    nextOccurrence(compileRecurrence(daily(time), officeIn(zone)), instantAt(after, '00:00', zone));

  test('02:30 on the night it does not exist is 03:00, and says so', () => {
    const found = next('02:30', 'America/Los_Angeles', '2026-03-08');
    expect(found?.at).toBe(Date.parse('2026-03-08T03:00:00-07:00'));
    expect(found?.shifts).toEqual([{ kind: 'gap', wanted: '02:30' }]);
  });
  test('01:30 on the night it comes twice is the first', () => {
    const found = next('01:30', 'America/Los_Angeles', '2026-11-01');
    expect(found?.at).toBe(Date.parse('2026-11-01T01:30:00-07:00'));
    expect(found?.shifts).toEqual([]);
  });
});

describe('floating: counted from the completion', () => {
  const floating = (wanted: Recurrence, completed: string) => {
    const next = nextAfterCompletion(compileRecurrence(wanted, chineseOffice), cn(completed));
    return next && line(next);
  };
  test('whole units later, whatever day the rule names', () => {
    expect(floating(rule(monthly(1)), '2026-01-17 16:00')).toBe('2026-02-17');
    expect(floating(rule(monthly(1)), '2026-01-31 16:00')).toBe('2026-02-28');
    expect(floating(rule({ unit: 'week', every: 2, on: [1] }), '2026-03-05 10:00')).toBe('2026-03-19');
  });
  test('into the season, to a working day, not past the end', () => {
    const summer = { from: '06-01', to: '08-31' };
    expect(floating(rule(monthly(1), { season: summer }), '2026-08-20 10:00')).toBe('2027-06-01');
    expect(floating(rule(monthly(1), { nonWorkingDay: 'after' }), '2026-09-01 10:00')).toBe('2026-10-01>2026-10-08');
    expect(floating(rule(monthly(1), { end: '2026-09-30' }), '2026-09-01 10:00')).toBeNull();
  });
  test('never on the day of the completion itself', () => {
    const daily = rule({ unit: 'day', every: 1 }, { nonWorkingDay: 'before' });
    expect(floating(daily, '2026-09-30 10:00')).toBe('2026-10-01');
  });
});
