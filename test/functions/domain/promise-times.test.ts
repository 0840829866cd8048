import { describe, expect, test } from 'vitest';
import { compileCalendar } from '#domain/calendar';
import { promiseTimes } from '#domain/promise-times';
import { localTime, MINUTE } from '#domain/time';
import { at, facts } from '#test/support/estate';

describe('times to promise', () => {
  test('soon on a quarter of an hour, by closing, and on working days ahead', () => {
    const now = at('2026-11-23', '10:07');
    const times = promiseTimes(now, facts.calendar);
    expect(times[0]).toBe(at('2026-11-23', '11:15'));
    expect(times).toContain(at('2026-11-24', '10:00'));
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    expect(localTime(times.at(-1) ?? 0, 'Asia/Shanghai')).toBe('17:00');
  });

  test('never nearer than half an hour', () => {
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      const now = at('2026-11-23', '00:00') + minute * MINUTE;
      for (const time of promiseTimes(now, facts.calendar)) expect(time - now).toBeGreaterThanOrEqual(30 * MINUTE);
    }
  });

  test('a calendar that never opens leaves the wall clock', () => {
    const week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    const shut = compileCalendar({ ...facts.calendar.document, week, exceptions: [] }, 'shut@1');
    expect(promiseTimes(at('2026-11-23', '10:00'), shut)).toHaveLength(2);
  });
});
