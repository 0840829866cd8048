import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSystemClock } from '#local/clock';
import { everyMinutes } from '#local/schedules';
import { type Alarm, createTimers, type TimerSource } from '#local/timers';
import { silent } from '#test/support/small-machine';

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'timers-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const MINUTE = 60_000;

/** A source over a plain list; `fired` gets every due time with the clock it was fired at. */
const list = (dues: number[], fired: (due: number) => void): TimerSource & { add(due: number): void } => ({
  nextDue: async () => (dues.length === 0 ? null : Math.min(...dues)),
  async fire(now) {
    for (const due of dues.filter((each) => each <= now).sort((a, b) => a - b)) {
      dues.splice(dues.indexOf(due), 1);
      fired(due);
    }
  },
  add: (due) => {
    dues.push(due);
  },
});

const setUp = (make: (log: (entry: string) => (due: number) => void) => TimerSource[], settle = async () => {}) => {
  files += 1;
  const world = { now: 0 };
  const clock = createSystemClock({ file: join(folder, `${files}.json`), real: () => world.now });
  const entries: string[] = [];
  const alarms: { ms: number; ring: () => void; off: boolean }[] = [];
  const alarm: Alarm = (ms, ring) => {
    const set = { ms, ring, off: false };
    alarms.push(set);
    return () => {
      set.off = true;
    };
  };
  const errors: string[] = [];
  const sources = make((name) => (due) => entries.push(`${name}${due}@${clock.now()}`));
  const logger = { ...silent, error: (message: string) => errors.push(message) };
  const timers = createTimers({ clock, sources, settle, logger, alarm });
  return { world, clock, entries, alarms, errors, timers };
};
/** Lets everything that is ready happen. */
const turn = () => new Promise((resolve) => setImmediate(resolve));
const turns = async () => {
  for (let n = 0; n < 5; n += 1) await turn();
};

describe('a leap', () => {
  test('fires all in between in order, the clock exactly at each', async () => {
    const { timers, entries, clock } = setUp((log) => [list([30, 10, 99], log('a')), list([20, 31, 100], log('b'))]);
    await timers.advance(99);
    expect(entries).toEqual(['a10@10', 'b20@20', 'a30@30', 'b31@31', 'a99@99']);
    expect(clock.now()).toBe(99);
    await timers.to(100);
    expect(entries.at(-1)).toBe('b100@100');
  });

  test('settles before the next, and after the last', async () => {
    const order: string[] = [];
    const source = list([1, 2], (due) => order.push(`fire ${due}`));
    const { timers } = setUp(
      () => [source],
      async () => {
        order.push('settling');
        await turn();
        order.push('settled');
      },
    );
    await timers.advance(5);
    const settle = ['settling', 'settled'];
    expect(order).toEqual([...settle, 'fire 1', ...settle, 'fire 2', ...settle, ...settle]);
  });

  test('fires timers that were set on the way, also at the same instant', async () => {
    const { timers, entries } = setUp((log) => {
      const record = log('a');
      let again = false;
      const source = list([10], (due) => {
        record(due);
        if (due < 30 && !again) source.add(due + 10);
        if (due === 20 && !again) source.add(20);
        again = due === 20;
      });
      return [source];
    });
    await timers.advance(30);
    expect(entries).toEqual(['a10@10', 'a20@20', 'a20@20', 'a30@30']);
  });

  test('what was overdue fires first, at the present time', async () => {
    const { timers, entries, clock } = setUp((log) => [list([10, 60], log('a'))]);
    clock.to(50);
    await timers.advance(20);
    expect(entries).toEqual(['a10@50', 'a60@60']);
  });

  test('two at once: one waits for the other', async () => {
    const { timers, entries, clock } = setUp((log) => [list([5, 15, 25], log('a'))], turns);
    await Promise.all([timers.advance(10), timers.advance(10)]);
    expect(entries).toEqual(['a5@5', 'a15@15']);
    expect(clock.now()).toBe(20);
  });

  test('in steps: what is due within one fires at its end, the last step ending with the leap', async () => {
    const { entries, timers } = setUp((log) => [list([1, 4, 5, 6, 10, 12], log('')), list([7], log('other'))]);
    await timers.to(13, { step: 5 });
    expect(entries).toEqual(['1@5', '4@5', '5@5', '6@10', '10@10', 'other7@10', '12@13']);
  });

  test('backwards is refused and changes nothing; the next leap works', async () => {
    const { timers, clock } = setUp(() => []);
    await timers.advance(10);
    await expect(timers.to(9)).rejects.toMatchObject({ name: 'ClockBackwards' });
    await expect(timers.advance(Number.NaN)).rejects.toMatchObject({ name: 'ClockBackwards' });
    await timers.advance(1);
    expect(clock.now()).toBe(11);
  });

  test('an instant that passes while another leap is under way is reached', async () => {
    const { timers, clock } = setUp(() => []);
    await Promise.all([timers.to(20), timers.to(10)]);
    expect(clock.now()).toBe(20);
  });

  test('time does not pass while it works; it runs on afterwards', async () => {
    const { timers, world, entries, clock } = setUp(
      (log) => [list([10], log('a'))],
      async () => {
        world.now += 1_000;
      },
    );
    await timers.advance(20);
    expect(entries).toEqual(['a10@10']);
    expect(clock.now()).toBe(20);
    world.now += 7;
    expect(clock.now()).toBe(27);
  });

  test('a timer that does not go off is an error, not a hang', async () => {
    const stuck: TimerSource = { nextDue: async () => 5, fire: async () => {} };
    const { timers, world, clock } = setUp(() => [stuck]);
    await expect(timers.advance(10)).rejects.toMatchObject({ name: 'TimerStuck', due: 5 });
    world.now += 1;
    expect(clock.now()).toBe(6);
  });

  test('repetitions that may be skipped come once before each other timer', async () => {
    const context = (clock: { now(): number }) => ({ clock, logger: silent, coalesce: true });
    const { timers, entries } = setUp((log) => [
      list([12 * MINUTE, 61 * MINUTE], log('a')),
      everyMinutes(5, async (due) => log('sweep')(due), context({ now: () => 0 })),
    ]);
    await timers.advance(120 * MINUTE);
    const at = (name: string, minute: number) => `${name}${minute * MINUTE}@${minute * MINUTE}`;
    expect(entries).toEqual([at('sweep', 10), at('a', 12), at('sweep', 60), at('a', 61), at('sweep', 120)]);
  });

  test('a patient leap lets them wait until they are so much overdue, the next one catches up', async () => {
    const context = (clock: { now(): number }) => ({ clock, logger: silent, coalesce: true });
    const { timers, entries } = setUp((log) => [
      list([12 * MINUTE, 61 * MINUTE], log('a')),
      everyMinutes(5, async (due) => log('sweep')(due), context({ now: () => 0 })),
    ]);
    const at = (name: string, minute: number) => `${name}${minute * MINUTE}@${minute * MINUTE}`;
    await timers.advance(90 * MINUTE, { patience: 55 * MINUTE });
    expect(entries).toEqual([at('a', 12), at('sweep', 60), at('a', 61)]);
    await timers.advance(5 * MINUTE);
    expect(entries.at(-1)).toBe(at('sweep', 95));
  });

  test('order is by due time, whatever the timers and the leaps', async () => {
    const due = fc.integer({ min: 0, max: 500 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(due, { maxLength: 15 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 6 }),
        async (sources, leaps) => {
          const fired: number[] = [];
          const { timers, clock } = setUp(() =>
            sources.map((dues) =>
              list([...dues], (at) => {
                expect(clock.now()).toBe(at);
                fired.push(at);
              }),
            ),
          );
          await Promise.all(leaps.map((ms) => timers.advance(ms)));
          const end = leaps.reduce((sum, ms) => sum + ms, 0);
          const expected = sources.flat().filter((each) => each <= end);
          expect(clock.now()).toBe(end);
          expect(fired).toEqual(expected.sort((a, b) => a - b));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('following the clock', () => {
  test('looks again when the next is due, within a second of the clock', async () => {
    const { timers, alarms, world, entries } = setUp((log) => [list([400, 5_000], log('a'))]);
    timers.start();
    await turns();
    expect(alarms.map(({ ms }) => ms)).toEqual([400]);
    world.now = 400;
    alarms[0]?.ring();
    await turns();
    expect(entries).toEqual(['a400@400']);
    expect(alarms[1]?.ms).toBe(1_000);
    await timers.stop();
    expect(alarms[1]?.off).toBe(true);
  });

  test.each([
    [0, 1_000],
    [0.5, 1_000],
    [60, 1_000 / 60],
    [100_000, 10],
  ])('at speed %d it looks after %d ms at the latest', async (speed, ms) => {
    const { timers, alarms, clock } = setUp((log) => [list([1e12], log('a'))]);
    clock.setSpeed(speed);
    timers.start();
    await turns();
    expect(alarms[0]?.ms).toBeCloseTo(ms, 6);
    await timers.stop();
  });

  test('after a long sleep of the machine it fires in order of due times', async () => {
    const { timers, alarms, world, entries } = setUp((log) => [list([10, 30], log('a')), list([20, 40], log('b'))]);
    timers.start();
    await turns();
    world.now = 1_000;
    alarms[0]?.ring();
    await turns();
    expect(entries).toEqual(['a10@1000', 'b20@1000', 'a30@1000', 'b40@1000']);
    await timers.stop();
  });

  test('an error is logged and the next look comes; a stuck timer waits for it', async () => {
    let failing = true;
    const { timers, alarms, errors, world } = setUp(() => [
      {
        nextDue: async () => 1,
        fire: async () => {
          if (failing) throw new Error('no');
        },
      },
    ]);
    world.now = 5;
    timers.start();
    await turns();
    expect(errors).toEqual(['timers interrupted']);
    failing = false;
    alarms[0]?.ring();
    await turns();
    expect(errors).toHaveLength(1);
    expect(alarms).toHaveLength(2);
    await timers.stop();
  });

  test('nothing fires after stop', async () => {
    const { timers, alarms, world, entries } = setUp((log) => [list([10], log('a'))]);
    timers.start();
    await turns();
    await timers.stop();
    world.now = 20;
    expect(alarms.every(({ off }) => off)).toBe(true);
    await turns();
    expect(entries).toEqual([]);
  });
});
