import { expect, test } from 'vitest';
import { DAY } from '#domain/time';
import { planOf } from '#test/functions/domain/plan/plan-fixture';
import { asset } from '#test/support/assets';
import { at } from '#test/support/estate';
import { type PlanWorld, startPlanWorld } from '#test/support/plan-world';

const start = at('2026-11-02', '09:00');
const register = ['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => asset({ id, number: id, code: `code-${id}` }));
const month = planOf({ assets: ['a1', 'a2', 'a3', 'a4'] });
const week = planOf({
  id: 'doors',
  assets: ['a5'],
  rule: { frequency: { unit: 'week', every: 1, on: [4] }, time: '09:00' },
});

class Killed extends Error {
  override readonly name = 'Killed';
}
interface Crash {
  /** Writes still to come before it; `after`: the write itself was done. */
  left: number;
  after: boolean;
  fell: boolean;
}
/** The process is gone before or after a write: nothing it would still do is done. */
const falling =
  (crash: Crash) =>
  <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, name, receiver) {
        const value = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        const writes = ['put', 'commit', 'arm', 'disarm', 'seen', 'renewing'].includes(String(name));
        return async (...args: unknown[]) => {
          if (crash.fell) throw new Killed();
          if (!writes) return value.apply(target, args);
          crash.left -= 1;
          if (crash.left > 0) return value.apply(target, args);
          crash.fell = true;
          if (crash.after) await value.apply(target, args);
          throw new Killed();
        };
      },
    });

/** Published, two plans due at one time, one order done, due again; each step may be the last of a process. */
async function live(crash: Crash): Promise<string[]> {
  const world = await startPlanWorld(start, register);
  const guarded = falling(crash);
  world.restart(({ plans, items, assets, schedules }) => ({
    plans: guarded(plans),
    items: guarded(items),
    assets: guarded(assets),
    schedules: guarded(schedules),
  }));
  const step = async (run: () => Promise<unknown>) => {
    try {
      await run();
      if (!crash.fell) return;
    } catch (error) {
      if (!crash.fell) throw error;
    }
    crash.fell = false;
    crash.left = Number.POSITIVE_INFINITY;
    world.restart();
  };
  await world.publish([month, week]);
  await step(world.arrange);
  await step(world.stream);
  await byDay(world, step, at('2026-11-05', '09:00'));
  const done = (await world.orders()).find(({ order }) => order?.plan?.id === 'doors');
  world.ports.setNow(at('2026-11-06', '09:00'));
  if (done) await step(() => world.end(done));
  await byDay(world, step, at('2026-11-12', '09:00'));
  const orders = (await world.orders()).map(({ order, createdAt }) => {
    const day = Math.floor((createdAt - start) / DAY);
    return `${day} ${order?.plan?.id} ${order?.plan?.occurrence} ${order?.assets.map(({ id }) => id)}`;
  });
  return [...orders.sort(), ...[...world.alarms].map(([plan, when]) => `${plan} at ${when}`).sort()];
}

async function byDay(world: PlanWorld, step: (run: () => Promise<unknown>) => Promise<void>, now: number) {
  world.ports.setNow(now);
  for (const plan of world.alarms.keys()) await step(() => world.fire(plan));
  world.ports.setNow(now + 5 * 60_000);
  await step(world.triggers.sweep);
  await step(world.stream);
  // What the first of them left the next one finds.
  world.ports.setNow(now + 10 * 60_000);
  await world.triggers.sweep();
  await world.stream();
}

test('killed before or after any write, the orders and alarms are those of an untroubled life', async () => {
  const never: Crash = { left: Number.POSITIVE_INFINITY, after: false, fell: false };
  const whole = await live(never);
  expect(whole.filter((line) => line.includes('lift-month 2026'))).toHaveLength(4);
  expect(whole.filter((line) => line.includes('doors 2026'))).toHaveLength(2);
  expect(whole.filter((line) => line.includes(' at '))).toHaveLength(2);
  let points = 0;
  for (const after of [false, true])
    for (let left = 1; ; left += 1) {
      const crash: Crash = { left, after, fell: false };
      const life = await live(crash);
      if (Number.isFinite(crash.left) && crash.left > 0) break;
      points += 1;
      expect(life).toEqual(whole);
    }
  expect(points).toBeGreaterThan(20);
});
