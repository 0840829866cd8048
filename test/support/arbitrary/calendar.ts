import fc from 'fast-check';
import type { CalendarDocument, OpenInterval } from '#domain/calendar-document';
import { defaultCalendar } from '#workflows/default-calendar';

/** Offices that open seldom, at night, or with the State Council's days. */
const spans: fc.Arbitrary<OpenInterval[]> = fc.constantFrom(
  [],
  [{ from: '09:00', to: '12:00' }],
  [
    { from: '08:30', to: '12:00' },
    { from: '13:00', to: '24:00' },
  ],
  [{ from: '00:00', to: '24:00' }],
);
/** Days of autumn that were opened or closed; a day twice would not be a calendar. */
const changed = fc.uniqueArray(fc.tuple(fc.constantFrom('09', '10', '11'), fc.integer({ min: 10, max: 30 })), {
  maxLength: 5,
  selector: ([month, day]) => `${month}-${day}`,
});

/** Calendars of any form; some never open, or only on single days. */
export const calendars: fc.Arbitrary<CalendarDocument> = fc.oneof(
  fc.constant(defaultCalendar),
  fc
    .tuple(spans, spans, spans, fc.constantFrom('Asia/Shanghai', 'Europe/London'), changed)
    .map(([a, b, weekend, zone, days]) => ({
      ...defaultCalendar,
      zone,
      week: { 1: a, 2: b, 3: a, 4: b, 5: a, 6: weekend, 7: [] },
      exceptions: days.map(([month, day], n) => ({
        date: `2026-${month}-${day}`,
        open: n % 2 === 0 ? b : [],
        reason: { 'zh-CN': '调整', en: 'Changed' },
      })),
    })),
);
