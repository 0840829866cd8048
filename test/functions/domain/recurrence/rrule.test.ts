import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, test } from 'vitest';
import { compileRecurrence, nextOccurrence } from '#domain/recurrence/occurrences';
import { fromRrule, RruleUnreadable, toRrule } from '#domain/recurrence/rrule';
import type { Recurrence } from '#domain/recurrence/rule';
import { instantAt } from '#domain/time';
import { officeIn } from '../calendar-fixtures.ts';
import { plus, rules } from './oracle.ts';

const zone = 'Asia/Shanghai';
const calendar = officeIn(zone);
const dates = (rule: Recurrence, count: number): string[] => {
  const compiled = compileRecurrence(rule, calendar);
  const found: string[] = [];
  let after = instantAt(plus(rule.start, -1), '00:00', zone);
  for (let next = nextOccurrence(compiled, after); next && found.length < count; ) {
    found.push(next.date);
    after = next.at;
    next = nextOccurrence(compiled, after);
  }
  return found;
};
const expressible = rules.map((rule): Recurrence => ({ ...rule, season: null, nonWorkingDay: 'asIs' }));

test('what is written is read back as the same dates', () => {
  fc.assert(
    fc.property(expressible, (rule) => {
      const written = toRrule(rule, zone);
      if (typeof written === 'string') {
        expect(dates(rule, 1)).toEqual([]);
        return;
      }
      const read = fromRrule(`${written.dtstart}\n${written.rrule}`, zone);
      expect(read.time).toBe(rule.time);
      expect(dates(read, 30)).toEqual(dates(rule, 30));
    }),
    { numRuns: 500 },
  );
});

test('a library that reads RFC 5545 finds the same dates', () => {
  fc.assert(
    fc.property(expressible, (rule) => {
      const written = toRrule(rule, zone);
      if (typeof written === 'string') return;
      const found = new RRuleTemporal({ rruleString: `${written.dtstart}\n${written.rrule}` })
        .all((_, n) => n < 12)
        .map((one) => one.toPlainDate().toString());
      expect(found.slice(0, 12)).toEqual(dates(rule, 12));
    }),
    { numRuns: 100 },
  );
}, 60_000);

const read = (rrule: string, dtstart = 'DTSTART;TZID=Asia/Shanghai:20260105T083000') =>
  fromRrule(`${dtstart}\r\nRRULE:${rrule}`, zone);

describe('reading', () => {
  test.each([
    ['FREQ=DAILY;COUNT=3', ['2026-01-05', '2026-01-06', '2026-01-07']],
    ['FREQ=WEEKLY', ['2026-01-05', '2026-01-12', '2026-01-19']],
    ['FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1', ['2026-01-30', '2026-02-28', '2026-03-30']],
    ['FREQ=YEARLY;BYDAY=-1FR;BYMONTH=5', ['2026-05-29', '2027-05-28', '2028-05-26']],
    ['FREQ=DAILY;UNTIL=20260106T003000Z', ['2026-01-05', '2026-01-06']],
    ['FREQ=DAILY;UNTIL=20260106T002959Z', ['2026-01-05']],
  ])('%s', (text, expected) => {
    expect(dates(read(text), 3)).toEqual(expected);
  });

  test.each([
    ['FREQ=HOURLY', undefined, 'FREQ=HOURLY'],
    ['FREQ=DAILY;BYHOUR=9', undefined, 'BYHOUR'],
    ['FREQ=MONTHLY;BYDAY=MO', undefined, 'BYDAY'],
    ['FREQ=WEEKLY;WKST=SU', undefined, 'WKST'],
    ['FREQ=DAILY;INTERVAL=0', undefined, 'INTERVAL'],
    ['FREQ=DAILY;UNTIL=20260230', undefined, 'UNTIL'],
    ['FREQ=DAILY', 'DTSTART:20260105T083000Z', 'DTSTART'],
    ['FREQ=DAILY', 'DTSTART;TZID=Europe/Paris:20260105T083000', 'DTSTART'],
    ['FREQ=DAILY', 'DTSTART:20260230T083000', 'DTSTART'],
    ['FREQ=DAILY', 'DTSTART:20260105T083000\nEXDATE:20260106T083000', 'EXDATE'],
  ])('refuses %s %s naming the part', (text, dtstart, part) => {
    expect(() => read(text, dtstart)).toThrowError(expect.objectContaining({ name: 'RruleUnreadable', part }));
  });

  test('whatever is sent, it reads or refuses', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        try {
          fromRrule(`DTSTART:20260105T083000\nRRULE:FREQ=${one};${other}`, zone);
        } catch (error) {
          expect(error).toBeInstanceOf(RruleUnreadable);
        }
      }),
    );
  });
});

test('what RFC 5545 cannot say is named', () => {
  const rule: Recurrence = {
    frequency: { unit: 'day', every: 1 },
    time: '09:00',
    start: '2026-01-01',
    end: null,
    season: { from: '06-01', to: '08-31' },
    missingDay: 'clamp',
    nonWorkingDay: 'after',
  };
  expect(toRrule(rule, zone)).toBe('season');
  expect(toRrule({ ...rule, season: null }, zone)).toBe('nonWorkingDay');
});
