import fc from 'fast-check';
import { type Calendar, compileCalendar } from '#domain/calendar';
import type { CalendarDocument, OpenInterval } from '#domain/calendar-document';
import { withChinesePublicHolidays } from '#domain/public-holidays-cn';
import { parseIso } from '#domain/time';

export const text = (words: string) => ({ 'zh-CN': words, en: words });
export const holiday = (date: string, reason = 'holiday') => ({ date, open: [], reason: text(reason) });

const noon = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

/** Monday to Friday 9-12 and 13:30-18 (7.5 h) unless told otherwise. */
export function documentOf(
  changes: Partial<CalendarDocument> & { weekdays?: OpenInterval[]; weekend?: OpenInterval[] } = {},
) {
  const { weekdays = noon, weekend = [], ...rest } = changes;
  const week = { 1: weekdays, 2: weekdays, 3: weekdays, 4: weekdays, 5: weekdays, 6: weekend, 7: weekend };
  return {
    name: text('office'),
    zone: 'Asia/Shanghai',
    week,
    exceptions: [],
    horizon: '2026-12-31',
    ...rest,
  } satisfies CalendarDocument;
}

/** An office in China with the public holidays of 2024 to 2026. */
export const chineseOffice: Calendar = compileCalendar(withChinesePublicHolidays(documentOf()), 'office@1');

const allDay = [{ from: '00:00', to: '24:00' }];
export const roundTheClock = (zone = 'Asia/Shanghai') =>
  compileCalendar(documentOf({ weekdays: allDay, weekend: allDay, zone }), '24x7@1');
export const neverOpen = (exceptions: CalendarDocument['exceptions'] = []) =>
  compileCalendar(documentOf({ weekdays: [], exceptions }), 'never@3');
export const officeIn = (zone: string, weekdays?: OpenInterval[], weekend?: OpenInterval[]) =>
  compileCalendar(documentOf({ zone, weekdays, weekend }), 'office@1');

/** '2026-09-30 18:00' in China -> instant. */
export const cn = (local: string) => parseIso(`${local.replace(' ', 'T')}:00+08:00`);

/** Zones with DST in both hemispheres, at midnight, by half an hour, and one without. */
export const zones = [
  'America/Los_Angeles',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Shanghai',
  'UTC',
];
/** Quarter hours around the changes in those zones in 2026, and around two ends of the compiled spans of days. */
export const nearChange = fc
  .tuple(
    fc.constantFrom(
      ...[
        '2026-03-08',
        '2026-03-29',
        '2026-04-05',
        '2026-04-24',
        '2026-10-04',
        '2026-10-25',
        '2026-10-30',
        '2026-11-01',
      ],
      ...['2026-01-27', '2027-06-23'],
    ),
    fc.oneof(fc.integer({ min: -5 * 96, max: 3 * 96 }), fc.integer({ min: -60, max: 60 })),
  )
  .map(([date, quarters]) => parseIso(`${date}T00:00:00Z`) + quarters * 15 * 60_000);

const quarter = fc
  .integer({ min: 0, max: 96 })
  .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
/** Unsorted, overlapping and touching intervals on quarter hours. */
const intervals = fc.array(
  fc
    .tuple(quarter, quarter)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  { maxLength: 3 },
);
const someIntervals = intervals.filter((list) => list.length > 0);

/** Calendars that open at least on every Monday. */
export const documents: fc.Arbitrary<CalendarDocument> = fc
  .record({
    zone: fc.constantFrom(...zones),
    week: fc.record({
      1: someIntervals,
      2: intervals,
      3: intervals,
      4: intervals,
      5: intervals,
      6: intervals,
      7: intervals,
    }),
    exceptions: fc.array(
      fc.record({
        date: fc
          .tuple(fc.constantFrom('02', '03', '04', '10', '11'), fc.integer({ min: 1, max: 28 }))
          .map(([month, day]) => `2026-${month}-${String(day).padStart(2, '0')}`),
        open: intervals,
        reason: fc.constant(text('exception')),
      }),
      { maxLength: 12 },
    ),
  })
  .map((parts) => ({ ...documentOf(), ...parts }));
