import { expect, it } from 'vitest';
import { DAY } from '#domain/time';
import { eastLake } from '#local/demo/east-lake';
import { estateOf } from '#local/demo/estate';
import { harbourView } from '#local/demo/harbour-view';
import { londonCalendar } from '#local/demo/london-calendar';
import { monthly, planOf, yearly } from '#test/functions/domain/plan/plan-fixture';
import { at } from '#test/support/estate';
import { startPlannedTown } from '#test/support/planned-town';

const [lake, harbour] = ['east-lake', 'harbour-view'];
const afterwards = { time: '08:30', nonWorkingDay: 'after' } as const;

const plans = [
  planOf({ id: 'month', assets: ['a1'], graceDays: 2, rule: { frequency: monthly(5), ...afterwards } }),
  planOf({
    id: 'year',
    assets: ['a1'],
    graceDays: 2,
    absorbs: ['month'],
    rule: { frequency: yearly(5, 20), ...afterwards },
  }),
  planOf({
    ...{ id: 'quarter', assets: ['a2'], graceDays: 2 },
    rule: { frequency: { unit: 'month', every: 3, on: { kind: 'date', day: 14 } }, start: '2026-02-01', ...afterwards },
  }),
  planOf({
    ...{ id: 'floating', assets: ['a3'], graceDays: 20, mode: 'floating' },
    rule: { frequency: { unit: 'month', every: 2, on: { kind: 'date', day: 10 } }, start: '2026-01-01', ...afterwards },
  }),
];
/** In London at half past one at night: in March there is no such time, in October it comes twice. */
const nights = planOf({
  ...{ id: 'night', assets: ['h1'], graceDays: 1 },
  rule: { frequency: { unit: 'month', every: 1, on: { kind: 'weekday', nth: -1, weekday: 7 } }, time: '01:30' },
});

it('a year of two sites: every order once, on its day, past holidays, make-up days and both changes of the clocks', async () => {
  const town = await startPlannedTown({
    start: at('2026-01-01', '00:00'),
    change: (documents) => [
      ...documents.map((one) =>
        one.kind === 'organisation' ? { ...one, body: estateOf([eastLake, harbourView]).organisation } : one,
      ),
      { kind: 'calendar', id: 'uk-office', body: londonCalendar },
    ],
  });
  await town.equip(
    { id: 'a1' },
    { id: 'a2' },
    { id: 'a3' },
    { id: 'h1', site: harbour, building: null, responsible: 'hv-repairer-a', deputy: null },
  );
  await town.plan(lake, plans);
  await town.plan(harbour, [nights]);
  const end = at('2026-12-31', '00:00');
  /** When the order that takes long is done. */
  let slow = Number.POSITIVE_INFINITY;
  for (;;) {
    const next = Math.min(await town.nextAlarm(), slow);
    if (next >= end) break;
    await town.system.timers.to(next);
    for (const order of [...(await town.orders(lake)), ...(await town.orders(harbour))]) {
      if (order.endedAt !== null) continue;
      if (order.status === 'assigned') await town.accept(order);
      // Ten days late each time: the next one counts from then.
      if (order.order?.plan?.id !== 'floating' || slow === next) await town.complete(order);
      else slow = Math.min(slow, next + 10 * DAY);
    }
    if (slow === next) slow = Number.POSITIVE_INFINITY;
  }
  const lines = await town.lines(lake);
  const of = (plan: string) => lines.filter((line) => line.endsWith(` ${plan}`)).map((line) => line.slice(5, 16));
  // Moved by Qingming, Labour Day and National Day, by week-ends; the month's of May is done with the year's.
  expect(of('month')).toEqual([
    ...['01-05 08:30', '02-05 08:30', '03-05 08:30', '04-07 08:30', '06-05 08:30', '07-06 08:30'],
    ...['08-05 08:30', '09-07 08:30', '10-08 08:30', '11-05 08:30', '12-07 08:30'],
  ]);
  expect(of('year')).toEqual(['05-20 08:30']);
  // 14 February is a Saturday that is worked, for the Spring Festival; 14 November is one that is not.
  expect(of('quarter')).toEqual(['02-14 08:30', '05-14 08:30', '08-14 08:30', '11-16 08:30']);
  // Two months after each was done, ten days late every time: five instead of six.
  expect(of('floating')).toEqual(['01-12 08:30', '03-23 08:30', '06-02 08:30', '08-12 08:30', '10-22 08:30']);
  expect((await town.lines(harbour)).map((line) => line.slice(5, 16))).toEqual([
    ...['01-25 01:30', '02-22 01:30', '03-29 02:00', '04-26 01:30', '05-31 01:30', '06-28 01:30'],
    ...['07-26 01:30', '08-30 01:30', '09-27 01:30', '10-25 01:30', '11-29 01:30', '12-27 01:30'],
  ]);
  for (const { id } of plans) expect(await town.row(id)).toMatchObject({ madeUp: null });
  expect((await town.row('month')).state.subjects).toMatchObject([{ opened: 11, missed: 0, open: null }]);
  expect(town.problems).toEqual([]);
});
