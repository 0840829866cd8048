import { expect, it } from 'vitest';
import { DAY, MINUTE } from '#domain/time';
import type { Schedules } from '#ports';
import { monthly, planOf as planWith } from '#test/functions/domain/plan/plan-fixture';
import { at } from '#test/support/estate';
import { type PlannedTown, startPlannedTown } from '#test/support/planned-town';
import { changing, unreachable } from '#test/support/system';

const site = 'east-lake';
const planOf = (id: string, asset: string, change: Parameters<typeof planWith>[0] = {}) =>
  planWith({ id, assets: [asset], graceDays: 2, ...change });
const onDay = (day: number, time = '09:00') => ({ rule: { frequency: monthly(day), time } });
const away = (person: string, deputy: string | null) => ({
  ...{ person, deputy, from: at('2026-11-01', '00:00'), to: at('2026-12-01', '00:00') },
});

/** As time really passes: the sweeper comes every five minutes. */
async function pass(town: PlannedTown, minutes: number): Promise<void> {
  for (let gone = 0; gone < minutes; gone += 5) await town.advance(5 * MINUTE);
}

/** Alarms as a bad day has them. */
const unreliable = (inner: Schedules): Schedules => ({
  ...inner,
  async arm(name, when, payload) {
    if (payload.plan === 'never') return;
    await inner.arm(name, payload.plan === 'late' ? when + 2 * DAY : when, payload);
    if (payload.plan === 'thrice') for (const n of [2, 3]) await inner.arm(`${name}-${n}`, when, payload);
  },
});

it('triggers that come three times, never, and two days late; a plan edited on the way; people who are away', async () => {
  const town = await startPlannedTown({
    start: at('2026-11-02', '09:00'),
    wrap: (ports) => ({ ...ports, schedules: unreliable(ports.schedules) }),
    // Nobody stands in for either of them.
    change: changing('absences', () => ({ absences: [away('gardener', null), away('cleaning-lead', null)] })),
  });
  await town.equip(
    { id: 'a1' },
    { id: 'a2', responsible: 'repairer-b', deputy: 'repairer-a' },
    { id: 'a3', responsible: 'security-officer', deputy: null },
    { id: 'a4', responsible: 'environment-head' },
    { id: 'a5', responsible: 'gardener', deputy: 'repairer-b' },
    { id: 'a6', responsible: 'gardener', deputy: 'cleaning-lead' },
  );
  const edited = (day: number) => planOf('edited', 'a4', onDay(day));
  const plans = [
    ...[
      planOf('thrice', 'a1', onDay(5)),
      planOf('never', 'a2', onDay(5, '09:20')),
      planOf('late', 'a3', onDay(5, '09:41')),
    ],
    ...[planOf('deputy', 'a5', onDay(9)), planOf('head', 'a6', onDay(9))],
  ];
  await town.plan(site, [...plans, edited(6)]);

  await town.advanceTo('2026-11-05', '09:00');
  await pass(town, 60);
  // The sweeper came for the two whose trigger did not, and says so on the plan.
  expect(await town.lines()).toEqual(['2026-11-05 09:00 thrice', '2026-11-05 09:25 never', '2026-11-05 09:45 late']);
  expect(town.mails()).toEqual([
    '11-05 09:00 repairer-a 有一张工单请您接单 | 周四 14:30 前接单',
    '11-05 09:25 repairer-b 有一张工单请您接单 | 周四 14:55 前接单',
    '11-05 09:45 security-officer 有一张工单请您接单 | 周四 15:15 前接单',
  ]);
  expect(await town.row('thrice')).toMatchObject({ madeUp: null });
  expect(await town.row('never')).toMatchObject({ madeUp: { at: at('2026-11-05', '09:25'), count: 1 } });
  expect(await town.row('late')).toMatchObject({ madeUp: { at: at('2026-11-05', '09:45'), count: 1 } });
  for (const order of await town.orders(site)) {
    await town.accept(order);
    await town.complete(order);
  }
  town.mails();

  // Armed for the 6th, it is moved to the 10th before its alarm goes off.
  await town.plan(site, [...plans, edited(10)]);
  await town.advanceTo('2026-11-07', '09:30');
  // The late one came by now and found that there was nothing left to do.
  expect(await town.lines()).toHaveLength(3);

  await town.advanceTo('2026-11-09', '09:00');
  // The deputy of the facility is asked; where the deputy is away as well, the head of the department.
  expect(town.mails().sort()).toEqual([
    '11-09 09:00 engineering-head 有一张工单请您接单 | 周一 14:30 前接单',
    '11-09 09:00 repairer-b 有一张工单请您接单 | 周一 14:30 前接单',
  ]);
  await town.advanceTo('2026-11-10', '09:00');
  expect((await town.lines()).at(-1)).toBe('2026-11-10 09:00 edited');
  expect(await town.lines()).toHaveLength(6);
  expect(town.problems).toEqual([]);
});

it('after three days without power the orders come in order, in one mail a person, and climb as ever', async () => {
  const town = await startPlannedTown({
    start: at('2026-11-09', '10:00'),
    change: unreachable('security-officer'),
  });
  const numbers = [1, 2, 3, 4, 5];
  const unread = [6, 7, 8, 9];
  await town.equip(
    ...numbers.map((n) => ({ id: `a${n}` })),
    ...unread.map((n) => ({ id: `a${n}`, responsible: 'security-officer', deputy: null })),
    { id: 'b1', responsible: 'repairer-b', deputy: null },
  );
  const daily = (n: number, asset: string) =>
    planOf(`daily-${n}`, asset, {
      ...{ graceDays: 4, name: { 'zh-CN': `巡检 ${n}`, en: `Round ${n}` } },
      rule: { frequency: { unit: 'day', every: 1 }, time: `${19 - n}:30`, start: '2026-11-10' },
    });
  await town.plan(site, [...[...numbers, ...unread].map((n) => daily(n, `a${n}`)), daily(0, 'b1')]);

  // The machine is off: its clock goes on, nothing is fired.
  town.system.clock.to(at('2026-11-13', '09:00'));
  await pass(town, 20);
  const opened = await town.orders(site);
  expect(opened.map(({ order }) => `${order?.plan?.id} of ${order?.plan?.date}`)).toEqual(
    [9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((n) => `daily-${n} of 2026-11-10`),
  );
  for (const n of [...numbers, 0])
    expect(await town.row(`daily-${n}`)).toMatchObject({ madeUp: { count: 1 }, state: { subjects: [{ missed: 2 }] } });
  // One mail could not be delivered: each of its four orders goes on to the next level.
  const raised = '11-13 09:05 engineering-head 工单已升级到您：第 2 级（共 4 级） | 周五 14:35 前接单';
  expect(town.mails().sort()).toEqual([
    '11-13 09:00 repairer-b 有一张工单请您接单 | 周五 14:30 前接单',
    ...unread.map(() => raised),
    '11-13 09:05 repairer-a 5 张工单请您接单',
  ]);
  const digest = town.mailTo('repairer-a');
  expect(digest.text).toContain('接单：还有 5 小时');
  const links = [...digest.text.matchAll(/http\S+\/a\/\S+/g)].map(([link]) => link);
  expect(links).toHaveLength(5);
  // Each link acts on its own order.
  const [first = '', second = ''] = links;
  await town.act(first, 'acknowledge');
  await town.act(second, 'acknowledge');
  town.mails();
  const taken = (await town.orders(site)).filter(({ status }) => status === 'inProgress');
  expect(taken.map(({ order }) => order?.plan?.id).sort()).toEqual(['daily-4', 'daily-5']);
  await town.advanceTo('2026-11-13', '14:31');
  expect(town.mails().filter((mail) => mail.includes('engineering-head'))).toHaveLength(4);
  expect(town.problems).toEqual([]);
});

it('a reading brings its order at once; the day that comes while it is open brings none, the day after it is done does', async () => {
  const town = await startPlannedTown({ start: at('2026-11-02', '09:00') });
  const readings: { at: number; value: number }[] = [];
  let version = 0;
  /** As the register keeps it when somebody enters it. */
  const read = async (value: number): Promise<void> => {
    version += 1;
    readings.push({ at: town.now(), value });
    await town.equip({ id: 'a1', meter: { unit: 'h', reading: value, at: town.now() }, readings, version });
    await town.system.settle();
  };
  await read(1_000);
  const meter = { every: 250, unit: 'h', alone: false };
  await town.plan(site, [planOf('pump', 'a1', { ...onDay(9), meter })]);
  await town.advanceTo('2026-11-04', '10:00');
  await read(1_200);
  expect(await town.lines()).toEqual([]);
  await town.advanceTo('2026-11-06', '10:00');
  await read(1_260);
  await read(1_261);
  expect(town.mails()).toEqual(['11-06 10:00 repairer-a 有一张工单请您接单 | 周五 15:30 前接单']);
  const [order] = await town.orders(site);
  if (order) await town.accept(order);
  await town.advanceTo('2026-11-09', '09:30');
  expect(await town.lines()).toEqual(['2026-11-06 10:00 pump']);
  expect((await town.row('pump')).state.subjects).toMatchObject([{ opened: 1, missed: 1 }]);
  if (order) await town.complete(order);
  await town.system.settle();
  await town.advanceTo('2026-12-09', '09:00');
  expect(await town.lines()).toEqual(['2026-11-06 10:00 pump', '2026-12-09 09:00 pump']);
  expect(await town.row('pump')).toMatchObject({ madeUp: null });
  expect(town.problems).toEqual([]);
});

it('plans paused, ended and taken out, a facility retired: what is open stays and can be done, nothing more comes', async () => {
  const town = await startPlannedTown({ start: at('2026-11-02', '09:00') });
  const ids = ['goes-on', 'paused', 'ended', 'taken-out', 'retired'];
  await town.equip(...ids.map((_, n) => ({ id: `a${n}` })));
  const rule = { frequency: { unit: 'week' as const, every: 1, on: [4 as const] }, time: '09:00' };
  const all = ids.map((id, n) => planOf(id, `a${n}`, { rule }));
  await town.plan(site, all);
  await town.advanceTo('2026-11-05', '09:00');
  expect(await town.lines()).toHaveLength(5);

  await town.advanceTo('2026-11-06', '09:00');
  await town.plan(
    site,
    all.flatMap((plan) =>
      plan.id === 'taken-out'
        ? []
        : [plan.id === 'paused' || plan.id === 'ended' ? { ...plan, status: plan.id } : plan],
    ),
  );
  await town.equip({ id: 'a4', condition: 'retired', retiredAt: town.now(), version: 2 });
  await town.system.settle();
  for (const id of ['paused', 'ended', 'taken-out']) expect(await town.row(id)).toMatchObject({ armed: null });
  // What is open stays: it is accepted and done as if nothing had happened.
  for (const order of await town.orders(site)) {
    await town.accept(order);
    await town.complete(order);
  }
  await town.system.settle();
  expect((await town.orders(site)).map(({ status }) => status)).toEqual(ids.map(() => 'closed'));
  for (const id of ids) expect((await town.row(id)).state.subjects).toMatchObject([{ open: null, opened: 1 }]);

  await town.advanceTo('2026-11-19', '10:00');
  expect((await town.lines()).slice(5)).toEqual(['2026-11-12 09:00 goes-on']);
  // Taken up again it comes on its next date; what it let pass is not made up for.
  await town.plan(site, all);
  await town.advanceTo('2026-11-26', '10:00');
  expect((await town.lines()).filter((line) => line.endsWith(' paused'))).toEqual([
    '2026-11-05 09:00 paused',
    '2026-11-26 09:00 paused',
  ]);
  expect((await town.lines()).filter((line) => line.endsWith(' retired'))).toHaveLength(1);
  expect(town.problems).toEqual([]);
});
