import { describe, expect, test } from 'vitest';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import { DAY, HOUR, type Instant, localDate, localTime, MINUTE } from '#domain/time';
import { monthly, planOf as planWith, yearly } from '#test/functions/domain/plan/plan-fixture';
import { asset } from '#test/support/assets';
import { at } from '#test/support/estate';
import { type PlanWorld, site, startPlanWorld } from '#test/support/plan-world';

const zone = 'Asia/Shanghai';
const start = at('2026-11-02', '09:00');
const lifts = ['a1', 'a2', 'a3', 'a4', 'a5'].map((id, n) => asset({ id, number: `DT-${n + 1}`, code: `code-${id}` }));
const planOf = (change: Parameters<typeof planWith>[0] = {}) => planWith({ assets: ['a1'], ...change });
const name = (plan: string) => ({ company: 'demo', site, plan });

async function world(plans: MaintenancePlan[]): Promise<PlanWorld> {
  const made = await startPlanWorld(start, lifts);
  await made.publish(plans);
  await made.arrange();
  await made.stream();
  return made;
}
const shown = (instant: Instant | undefined) =>
  instant === undefined ? null : `${localDate(instant, zone)} ${localTime(instant, zone)}`;
const lines = async (one: PlanWorld) =>
  (await one.orders()).map(({ order, createdAt }) => {
    const assets = order?.assets.map(({ id }) => id).join();
    return `${shown(createdAt)} ${order?.plan?.id} ${order?.plan?.occurrence} ${assets}`;
  });
const daily = (change: Partial<MaintenancePlan> = {}) =>
  planOf({ ...change, rule: { frequency: { unit: 'day', every: 1 }, time: '08:00', start: '2026-11-01' } });

describe('a plan that was published', () => {
  test('waits for its next date, and its trigger opens the order and arms the next', async () => {
    const one = await world([planOf({ graceDays: 2 })]);
    expect(shown(one.alarms.get('lift-month'))).toBe('2026-11-05 09:00');
    expect(await one.orders()).toEqual([]);
    one.ports.setNow(at('2026-11-05', '09:00'));
    await one.fire('lift-month');
    await one.stream();
    expect(await lines(one)).toEqual(['2026-11-05 09:00 lift-month 2026-11-05 a1']);
    expect(shown(one.alarms.get('lift-month'))).toBe('2026-12-05 09:00');
    const [order] = await one.orders();
    expect(order).toMatchObject({ kind: 'workOrder', category: 'lift', owner: 'repairer-a', version: 1 });
    expect(order?.order?.plan).toMatchObject({ date: '2026-11-05', until: at('2026-11-08', '00:00') });
    expect(order?.intake.description).toBe('Check the lift.');
    expect((await one.ports.plans.get(name('lift-month')))?.madeUp).toBeNull();
  });

  test('delivered three times, and twice at once, there is one order', async () => {
    const one = await world([planOf()]);
    one.ports.setNow(at('2026-11-05', '09:00'));
    await Promise.all([one.fire('lift-month'), one.fire('lift-month')]);
    await one.fire('lift-month');
    expect(await lines(one)).toHaveLength(1);
    const row = await one.ports.plans.get(name('lift-month'));
    expect(row?.state.subjects).toMatchObject([{ asset: 'a1', open: '2026-11-05', opened: 1, missed: 0 }]);
  });

  test('never delivered, the sweeper makes up for it and says so on the plan', async () => {
    const one = await world([planOf()]);
    one.ports.setNow(at('2026-11-05', '09:01'));
    expect(await one.triggers.sweep()).toBe(0);
    one.ports.setNow(at('2026-11-05', '09:05'));
    expect(await one.triggers.sweep()).toBe(1);
    expect(await lines(one)).toEqual(['2026-11-05 09:05 lift-month 2026-11-05 a1']);
    const row = await one.ports.plans.get(name('lift-month'));
    expect(row?.madeUp).toEqual({ at: at('2026-11-05', '09:05'), count: 1 });
    expect(await one.triggers.sweep()).toBe(0);
  });

  test('delivered two days late, the order is of its day', async () => {
    const one = await world([planOf()]);
    one.ports.setNow(at('2026-11-07', '09:00'));
    await one.fire('lift-month');
    expect(await lines(one)).toEqual(['2026-11-07 09:00 lift-month 2026-11-05 a1']);
    expect((await one.ports.plans.get(name('lift-month')))?.madeUp?.count).toBe(1);
  });

  test('whose publication nobody heard of is found by the sweeper', async () => {
    const one = await startPlanWorld(start, lifts);
    await one.publish([planOf()]);
    expect(await one.ports.plans.get(name('lift-month'))).toBeNull();
    one.ports.setNow(start + 5 * MINUTE);
    await one.triggers.sweep();
    expect((await one.ports.plans.get(name('lift-month')))?.state.since).toBe(start);
    expect((await one.ports.plans.unseen(start + HOUR, {})).rows).toEqual([]);
  });
});

describe('a plan that is changed between arming and firing', () => {
  test.each<[string, Partial<MaintenancePlan>, string | null, string[]]>([
    ['moved', { recurrence: planOf({ rule: { frequency: monthly(9) } }).recurrence }, '2026-11-09 09:00', []],
    ['paused', { status: 'paused' }, null, []],
    ['ended', { status: 'ended' }, null, []],
    ['the same', {}, '2026-11-05 09:00', ['2026-11-05 09:00 lift-month 2026-11-05 a1']],
  ])('%s: what is armed follows', async (_, change, armed, opened) => {
    const one = await world([planOf()]);
    one.ports.setNow(start + DAY);
    await one.publish([planOf(change)]);
    await one.arrange();
    await one.stream();
    expect(shown(one.alarms.get('lift-month'))).toBe(armed);
    // The old alarm was on its way already.
    one.ports.setNow(at('2026-11-05', '09:00'));
    await one.fire('lift-month');
    expect(await lines(one)).toEqual(opened);
  });

  test('and nobody hears of it: the version of that time holds all the same', async () => {
    const one = await world([planOf()]);
    one.ports.setNow(start + DAY);
    await one.publish([planOf({ status: 'paused' })]);
    one.ports.setNow(at('2026-11-20', '09:00'));
    await one.publish([planOf()]);
    await one.fire('lift-month');
    await one.triggers.sweep();
    expect(await lines(one)).toEqual([]);
    await one.stream();
    expect(shown(one.alarms.get('lift-month'))).toBe('2026-12-05 09:00');
  });

  test('taken away: its alarm goes, its open order stays', async () => {
    const one = await world([planOf()]);
    one.ports.setNow(at('2026-11-05', '09:00'));
    await one.fire('lift-month');
    await one.publish([]);
    await one.arrange();
    await one.stream();
    expect([...one.alarms]).toEqual([]);
    expect((await one.orders())[0]?.endedAt).toBeNull();
    const [order] = await one.orders();
    if (order) await one.end(order);
    expect((await one.ports.plans.get(name('lift-month')))?.state.subjects).toMatchObject([{ open: null }]);
  });

  test('an asset that was retired gets no order, the others do', async () => {
    const one = await world([planOf({ assets: ['a1', 'a2'] })]);
    const [first] = lifts;
    if (first) await one.put({ ...first, condition: 'retired', retiredAt: start + DAY, version: 2 });
    one.ports.setNow(at('2026-11-05', '09:00'));
    await one.fire('lift-month');
    expect(await lines(one)).toEqual(['2026-11-05 09:00 lift-month 2026-11-05 a2']);
  });
});

describe('orders that stay open', () => {
  test('are not joined by their twins: those are missed and counted', async () => {
    const one = await world([daily()]);
    for (const day of ['03', '04', '05']) {
      one.ports.setNow(at(`2026-11-${day}`, '08:00'));
      await one.fire('lift-month');
    }
    expect(await lines(one)).toEqual(['2026-11-03 08:00 lift-month 2026-11-03 a1']);
    expect((await one.ports.plans.get(name('lift-month')))?.state.subjects).toMatchObject([{ opened: 1, missed: 2 }]);
  });

  test.each([true, false])(
    'once done the next one comes, though (silently: %s) nobody told the plan',
    async (silently) => {
      const one = await world([daily()]);
      one.ports.setNow(at('2026-11-03', '08:00'));
      await one.fire('lift-month');
      one.ports.setNow(at('2026-11-03', '15:00'));
      const [order] = await one.orders();
      if (order) await one.end(order, silently);
      one.ports.setNow(at('2026-11-04', '08:00'));
      await one.fire('lift-month');
      expect(await lines(one)).toHaveLength(2);
      expect((await one.ports.plans.get(name('lift-month')))?.state.subjects).toMatchObject([
        { open: '2026-11-04', done: at('2026-11-03', '15:00'), missed: 0 },
      ]);
    },
  );

  test('a floating plan counts from when its order was done, however late', async () => {
    const one = await world([planOf({ mode: 'floating' })]);
    one.ports.setNow(at('2026-11-05', '09:00'));
    await one.fire('lift-month');
    await one.stream();
    expect([...one.alarms]).toEqual([]);
    one.ports.setNow(at('2026-11-23', '16:00'));
    const [order] = await one.orders();
    if (order) await one.end(order);
    await one.stream();
    expect(shown(one.alarms.get('lift-month'))).toBe('2026-12-23 09:00');
  });

  test('the yearly job takes the place of the month’s', async () => {
    const year = planOf({
      id: 'lift-year',
      absorbs: ['lift-month'],
      rule: { frequency: yearly(11, 5), time: '09:00' },
    });
    const one = await world([planOf(), year]);
    one.ports.setNow(at('2026-11-05', '09:00'));
    await one.fire('lift-month');
    expect(await lines(one)).toEqual(['2026-11-05 09:00 lift-year 2026-11-05 a1']);
    await one.stream();
    expect(shown(one.alarms.get('lift-month'))).toBe('2026-12-05 09:00');
  });
});

describe('a meter', () => {
  const pump = asset({ id: 'a1', number: 'SB-1', code: 'code-a1' });
  /** Its first reading was 50 a day before; each further one with the time it was read at. */
  async function metered(change: Parameters<typeof planOf>[0]) {
    const one = await startPlanWorld(start, []);
    const readings = [{ at: start - DAY, value: 50 }];
    let version = 0;
    const put = (value: number) => {
      version += 1;
      const at = one.ports.clock.now();
      return one.put({ ...pump, meter: { unit: 'h', reading: value, at }, readings: [...readings], version });
    };
    await put(50);
    await one.publish([planOf({ meter: { every: 100, unit: 'h', alone: true }, ...change })]);
    await one.arrange();
    await one.stream();
    return {
      ...one,
      triggers: one.triggers,
      row: () => one.ports.plans.get(name('lift-month')),
      async read(value: number) {
        readings.push({ at: one.ports.clock.now(), value });
        await put(value);
      },
      lines: () => lines(one),
    };
  }

  test('brings the order once so much was used since the last time', async () => {
    const one = await metered({});
    expect([...one.alarms]).toEqual([]);
    one.ports.setNow(start + DAY);
    await one.read(149);
    await one.triggers.read('demo', site, 'a1');
    expect(await one.orders()).toEqual([]);
    one.ports.setNow(start + 2 * DAY);
    await one.read(151);
    await one.triggers.read('demo', site, 'a1');
    await one.triggers.read('demo', site, 'a1');
    expect(await one.lines()).toEqual(['2026-11-04 09:00 lift-month m150-2026-11-02 a1']);
    expect((await one.row())?.madeUp).toBeNull();
  });

  test('whose reading nobody was told of is looked at a day later, once, and the plan says so', async () => {
    const one = await metered({});
    expect((await one.row())?.look).toBe(start + DAY);
    one.ports.setNow(start + HOUR);
    await one.read(151);
    one.ports.setNow(start + 2 * HOUR);
    expect(await one.triggers.sweep()).toBe(0);
    one.ports.setNow(start + DAY + 5 * MINUTE);
    expect(await Promise.all([one.triggers.sweep(), one.triggers.sweep()])).toContain(1);
    await one.triggers.read('demo', site, 'a1');
    expect(await one.lines()).toEqual(['2026-11-03 09:05 lift-month m150-2026-11-02 a1']);
    expect(await one.row()).toMatchObject({ look: start + 2 * DAY + 5 * MINUTE, madeUp: { count: 1 } });
  });

  test('that is not reached is estimated by nobody: the sweeper looks again a day later', async () => {
    const one = await metered({});
    for (const day of [1, 2, 3]) {
      one.ports.setNow(start + day * DAY);
      await one.read(50 + 30 * day);
      one.ports.setNow(start + day * DAY + HOUR);
      expect(await one.triggers.sweep()).toBe(0);
    }
    expect((await one.row())?.look).toBe(start + 4 * DAY + HOUR);
    const before = await one.row();
    await one.triggers.sweep();
    expect(await one.row()).toEqual(before);
  });

  test('or the date, whichever comes first, and never both', async () => {
    const one = await metered({ meter: { every: 100, unit: 'h', alone: false } });
    expect(shown(one.alarms.get('lift-month'))).toBe('2026-11-05 09:00');
    one.ports.setNow(at('2026-11-04', '10:00'));
    await one.read(151);
    await one.triggers.read('demo', site, 'a1');
    one.ports.setNow(at('2026-11-05', '09:00'));
    await one.fire('lift-month');
    // The day comes while the meter's order is open: no twin, one missed.
    expect(await one.lines()).toEqual(['2026-11-04 10:00 lift-month m150-2026-11-02 a1']);
    expect((await one.row())?.state.subjects).toMatchObject([{ opened: 1, missed: 1 }]);
    const [first] = await one.orders();
    one.ports.setNow(at('2026-11-06', '09:00'));
    if (first) await one.end(first);
    // Counted anew from 151, which was read last before it was done; then the date comes first.
    one.ports.setNow(at('2026-12-01', '09:00'));
    await one.read(250);
    await one.triggers.read('demo', site, 'a1');
    one.ports.setNow(at('2026-12-05', '09:00'));
    await one.fire('lift-month');
    one.ports.setNow(at('2026-12-06', '09:00'));
    await one.read(252);
    await one.triggers.read('demo', site, 'a1');
    expect(await one.lines()).toEqual([
      '2026-11-04 10:00 lift-month m150-2026-11-02 a1',
      '2026-12-05 09:00 lift-month 2026-12-05 a1',
    ]);
  });

  test.each([
    ['paused', { status: 'paused' as const }],
    ['without meter', { meter: null }],
  ])('of a plan published %s is looked at no more', async (_, change) => {
    const one = await metered({});
    await one.publish([planOf({ meter: { every: 100, unit: 'h', alone: true }, ...change })]);
    await one.arrange();
    expect((await one.row())?.look).toBeNull();
  });
});

describe('many at once', () => {
  test('after three days without anything running the orders come in order, in one mail for who answers for them', async () => {
    const plans = ['p1', 'p2', 'p3', 'p4', 'p5'].map((id, n) =>
      daily({ id, assets: [`a${n + 1}`], name: { 'zh-CN': id, en: id } }),
    );
    const one = await world(plans);
    one.ports.setNow(at('2026-11-06', '10:00'));
    expect(await one.triggers.sweep()).toBe(5);
    const orders = await one.orders();
    expect(orders.map(({ order }) => order?.plan?.occurrence)).toEqual(Array(5).fill('2026-11-03'));
    const asked = one.ports.items.effects.filter((effect) => effect.type === 'mail' && effect.reason === 'asked');
    expect(asked).toHaveLength(1);
    const [mail] = asked;
    const others = orders.map(({ id }) => id).filter((id) => !mail?.id.startsWith(`${id}/`));
    const together = mail?.type === 'mail' ? (mail.together ?? []) : [];
    expect(together.map(({ item }) => item).sort()).toEqual(others.sort());
    expect(others).toHaveLength(4);
    // Each climbs its own ladder all the same.
    expect(orders.every(({ ask }) => ask?.due !== null)).toBe(true);
    const row = await one.ports.plans.get(name('p1'));
    expect(row?.madeUp?.count).toBe(1);
    expect(row?.state.subjects).toMatchObject([{ missed: 3 }]);
  });

  test('one that cannot be opened keeps none of the others, and stays due', async () => {
    const one = await world([planOf({ assets: ['a1', 'a2', 'a3'] })]);
    const [, second] = lifts;
    if (second) await one.put({ ...second, kind: 'spaceship', version: 2 });
    one.ports.setNow(at('2026-11-05', '09:00'));
    await one.fire('lift-month');
    expect((await lines(one)).map((line) => line.slice(-2)).sort()).toEqual(['a1', 'a3']);
    expect(one.ports.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    if (second) await one.put({ ...second, version: 3 });
    one.ports.setNow(at('2026-11-05', '09:10'));
    await one.triggers.sweep();
    expect((await lines(one)).map((line) => line.slice(-2)).sort()).toEqual(['a1', 'a2', 'a3']);
    expect((await one.ports.plans.get(name('lift-month')))?.armed?.occurrence).toBe('2026-12-05');
  });
});

test('a certificate that runs out is renewed in time, once for each date', async () => {
  const one = await startPlanWorld(start, []);
  const lift = asset({ certificateUntil: '2026-12-20', renewalAt: at('2026-11-05', '08:00') });
  await one.put(lift);
  expect(await one.triggers.sweep()).toBe(0);
  one.ports.setNow(at('2026-11-05', '08:00'));
  expect(await one.triggers.sweep()).toBe(1);
  expect(await one.triggers.sweep()).toBe(0);
  const [order] = await one.orders();
  expect(order?.intake.description).toContain('2026年12月20日');
  expect(order?.order?.plan).toMatchObject({ id: 'certificate-renewal', until: at('2026-12-21', '00:00') });
  if (order) await one.end(order);
  // Written once more, it is due once more, and nothing comes of it; the new date has an order of its own.
  await one.put({ ...lift, version: 2 });
  one.restart();
  expect(await one.triggers.sweep()).toBe(0);
});
