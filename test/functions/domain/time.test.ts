import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dateOfDay, epochDay } from '#domain/civil-date';
import { UnknownZone } from '#domain/errors';
import { addDays, DAY, HOUR, instantAt, isoWeekday, localDate, localTime, MINUTE, parseIso, toIso } from '#domain/time';
import { nearChange, zones } from './calendar-fixtures.ts';

const LA = 'America/Los_Angeles';
const Berlin = 'Europe/Berlin';

test.each([
  ['a plain time', '2026-11-23', '09:00', 'Asia/Shanghai', '2026-11-23T01:00:00Z'],
  ['24:00 is the next midnight', '2026-12-31', '24:00', 'Asia/Shanghai', '2026-12-31T16:00:00Z'],
  ['the gap in Los Angeles gives its end', '2026-03-08', '02:30', LA, '2026-03-08T10:00:00Z'],
  ['the gap begins at 02:00', '2026-03-08', '02:00', LA, '2026-03-08T10:00:00Z'],
  ['03:00 is the end of the gap', '2026-03-08', '03:00', LA, '2026-03-08T10:00:00Z'],
  ['the overlap in Los Angeles gives the first', '2026-11-01', '01:30', LA, '2026-11-01T08:30:00Z'],
  ['after the overlap', '2026-11-01', '02:00', LA, '2026-11-01T10:00:00Z'],
  ['the gap in Berlin', '2026-03-29', '02:15', Berlin, '2026-03-29T01:00:00Z'],
  ['the overlap in Berlin', '2026-10-25', '02:15', Berlin, '2026-10-25T00:15:00Z'],
  ['a gap at midnight: the day begins at 01:00', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
  ['a change by half an hour', '2026-10-04', '02:10', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['a date the zone skipped', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
])('instantAt: %s', (_, date, time, zone, expected) => {
  expect(toIso(instantAt(date, time, zone))).toBe(expected);
});

test.each([
  ['2026-12-31T15:59:59.999Z', 'Asia/Shanghai', '2026-12-31', '23:59', 4],
  ['2026-12-31T16:00:00Z', 'Asia/Shanghai', '2027-01-01', '00:00', 5],
  ['2026-03-08T09:59:00Z', LA, '2026-03-08', '01:59', 7],
  ['2026-03-08T10:00:00Z', LA, '2026-03-08', '03:00', 7],
  ['1969-12-31T23:30:00Z', 'UTC', '1969-12-31', '23:30', 3],
])('%s in %s is %s %s', (iso, zone, date, time, weekday) => {
  expect([localDate(parseIso(iso), zone), localTime(parseIso(iso), zone)]).toEqual([date, time]);
  expect(isoWeekday(date)).toBe(weekday);
});

test.each([
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-02-28', 1, '2026-03-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-12-31', 365, '2027-12-31'],
])('addDays: %s %i', (date, n, expected) => {
  expect(addDays(date, n)).toBe(expected);
});

test('units, and ISO there and back', () => {
  expect([MINUTE, HOUR, DAY]).toEqual([60_000, 3_600_000, 86_400_000]);
  expect(toIso(parseIso('2026-11-23T20:00:00+08:00'))).toBe('2026-11-23T12:00:00Z');
  expect(toIso(parseIso('2026-11-23T12:00:00.250Z'))).toBe('2026-11-23T12:00:00.25Z');
  expect(() => parseIso('yesterday')).toThrow(RangeError);
});

test('the first question about a zone may be its very moment of change', () => {
  const change = parseIso('2026-03-08T07:00:00Z');
  const around = [change, change - MINUTE, change + MINUTE].map((at) => localTime(at, 'America/New_York'));
  expect(around).toEqual(['03:00', '01:59', '03:01']);
});

test('an unknown zone is a domain error', () => {
  expect(() => localDate(0, 'Mars/Olympus')).toThrow(UnknownZone);
});

test('days and dates agree with Temporal', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
      const date = dateOfDay(day);
      const plain = Temporal.PlainDate.from('1970-01-01').add({ days: day });
      expect(date).toBe(plain.toString());
      expect(epochDay(date)).toBe(day);
      expect(isoWeekday(date)).toBe(plain.dayOfWeek);
    }),
  );
});

test('local times agree with Temporal, around changes and elsewhere, whatever was asked before', () => {
  const instants = fc.oneof(
    nearChange,
    fc.integer({ min: parseIso('1990-01-01T00:00Z'), max: parseIso('2060-01-01T00:00Z') }),
  );
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      expect(localDate(at, zone)).toBe(local.toPlainDate().toString());
      expect(localTime(at, zone)).toBe(local.toPlainTime().toString().slice(0, 5));
      const plain = local.toPlainDateTime().round('minute');
      const found = instantAt(plain.toPlainDate().toString(), plain.toPlainTime().toString().slice(0, 5), zone);
      expect(found).toBe(plain.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds);
    }),
  );
});

test('instantAt never decreases as the local time grows', () => {
  const minutes = fc.integer({ min: 0, max: 1440 });
  const time = (n: number) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(nearChange, fc.constantFrom(...zones), minutes, minutes, (at, zone, a, b) => {
      const date = localDate(at, zone);
      const [early, late] = [instantAt(date, time(Math.min(a, b)), zone), instantAt(date, time(Math.max(a, b)), zone)];
      expect(early).toBeLessThanOrEqual(late);
      expect(instantAt(date, '24:00', zone)).toBe(instantAt(addDays(date, 1), '00:00', zone));
    }),
  );
});
