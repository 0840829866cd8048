import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar, dayReason, isOpen, isWorkingDay, nextOpen, openTimeBetween } from '#domain/calendar';
import { CalendarNeverOpens, UnknownZone } from '#domain/errors';
import { DAY, HOUR, localTime, MINUTE, parseIso } from '#domain/time';
import {
  chineseOffice,
  cn,
  documentOf,
  documents,
  holiday,
  nearChange,
  neverOpen,
  officeIn,
  roundTheClock,
  text,
} from './calendar-fixtures.ts';

describe('an office in China', () => {
  test.each([
    ['before opening', '2026-11-23 08:59', false],
    ['at opening', '2026-11-23 09:00', true],
    ['at noon closing', '2026-11-23 12:00', false],
    ['in the lunch break', '2026-11-23 13:00', false],
    ['in the afternoon', '2026-11-23 17:59', true],
    ['at closing', '2026-11-23 18:00', false],
    ['on Sunday', '2026-11-22 10:00', false],
    ['on a holiday', '2026-10-01 10:00', false],
    ['on a make-up Saturday', '2026-10-10 10:00', true],
    ['long before the known years', '1995-11-23 10:00', true],
    ['long after', '2099-11-23 10:00', true],
  ])('%s', (_, at, open) => {
    expect(isOpen(chineseOffice, cn(at))).toBe(open);
  });

  test('working days and the reasons for exceptions', () => {
    expect(isWorkingDay(chineseOffice, '2026-10-09')).toBe(true);
    expect(isWorkingDay(chineseOffice, '2026-10-11')).toBe(false);
    expect(isWorkingDay(chineseOffice, '2026-10-10')).toBe(true);
    expect(dayReason(chineseOffice, '2026-10-10')?.['zh-CN']).toBe('国庆节调休上班');
    expect(dayReason(chineseOffice, '2026-10-07')?.en).toBe('National Day');
    expect(dayReason(chineseOffice, '2026-10-11')).toBeNull();
  });

  test.each([
    ['one day', '2026-11-23 00:00', '2026-11-24 00:00', 7.5],
    ['a week', '2026-11-23 00:00', '2026-11-30 00:00', 37.5],
    ['Friday evening to Monday opening', '2026-11-20 18:00', '2026-11-23 09:00', 0],
    ['across lunch', '2026-11-23 11:00', '2026-11-23 14:00', 1.5],
    ['National Day 2026, make-up Saturday included', '2026-09-30 18:00', '2026-10-12 00:00', 22.5],
    ['the year 2025 has 248 working days', '2025-01-01 00:00', '2026-01-01 00:00', 248 * 7.5],
    ['backwards is nothing', '2026-11-24 00:00', '2026-11-23 00:00', 0],
  ])('open time: %s', (_, from, to, hours) => {
    expect(openTimeBetween(chineseOffice, cn(from), cn(to)) / HOUR).toBe(hours);
  });
});

test('open time across daylight saving runs on real time', () => {
  const night = officeIn('America/Los_Angeles', [], [{ from: '00:00', to: '06:00' }]);
  const day = (date: string) => parseIso(`${date}T07:00:00Z`);
  expect(openTimeBetween(night, day('2026-03-08'), day('2026-03-09')) / HOUR).toBe(5);
  expect(openTimeBetween(night, day('2026-11-01'), day('2026-11-02')) / HOUR).toBe(7);
});

test.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
  'every hour of a year is right in %s, whatever span it is in',
  (zone) => {
    const evenings = [{ from: '16:00', to: '24:00' }];
    const calendar = officeIn(zone, evenings, evenings);
    for (let at = parseIso('2026-01-01T00:00Z'); at < parseIso('2027-01-01T00:00Z'); at += HOUR) {
      expect(isOpen(calendar, at)).toBe(localTime(at, zone) >= '16:00');
      expect(openTimeBetween(calendar, at, at + HOUR)).toBe(localTime(at, zone) >= '16:00' ? HOUR : 0);
    }
  },
);

test('an interval that lies inside a gap is not there, and the day is no working day', () => {
  const gap = officeIn('Europe/Berlin', [], [{ from: '02:00', to: '03:00' }]);
  expect(isWorkingDay(gap, '2026-03-29')).toBe(false);
  expect(isWorkingDay(gap, '2026-03-28')).toBe(true);
});

test('24x7 is open at every instant and counts real time', () => {
  const always = roundTheClock('Europe/Berlin');
  fc.assert(
    fc.property(nearChange, fc.integer({ min: 0, max: 900 * DAY }), (at, length) => {
      expect(isOpen(always, at)).toBe(true);
      expect(openTimeBetween(always, at, at + length)).toBe(length);
      expect(nextOpen(always, at)).toBe(at);
    }),
  );
});

test('overlapping, touching and unsorted intervals are merged; the last exception of a date counts', () => {
  const weekdays = [
    { from: '12:00', to: '14:00' },
    { from: '09:00', to: '12:30' },
    { from: '14:00', to: '15:00' },
  ];
  const exceptions = [
    holiday('2026-11-23', 'first'),
    { date: '2026-11-23', open: [{ from: '10:00', to: '11:00' }], reason: text('second') },
  ];
  const calendar = compileCalendar(documentOf({ weekdays, exceptions }), 'x@1');
  expect(openTimeBetween(calendar, cn('2026-11-24 00:00'), cn('2026-11-25 00:00')) / HOUR).toBe(6);
  expect(openTimeBetween(calendar, cn('2026-11-23 00:00'), cn('2026-11-24 00:00')) / HOUR).toBe(1);
  expect(dayReason(calendar, '2026-11-23')?.en).toBe('second');
});

test('a calendar that never opens: questions are answered, a search for the next opening is an error', () => {
  const at = cn('2026-11-23 10:00');
  expect(isOpen(neverOpen(), at)).toBe(false);
  expect(openTimeBetween(neverOpen(), at, at + 1000 * DAY)).toBe(0);
  expect(() => nextOpen(neverOpen(), at)).toThrow(CalendarNeverOpens);
});

test('a calendar that lives from one exception opens there, however far away, and never after', () => {
  const calendar = neverOpen([{ date: '2126-05-04', open: [{ from: '10:00', to: '11:00' }], reason: text('once') }]);
  expect(nextOpen(calendar, cn('2026-11-23 10:00'))).toBe(cn('2126-05-04 10:00'));
  expect(() => nextOpen(calendar, cn('2126-05-04 11:00'))).toThrow(/never@3 never opens/);
});

test('the one open day may be the first of a compiled span', () => {
  const calendar = neverOpen([{ date: '2026-01-27', open: [{ from: '10:00', to: '11:00' }], reason: text('once') }]);
  expect(nextOpen(calendar, cn('2026-01-01 10:00'))).toBe(cn('2026-01-27 10:00'));
});

test('years of closure are searched through', () => {
  const exceptions = Array.from({ length: 1000 }, (_, i) =>
    holiday(new Date(cn('2026-01-01 12:00') + i * DAY).toISOString().slice(0, 10)),
  );
  const calendar = compileCalendar(documentOf({ exceptions }), 'x@1');
  expect(nextOpen(calendar, cn('2026-01-01 10:00'))).toBe(cn('2028-09-27 09:00'));
});

test('an unknown zone is found when compiling', () => {
  expect(() => compileCalendar(documentOf({ zone: 'Mars/Olympus' }), 'x@1')).toThrow(UnknownZone);
});

test('open time adds up, is bounded by real time, and agrees with isOpen', () => {
  const gaps = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => minutes * MINUTE);
  fc.assert(
    fc.property(documents, nearChange, gaps, gaps, (document, a, first, second) => {
      const calendar = compileCalendar(document, 'x@1');
      const [b, c] = [a + first, a + first + second];
      const whole = openTimeBetween(calendar, a, c);
      expect(openTimeBetween(calendar, a, b) + openTimeBetween(calendar, b, c)).toBe(whole);
      expect(whole).toBeGreaterThanOrEqual(0);
      expect(whole).toBeLessThanOrEqual(c - a);
      expect(openTimeBetween(calendar, b, b + 1) === 1).toBe(isOpen(calendar, b));
      const opening = nextOpen(calendar, a);
      expect(isOpen(calendar, opening)).toBe(true);
      expect(openTimeBetween(calendar, a, opening)).toBe(0);
    }),
  );
});
