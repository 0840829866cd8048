import { expect, test } from 'vitest';
import { DAY, localDate, localTime } from '#domain/time';
import { eastLake } from '#local/demo/east-lake';
import { harbourView } from '#local/demo/harbour-view';
import { planHistory } from '#local/demo/history-plan';
import { at } from '#test/support/estate';

const until = at('2026-11-24', '10:00');
const plan = (seed = 1, days = 60) => planHistory([eastLake, harbourView], until, days, seed);

test('the same seed plans the same, another something else', () => {
  expect(plan()).toEqual(plan());
  expect(plan(2)).not.toEqual(plan());
});

test('lies within the span, in order, at both sites, on every course', () => {
  const planned = plan();
  const times = planned.map((one) => one.at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times[0]).toBeGreaterThan(until - 60 * DAY);
  expect(times.at(-1)).toBeLessThan(until);
  expect(new Set(planned.map(({ body }) => body.site))).toEqual(new Set(['east-lake', 'harbour-view']));
  expect(new Set(planned.map(({ course }) => course)).size).toBe(9);
  expect(new Set(planned.map(({ key }) => key)).size).toBe(planned.length);
});

test('follows the day of the city it was taken from: most by day, few at night, fewer at the weekend', () => {
  const hours = plan().map((one) => {
    const zone = one.body.site === 'east-lake' ? 'Asia/Shanghai' : 'Europe/London';
    return { hour: Number(localTime(one.at, zone).slice(0, 2)), date: localDate(one.at, zone) };
  });
  const byDay = hours.filter(({ hour }) => hour >= 8 && hour < 18).length;
  expect(byDay / hours.length).toBeGreaterThan(0.7);
  const weekend = hours.filter(({ date }) => [0, 6].includes(new Date(date).getUTCDay())).length;
  expect(weekend / hours.length).toBeLessThan(0.25);
});

test('nobody complains from a building before it is handed over', () => {
  for (const { at: filed, body } of planHistory([harbourView], at('2026-09-10', '12:00'), 60, 7))
    if (body.building === 'h6') expect(filed).toBeGreaterThanOrEqual(Date.parse('2026-09-01'));
});
