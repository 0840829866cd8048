import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Calendar, compileCalendar } from '#domain/calendar';
import { compileRecurrence, nextOccurrence, type Occurrence, preview } from '#domain/recurrence/occurrences';
import type { Recurrence } from '#domain/recurrence/rule';
import { instantAt, localDate, localTime, MINUTE } from '#domain/time';
import { chineseOffice, documentOf, roundTheClock } from '../calendar-fixtures.ts';
import { dates, occurrencesBetween, plus, rules } from './oracle.ts';

const everyOccurrence = (rule: Recurrence, calendar: Calendar, from: string, to: string): Occurrence[] => {
  const compiled = compileRecurrence(rule, calendar);
  const found: Occurrence[] = [];
  // From well before, so that those moved out of their window are found too.
  let after = instantAt(plus(from, -70), '00:00', calendar.zone);
  for (let next = nextOccurrence(compiled, after); next; next = nextOccurrence(compiled, after)) {
    if (next.planned > plus(to, 70)) break;
    found.push(next);
    after = next.at;
  }
  return found.filter(({ planned }) => planned >= from && planned <= to);
};

test('agrees with the slow way, over two years of holidays and make-up days', () => {
  fc.assert(
    fc.property(rules, dates, (rule, from) => {
      const to = plus(from, 730);
      const found = everyOccurrence(rule, chineseOffice, from, to);
      expect(found.map(({ planned, date }) => [planned, date])).toEqual(
        occurrencesBetween(rule, chineseOffice, from, to),
      );
    }),
    { numRuns: 1_000 },
  );
}, 60_000);

test('instants ascend strictly and do not depend on where one asks from', () => {
  fc.assert(
    fc.property(rules, dates, fc.nat(200), (rule, from, days) => {
      const compiled = compileRecurrence(rule, chineseOffice);
      const after = instantAt(from, '12:00', 'Asia/Shanghai');
      const next = nextOccurrence(compiled, after);
      if (next === null) return;
      expect(next.at).toBeGreaterThan(after);
      const between = after + Math.floor(((next.at - 1 - after) * days) / 200);
      expect(nextOccurrence(compiled, between)).toEqual(next);
      const second = nextOccurrence(compiled, next.at);
      if (second) expect(second.at).toBeGreaterThan(next.at);
    }),
    { numRuns: 500 },
  );
});

test('the preview lists the same occurrences, and every planned day once', () => {
  fc.assert(
    fc.property(rules, dates, (rule, from) => {
      const compiled = compileRecurrence(rule, chineseOffice);
      const after = instantAt(from, '00:00', 'Asia/Shanghai');
      const listed = preview(compiled, after, 12);
      const shown = listed.filter((one) => 'at' in one);
      const asked: Occurrence[] = [];
      for (let next = nextOccurrence(compiled, after); next && asked.length < 12; ) {
        asked.push(next);
        next = nextOccurrence(compiled, next.at);
      }
      expect(shown).toEqual(asked);
      const planned = listed.map((one) => one.planned);
      expect([...new Set(planned)].sort()).toEqual(planned);
    }),
    { numRuns: 300 },
  );
});

test('a rule that falls on a working day only in thousands of years ends while dates have four digits', () => {
  const rule: Recurrence = {
    frequency: { unit: 'month', every: 7, on: { kind: 'weekday', nth: -1, weekday: 6 } },
    time: '00:00',
    start: '2024-01-01',
    end: null,
    season: { from: '01-01', to: '01-25' },
    missingDay: 'clamp',
    nonWorkingDay: 'skip',
  };
  const listed = preview(compileRecurrence(rule, chineseOffice), instantAt('2024-01-01', '00:00', 'Asia/Shanghai'), 12);
  const planned = listed.map((one) => one.planned);
  expect(planned.length).toBeGreaterThan(100);
  expect(planned.filter((date) => !/^\d{4}-\d\d-\d\d$/.test(date))).toEqual([]);
  expect(planned.toSorted()).toEqual(planned);
});

/** Every change of the clocks of a zone, 2024 to 2036. */
function transitions(zone: string): Temporal.ZonedDateTime[] {
  const found: Temporal.ZonedDateTime[] = [];
  const end = Temporal.ZonedDateTime.from(`2037-01-01T00:00[${zone}]`);
  let at = Temporal.ZonedDateTime.from(`2024-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  while (at && Temporal.ZonedDateTime.compare(at, end) < 0) {
    found.push(at);
    at = at.getTimeZoneTransition('next');
  }
  return found;
}

/** Of zones whose clocks change at the same instants in the same way, one. */
const zones = [
  ...new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      transitions(zone)
        .map((at) => `${at.epochMilliseconds}${at.offset}`)
        .join(),
      zone,
    ]),
  ),
].flatMap(([changes, zone]) => (changes === '' ? [] : [zone]));

test('all changes of the clocks of the world are looked at', () => {
  expect(zones.length).toBeGreaterThan(25);
  expect(zones.some((zone) => transitions(zone).length === 26)).toBe(true);
});

test.each(zones)(
  'daily at every half hour around each change of the clocks in %s: once a date, first valid instant',
  (zone) => {
    const calendar = roundTheClock(zone);
    for (const transition of transitions(zone)) {
      const day = transition.toPlainDate().subtract({ days: 2 }).toString();
      const around = [plus(day, 1), plus(day, 2), plus(day, 3)];
      for (const time of ['00:00', '00:30', '01:00', '01:30', '02:00', '02:30', '03:00', '23:30']) {
        const rule: Recurrence = {
          frequency: { unit: 'day', every: 1 },
          time,
          start: day,
          end: plus(day, 4),
          season: null,
          missingDay: 'clamp',
          nonWorkingDay: 'asIs',
        };
        const found = preview(compileRecurrence(rule, calendar), instantAt(plus(day, -1), '23:59', zone), 10);
        expect(found.map(({ planned }) => planned)).toEqual([0, 1, 2, 3, 4].map((n) => plus(day, n)));
        for (const one of found) {
          if (!('at' in one)) throw new Error('nothing falls away');
          // The first minute whose local date and time are not before the wanted ones; clocks turn back around the change only.
          let first = one.at - (around.includes(one.date) ? 180 : 1) * MINUTE;
          while (`${localDate(first, zone)} ${localTime(first, zone)}` < `${one.date} ${time}`) first += MINUTE;
          expect(one.at).toBe(first);
          expect(one.shifts.map(({ kind }) => kind)).toEqual(localTime(one.at, zone) === time ? [] : ['gap']);
        }
      }
    }
  },
  60_000,
);

test('a calendar without working days moves nothing, and a rule that skips them ends', () => {
  const never = compileCalendar(documentOf({ weekdays: [] }), 'never@1');
  const rule = (nonWorkingDay: Recurrence['nonWorkingDay']): Recurrence => ({
    frequency: { unit: 'week', every: 1, on: [6] },
    time: '09:00',
    start: '2026-01-01',
    end: null,
    season: null,
    missingDay: 'clamp',
    nonWorkingDay,
  });
  const from = instantAt('2026-01-01', '00:00', 'Asia/Shanghai');
  expect(nextOccurrence(compileRecurrence(rule('after'), never), from)?.date).toBe('2026-01-03');
  expect(nextOccurrence(compileRecurrence(rule('before'), never), from)?.date).toBe('2026-01-03');
  expect(nextOccurrence(compileRecurrence(rule('skip'), never), from)).toBeNull();
});
