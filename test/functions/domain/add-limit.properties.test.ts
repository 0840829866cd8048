import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addLimit, deadline, extendByPause } from '#domain/add-limit';
import { compileCalendar, isOpen, openTimeBetween } from '#domain/calendar';
import type { CalendarDocument } from '#domain/calendar-document';
import type { Limit } from '#domain/limit';
import { DAY, HOUR, MINUTE } from '#domain/time';
import { chineseOffice, cn, documents, nearChange } from './calendar-fixtures.ts';

const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ kind: fc.constant('elapsed' as const), minutes: fc.integer({ min: 0, max: 100_000 }) }),
  fc.record({ kind: fc.constant('workingHours' as const), minutes: fc.integer({ min: 0, max: 5000 }) }),
  fc.record({ kind: fc.constant('workingDays' as const), days: fc.integer({ min: 0, max: 30 }) }),
  fc.record({
    kind: fc.constant('workingDayAt' as const),
    days: fc.integer({ min: 1, max: 30 }),
    at: fc.constantFrom('00:00', '01:30', '02:30', '09:00', '12:00', '23:59'),
  }),
);
const calendars = fc.oneof(
  fc.constant(chineseOffice),
  documents.map((document) => compileCalendar(document, 'x@1')),
);

test('a deadline is not before its start, later starts end no earlier, and explaining changes nothing', () => {
  const later = fc.oneof(fc.integer({ min: 0, max: 3 * DAY }), fc.constantFrom(1, MINUTE, HOUR, DAY));
  fc.assert(
    fc.property(calendars, limits, nearChange, later, (calendar, limit, start, by) => {
      const at = deadline(start, limit, calendar);
      expect(at).toBeGreaterThanOrEqual(start);
      expect(deadline(start + by, limit, calendar)).toBeGreaterThanOrEqual(at);
      expect(addLimit(start, limit, calendar).at).toBe(at);
    }),
    { numRuns: 500 },
  );
});

test('what the explanation counts lies in order between start and deadline, in open time, and sums to the hours', () => {
  fc.assert(
    fc.property(calendars, limits, nearChange, (calendar, limit, start) => {
      const { at, explanation } = addLimit(start, limit, calendar);
      let end = start;
      for (const { from, to, counted } of explanation.counted) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeLessThanOrEqual(at);
        expect(counted).toBe(openTimeBetween(calendar, from, to));
        end = to;
      }
      if (limit.kind !== 'workingHours') return;
      const sum = explanation.counted.reduce((total, { counted }) => total + counted, 0);
      expect(sum).toBe(limit.minutes * MINUTE);
      expect(openTimeBetween(calendar, start, at)).toBe(sum);
      if (!explanation.truncated)
        for (const { from, to, counted } of explanation.counted) expect(counted).toBe(to - from);
      if (limit.minutes > 0) expect(isOpen(calendar, at - 1)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a pause moves no deadline nearer; for hours the working time that was left stays left', () => {
  const length = fc.integer({ min: 0, max: 5 * DAY });
  fc.assert(
    fc.property(calendars, limits, nearChange, fc.nat(), length, (calendar, limit, start, offset, paused) => {
      const before = deadline(start, limit, calendar);
      const from = start + (offset % (before - start + 1));
      const after = extendByPause(before, limit, { from, to: from + paused }, calendar);
      expect(after).toBeGreaterThanOrEqual(before);
      if (limit.kind === 'workingHours') {
        expect(openTimeBetween(calendar, from + paused, after)).toBe(openTimeBetween(calendar, from, before));
      }
    }),
    { numRuns: 300 },
  );
});

/**
 * An oracle that shares nothing with the code: steps through quarter hours, reads each one's wall clock from Temporal
 * and looks at the document. In the second pass of an hour that comes twice, the clock counts as standing at its end,
 * because an interval's ends are the first occurrences of their local times.
 */
function steppedDeadline(start: number, minutes: number, document: CalendarDocument): number {
  let at = start;
  for (let left = minutes; left > 0; at += 15 * MINUTE) if (isOpenByClock(at, document)) left -= 15;
  return at;
}

function isOpenByClock(at: number, document: CalendarDocument): boolean {
  let local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(document.zone);
  const first = local.toPlainDateTime().toZonedDateTime(document.zone, { disambiguation: 'earlier' });
  const change = local.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  if (change && first.epochMilliseconds !== at) local = change.subtract({ minutes: 1 });
  const date = local.toPlainDate().toString();
  const time = local.toPlainTime().toString().slice(0, 5);
  const week = document.week[local.dayOfWeek as 1];
  const open = document.exceptions.findLast((exception) => exception.date === date)?.open ?? week;
  return open.some(({ from, to }) => from <= time && time < to);
}

test('working hours agree with a clock-stepping oracle, across daylight saving and exceptions', () => {
  const quarters = fc.integer({ min: 1, max: 60 }).map((n) => n * 15);
  fc.assert(
    fc.property(documents, nearChange, quarters, (document, start, minutes) => {
      const found = deadline(start, { kind: 'workingHours', minutes }, compileCalendar(document, 'x@1'));
      expect(found).toBe(steppedDeadline(start, minutes, document));
    }),
    { numRuns: 60 },
  );
});

test('the order in which a calendar is asked does not matter', () => {
  const far = fc.integer({ min: cn('2015-01-01 00:00'), max: cn('2040-01-01 00:00') });
  fc.assert(
    fc.property(documents, limits, fc.array(far, { minLength: 1, maxLength: 8 }), (document, limit, starts) => {
      const forth = compileCalendar(document, 'x@1');
      const back = compileCalendar(document, 'x@1');
      const answers = starts.map((start) => deadline(start, limit, forth));
      const reversed = starts.toReversed().map((start) => deadline(start, limit, back));
      expect(reversed.toReversed()).toEqual(answers);
    }),
    { numRuns: 50 },
  );
});
