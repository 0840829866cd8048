import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '#domain/item';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import type { Frequency } from '#domain/recurrence/rule';
import { DAY, HOUR, type Instant } from '#domain/time';
import { monthly, planOf } from '#test/functions/domain/plan/plan-fixture';
import { diligenceOf } from '#test/functions/domain/plan/world';
import { asset } from '#test/support/assets';
import { at } from '#test/support/estate';
import { type PlanWorld, startPlanWorld } from '#test/support/plan-world';

const start = at('2026-01-01', '00:00');
const DAYS = 120;
const register = ['a1', 'a2', 'a3'].map((id) => asset({ id, number: id, code: `code-${id}` }));

/** Such as come round several times in the days lived through. */
const rules = fc.record({
  frequency: fc.constantFrom<Frequency>(
    { unit: 'day', every: 3 },
    { unit: 'week', every: 1, on: [1, 6] },
    { unit: 'week', every: 2, on: [7] },
    monthly(1),
    monthly(31),
  ),
  nonWorkingDay: fc.constantFrom('before' as const, 'after' as const, 'skip' as const, 'asIs' as const),
  time: fc.constantFrom('00:00', '08:30', '23:30'),
});
const plans: fc.Arbitrary<MaintenancePlan> = fc
  .record({
    rule: rules,
    per: fc.constantFrom('asset' as const, 'round' as const),
    mode: fc.constantFrom('fixed' as const, 'fixed' as const, 'floating' as const),
    leadDays: fc.constantFrom(0, 0, 2),
    assets: fc.constantFrom<string[]>(['a1'], ['a1', 'a2'], ['a2', 'a1', 'a3']),
  })
  .map(({ rule, ...rest }) => planOf({ ...rest, rule: { ...rule, start: '2026-01-01' } }));

/** Something is delivered: in time, again, out of order (all that is due, or one of it), or the process begins anew. */
type Delivery = 'fire' | 'twice at once' | 'sweep' | 'stream' | 'restart';
const deliveries = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: DAYS * 24 - 1 }),
    fc.constantFrom<Delivery>('fire', 'twice at once', 'sweep', 'stream', 'restart'),
  ),
  { maxLength: 40 },
);

const deliver = async (world: PlanWorld, what: Delivery): Promise<unknown> => {
  switch (what) {
    case 'fire':
      return world.fire('lift-month');
    case 'twice at once':
      return Promise.all([world.fire('lift-month'), world.triggers.sweep()]);
    case 'sweep':
      return world.triggers.sweep();
    case 'stream':
      return world.stream();
    case 'restart':
      return world.restart();
  }
};

/** Lives on: each order is done so long after its nominal opening, two to eleven days; the sweeper comes each night. */
async function live(plan: MaintenancePlan, seed: number, given: readonly (readonly [number, Delivery])[]) {
  const world = await startPlanWorld(start, register);
  await world.publish([plan]);
  await world.arrange();
  const diligence = diligenceOf(seed);
  const keyOf = ({ order }: Item) => `${order?.plan?.occurrence}/${order?.assets.map(({ id }) => id)}`;
  const sweeps = Array.from({ length: DAYS }, (_, day): readonly [number, Delivery] => [day * 24 + 1, 'sweep']);
  for (const [hours, what] of [...given, ...sweeps].toSorted((a, b) => a[0] - b[0])) {
    const now: Instant = start + hours * HOUR;
    for (const order of await world.orders()) {
      const after = diligence(keyOf(order));
      const due =
        after === null
          ? null
          : Math.ceil((openedFor(plan, order) + (after % (9 * DAY)) + 2 * DAY) / DAY) * DAY + 2 * HOUR;
      if (order.endedAt !== null || due === null || due > now) continue;
      world.ports.setNow(due);
      await world.end(order, seed % 2 === 0);
    }
    world.ports.setNow(now);
    await deliver(world, what);
  }
  world.ports.setNow(start + DAYS * DAY);
  await world.triggers.sweep();
  return (await world.orders()).map(keyOf).sort();
}
/** The day it was due to be opened, whenever it came: a day later at most. */
const openedFor = ({ leadDays }: MaintenancePlan, { order, createdAt }: Item): Instant =>
  order?.plan ? at(order.plan.date, '00:00') - leadDays * DAY : createdAt;

test('whatever is delivered, late, twice at once, out of order or never: the same orders, each once', async () => {
  let orders = 0;
  await fc.assert(
    fc.asyncProperty(plans, fc.nat(), deliveries, deliveries, async (plan, seed, some, others) => {
      const one = await live(plan, seed, some);
      const two = await live(plan, seed, [...others, ...others]);
      expect(new Set(one).size).toBe(one.length);
      expect(two).toEqual(one);
      orders += one.length;
    }),
    { numRuns: 20 },
  );
  expect(orders).toBeGreaterThan(25);
}, 60_000);
