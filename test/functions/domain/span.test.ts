import { describe, expect, test } from 'vitest';
import { dayOf, spanOfDates, weekOf } from '#domain/span';
import { DAY, HOUR, instantAt } from '#domain/time';

const [shanghai, london] = ['Asia/Shanghai', 'Europe/London'];

describe('a local day', () => {
  test('runs from midnight to midnight of the zone, whichever instant of it is asked', () => {
    const day = { from: instantAt('2026-11-23', '00:00', shanghai), to: instantAt('2026-11-24', '00:00', shanghai) };
    for (const at of [day.from, day.from + 12 * HOUR, day.to - 1]) expect(dayOf(at, shanghai)).toEqual(day);
    expect(dayOf(day.to, shanghai)).toEqual({ from: day.to, to: day.to + DAY });
  });

  test('has 23 or 25 hours when the clocks change', () => {
    const length = (date: string) => {
      const { from, to } = dayOf(instantAt(date, '12:00', london), london);
      return (to - from) / HOUR;
    };
    expect([length('2026-03-28'), length('2026-03-29'), length('2026-10-25')]).toEqual([24, 23, 25]);
  });
});

describe('a local week', () => {
  test('runs from Monday to Sunday', () => {
    const week = {
      from: instantAt('2026-11-23', '00:00', shanghai),
      to: instantAt('2026-11-30', '00:00', shanghai),
    };
    for (const date of ['2026-11-23', '2026-11-26', '2026-11-29'])
      expect(weekOf(instantAt(date, '23:59', shanghai), shanghai)).toEqual(week);
    expect(weekOf(week.from - 1, shanghai).to).toBe(week.from);
  });

  test('goes over the turn of the year and a change of the clocks', () => {
    expect(weekOf(instantAt('2027-01-01', '08:00', london), london).from).toBe(
      instantAt('2026-12-28', '00:00', london),
    );
    const { from, to } = weekOf(instantAt('2026-10-22', '08:00', london), london);
    expect((to - from) / HOUR).toBe(7 * 24 + 1);
  });
});

test('spans local dates, both included, and never reaches beyond what is stored', () => {
  expect(spanOfDates('2026-11-23', '2026-11-24', 'Asia/Shanghai')).toEqual({
    from: Date.parse('2026-11-22T16:00:00Z'),
    to: Date.parse('2026-11-24T16:00:00Z'),
  });
  const all = { from: 0, to: 99_999_999_999_999 };
  expect(spanOfDates(undefined, undefined, 'Asia/Shanghai')).toEqual(all);
  expect(spanOfDates('0001-01-01', '9999-12-31', 'America/New_York')).toEqual(all);
});
