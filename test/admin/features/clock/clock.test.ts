// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { CalendarDocument } from '#domain/calendar-document';
import { withChinesePublicHolidays } from '#domain/public-holidays-cn';
import { nextWorkingDay } from '../../../../admin/src/features/clock/next-working-day.ts';
import { systemTime } from '../../../../admin/src/features/clock/system-clock.tsx';

const open = [{ from: '09:00', to: '18:00' }];
const week = { 1: open, 2: open, 3: open, 4: open, 5: open, 6: [], 7: [] };
const office: CalendarDocument = withChinesePublicHolidays({
  name: { 'zh-CN': '办公日历', en: 'Office' },
  zone: 'Asia/Shanghai',
  week,
  exceptions: [],
  horizon: '2026-12-31',
});
const at = (local: string) => Date.parse(`${local}+08:00`);

describe('the system’s clock', () => {
  test('runs on from what was told, at the system’s speed', () => {
    expect(systemTime({ now: '2026-09-29T06:00:00Z', speed: 1 }, 1000, 6000)).toBe(Date.parse('2026-09-29T06:00:05Z'));
    expect(systemTime({ now: 0, speed: 60 }, 1000, 2000)).toBe(60_000);
    expect(systemTime({ now: 0, speed: 0 }, 1000, 2000)).toBe(0);
  });

  test('next working day: over a weekend, over a holiday, onto a make-up day', () => {
    expect(nextWorkingDay(office, at('2026-11-20T16:00:00'))).toBe(at('2026-11-23T09:00:00'));
    expect(nextWorkingDay(office, at('2026-09-30T23:59:00'))).toBe(at('2026-10-08T09:00:00'));
    expect(nextWorkingDay(office, at('2026-10-09T10:00:00'))).toBe(at('2026-10-10T09:00:00'));
  });

  test('none in a calendar that never opens', () => {
    const closed = { ...office, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }, exceptions: [] };
    expect(nextWorkingDay(closed, at('2026-11-20T16:00:00'))).toBeNull();
  });
});
