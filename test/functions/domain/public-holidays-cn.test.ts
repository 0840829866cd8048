import { expect, test } from 'vitest';
import { compileCalendar, isWorkingDay } from '#domain/calendar';
import { CalendarDocument } from '#domain/calendar-document';
import { chinesePublicHolidays, publicHolidayChanges, withChinesePublicHolidays } from '#domain/public-holidays-cn';
import { isoWeekday } from '#domain/time';
import { documentOf, holiday } from './calendar-fixtures.ts';

test('make-up days are weekend days, dates are sorted and occur once', () => {
  const dates = chinesePublicHolidays.map(({ date }) => date);
  expect(dates).toEqual([...new Set(dates)].sort());
  for (const { date, working } of chinesePublicHolidays) if (working) expect(isoWeekday(date)).toBeGreaterThan(5);
});

/** Days off named in the notice, make-up days, and working days of the year at a five-day week. */
test.each([
  ['2024', 28, 8, 251],
  ['2025', 28, 5, 248],
  ['2026', 33, 6, 248],
])('%s: %i days off, %i make-up days, %i working days', (year, off, makeUp, workingDays) => {
  const days = chinesePublicHolidays.filter(({ date }) => date.startsWith(year));
  expect(days.filter(({ working }) => !working)).toHaveLength(off);
  expect(days.filter(({ working }) => working)).toHaveLength(makeUp);

  const calendar = compileCalendar(withChinesePublicHolidays(documentOf()), 'office@1');
  const start = Date.parse(`${year}-01-01T00:00:00Z`);
  const all = Array.from({ length: 366 }, (_, i) => new Date(start + i * 86_400_000).toISOString().slice(0, 10));
  expect(all.filter((date) => date.startsWith(year) && isWorkingDay(calendar, date))).toHaveLength(workingDays);
});

test('become exceptions of a calendar: Monday hours on make-up days, own exceptions kept, horizon set', () => {
  const document = withChinesePublicHolidays(
    documentOf({ exceptions: [holiday('2026-10-10', 'our own day off')], horizon: '2020-01-01' }),
  );
  const on = (date: string) => document.exceptions.filter((exception) => exception.date === date);
  expect(CalendarDocument.safeParse(document).success).toBe(true);
  expect(on('2026-09-20')).toEqual([
    {
      date: '2026-09-20',
      open: document.week[1],
      reason: { 'zh-CN': '国庆节调休上班', en: 'Make-up working day (National Day)' },
    },
  ]);
  expect(on('2026-10-01')).toEqual([
    { date: '2026-10-01', open: [], reason: { 'zh-CN': '国庆节', en: 'National Day' } },
  ]);
  expect(on('2026-10-10')).toEqual([holiday('2026-10-10', 'our own day off')]);
  expect(document.horizon).toBe('2026-12-31');
});

test('of one year: what is new, what stays as the document has it, and a horizon that never shrinks', () => {
  const own = documentOf({ exceptions: [holiday('2025-10-11', 'our own day off')], horizon: '2025-06-30' });
  const { added, kept, horizon } = publicHolidayChanges(own, 2025);
  expect(added).toEqual(
    withChinesePublicHolidays(own).exceptions.filter(({ date }) => date.startsWith('2025') && date !== '2025-10-11'),
  );
  expect(added.find(({ date }) => date === '2025-01-26')?.open).toEqual(own.week[1]);
  expect(kept).toEqual(['2025-10-11']);
  expect(horizon).toBe('2025-12-31');
  expect(publicHolidayChanges(documentOf({ horizon: '2027-01-31' }), 2024).horizon).toBe('2027-01-31');
  expect(publicHolidayChanges(withChinesePublicHolidays(own), 2025).added).toEqual([]);
  expect(publicHolidayChanges(own, 2031)).toEqual({ added: [], kept: [], horizon: '2026-12-31' });
});
