import rrule from 'rrule';
import { describe, expect, test } from 'vitest';
import { calendarFeed } from '#domain/plan/calendar-feed';
import { dueBetween } from '#domain/plan/occurrences';
import { planRrule } from '#domain/plan/plan-rrule';
import { fromRrule } from '#domain/recurrence/rrule';
import { DAY } from '#domain/time';
import { cn } from '../calendar-fixtures.ts';
import { compiled, monthly, planOf, yearly } from './plan-fixture.ts';

const event = { id: 'plan/s/p/2026-03-05/lift1@steward', at: cn('2026-03-05 09:00'), description: '', location: '' };
const feed = (summary: string, more = {}) =>
  calendarFeed('维保', [{ ...event, summary, ...more }], cn('2026-01-01 08:00'));

describe('a feed', () => {
  test('lines, times in UTC, the id of the order', () => {
    expect(feed('Lift', { description: 'Check', location: 'A1' })).toContain(
      [
        'BEGIN:VEVENT',
        'UID:plan/s/p/2026-03-05/lift1@steward',
        'DTSTAMP:20260101T000000Z',
        'DTSTART:20260305T010000Z',
        'SUMMARY:Lift',
        'DESCRIPTION:Check',
        'LOCATION:A1',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });
  test('words cannot end their line, nor the entry', () => {
    const text = feed('a,b;c\\d\r\nEND:VEVENT\u0000\u2028x');
    expect(text).toContain('SUMMARY:a\\,b\\;c\\\\d\\nEND:VEVENT\\nx\r\n');
    expect(text.split('\r\n').filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });
  test('at most 75 octets a line, never within a character, and whole again when unfolded', () => {
    const words = '电梯🛗年检 lift '.repeat(40);
    const text = feed(words);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${words}\r\n`);
    expect(text).not.toContain('\ufffd');
  });
});

describe('RFC 5545', () => {
  const from = cn('2026-01-01 00:00');
  test('what a library reads of it are the plan’s own dates, with what was dragged', () => {
    const one = compiled([
      planOf({
        rule: { frequency: monthly(31), start: '2026-01-01' },
        moves: [{ from: '2026-03-31', to: '2026-04-02' }],
      }),
    ]);
    const lines = planRrule(one);
    expect(lines).toHaveLength(4);
    const text = Array.isArray(lines) ? lines.join('\n').replaceAll(/;TZID=[^:]+/g, '') : '';
    // The library reads wall-clock time as UTC.
    const theirs = rrule.rrulestr(text, { forceset: true }).between(new Date(from), new Date(from + 365 * DAY));
    const ours = dueBetween(one, from, from + 365 * DAY).map(({ date }) => `${date}T09:00:00.000Z`);
    expect(theirs.map((date) => date.toISOString())).toEqual(ours);
    expect(ours).toHaveLength(12);
  });
  test('and what is read back is the rule', () => {
    const plan = planOf({ rule: { frequency: { unit: 'week', every: 2, on: [1, 4] }, start: '2024-01-01' } });
    const lines = planRrule(compiled([plan]));
    expect(Array.isArray(lines) && fromRrule(lines.join('\n'), 'Asia/Shanghai')).toMatchObject({
      frequency: plan.recurrence.frequency,
      start: '2024-01-01',
      time: '09:00',
    });
  });
  test('what it has no words for', () => {
    const reason = (...plans: Parameters<typeof compiled>[0]) => planRrule(compiled(plans));
    expect(reason(planOf({ mode: 'floating' }))).toBe('floating');
    expect(reason(planOf({ meter: { every: 1, unit: 'h', alone: false } }))).toBe('meter');
    expect(reason(planOf(), planOf({ id: 'y', absorbs: ['lift-month'], rule: { frequency: yearly(6, 1) } }))).toBe(
      'absorbed',
    );
    expect(reason(planOf({ rule: { nonWorkingDay: 'after' } }))).toBe('nonWorkingDay');
  });
});
