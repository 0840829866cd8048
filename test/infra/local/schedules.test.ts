import { describe, expect, test } from 'vitest';
import { createSchedules, everyMinutes, type ScheduleHandler } from '#local/schedules';
import { withLocalTables } from '#test/support/local-table';
import { silent } from '#test/support/small-machine';

const MINUTE = 60_000;
const database = withLocalTables();

const setUp = async (handler?: ScheduleHandler) => {
  const table = await database.create();
  const at = { now: 0 };
  const calls: string[] = [];
  const record: ScheduleHandler = async (name, payload, due) => {
    calls.push(`${name} ${payload.n} ${due}`);
    await handler?.(name, payload, due);
  };
  const open = () =>
    createSchedules({
      client: database.client(),
      table,
      clock: { now: () => at.now },
      handler: record,
      logger: silent,
    });
  return { at, calls, open, schedules: open() };
};

describe('one-time schedules', () => {
  test('fire in order of their times, once, and are gone', async () => {
    const { schedules, calls } = await setUp();
    await schedules.arm('b', 20, { n: 2 });
    await schedules.arm('a', 1_700_000_000_000, { n: 3 });
    await schedules.arm('c', 10, { n: 1 });
    expect(await schedules.nextDue()).toBe(10);
    await schedules.fire(19);
    expect(calls).toEqual(['c 1 10']);
    await schedules.fire(1_800_000_000_000);
    await schedules.fire(1_800_000_000_000);
    expect(calls).toEqual(['c 1 10', 'b 2 20', 'a 3 1700000000000']);
    expect(await schedules.nextDue()).toBeNull();
  });

  test('arming a name again replaces it; disarming removes it', async () => {
    const { schedules, calls } = await setUp();
    await schedules.arm('a', 10, { n: 1 });
    await schedules.arm('a', 30, { n: 2 });
    await schedules.arm('a', 30, { n: 3 });
    await schedules.arm('b', 15, { n: 4 });
    await schedules.disarm('b');
    await schedules.disarm('never');
    expect(await schedules.nextDue()).toBe(30);
    await schedules.fire(30);
    expect(calls).toEqual(['a 3 30']);
  });

  test('survive a restart', async () => {
    const { schedules, open, calls } = await setUp();
    await schedules.arm('a', 10, { n: 1 });
    await open().fire(10);
    expect(calls).toEqual(['a 1 10']);
  });

  test('what fails is put off and tried again, longer each time', async () => {
    let failures = 2;
    const { schedules, calls, at } = await setUp(async () => {
      failures -= 1;
      if (failures >= 0) throw new Error('not now');
    });
    await schedules.arm('a', 10, { n: 1 });
    at.now = 10;
    await schedules.fire(10);
    expect(await schedules.nextDue()).toBe(10 + MINUTE);
    at.now = 10 + MINUTE;
    await schedules.fire(at.now);
    expect(await schedules.nextDue()).toBe(10 + 3 * MINUTE);
    at.now = 10 + 3 * MINUTE;
    await schedules.fire(at.now);
    expect(await schedules.nextDue()).toBeNull();
    expect(calls).toEqual(Array(3).fill('a 1 10'));
  });

  test('a handler may arm its own name again', async () => {
    const made = await setUp(async (name, { n }) => {
      if (n === 1) await made.schedules.arm(name, 20, { n: 2 });
    });
    await made.schedules.arm('a', 10, { n: 1 });
    await made.schedules.fire(10);
    expect(await made.schedules.nextDue()).toBe(20);
    await made.schedules.fire(20);
    expect(made.calls).toEqual(['a 1 10', 'a 2 20']);
  });

  test('arming one name at the same time leaves one', async () => {
    const { schedules, calls } = await setUp();
    await Promise.all([10, 11, 12, 13].map((at) => schedules.arm('a', at, { n: at })));
    await schedules.fire(100);
    expect(calls).toHaveLength(1);
  });
});

describe('every n minutes', () => {
  const setUpEvery = (now: number, coalesce: boolean, fail = false) => {
    const calls: number[] = [];
    const handler = async (due: number) => {
      calls.push(due / MINUTE);
      if (fail) throw new Error('no');
    };
    return { calls, source: everyMinutes(5, handler, { clock: { now: () => now }, logger: silent, coalesce }) };
  };

  test('comes at multiples, the first after it was made', async () => {
    expect(await setUpEvery(7 * MINUTE, false).source.nextDue()).toBe(10 * MINUTE);
    expect(await setUpEvery(10 * MINUTE, false).source.nextDue()).toBe(15 * MINUTE);
  });
  test('a leap calls each in order', async () => {
    const { source, calls } = setUpEvery(7 * MINUTE, false);
    await source.fire(26 * MINUTE);
    expect(calls).toEqual([10, 15, 20, 25]);
    expect(await source.nextDue()).toBe(30 * MINUTE);
    expect(source.lastDue).toBeUndefined();
  });
  test('coalescing calls the last only', async () => {
    const { source, calls } = setUpEvery(7 * MINUTE, true);
    expect(source.lastDue?.(9 * MINUTE)).toBeNull();
    expect(source.lastDue?.(26 * MINUTE)).toBe(25 * MINUTE);
    await source.fire(26 * MINUTE);
    expect(calls).toEqual([25]);
  });
  test('a failure is not repeated before its next time', async () => {
    const { source, calls } = setUpEvery(0, false, true);
    await source.fire(10 * MINUTE);
    expect(calls).toEqual([5, 10]);
    expect(await source.nextDue()).toBe(15 * MINUTE);
  });
});
