import { describe, expect, test } from 'vitest';
import { cachedStore } from '#local/state-machine/cached-store';
import { createDynamoRunnerStore } from '#local/state-machine/dynamo-store';
import type { Execution } from '#local/state-machine/execution';
import { localExecutions } from '#local/state-machine/executions';
import { createRunner, type LocalFunction, type Runner } from '#local/state-machine/runner';
import type { RunnerStore } from '#local/state-machine/store';
import { ladderFunctions, newLadder } from '#test/support/ladder';
import { withLocalTables } from '#test/support/local-table';
import { createMemoryRunnerStore } from '#test/support/memory-runner-store';
import { bench, invoke, named, silent } from '#test/support/small-machine';
import { renderDefinition } from '#workflows/machines';

const MINUTE = 60_000;
const definition = renderDefinition({ Partition: 'aws', AdvanceArn: 'advance', SleepArn: 'sleep' });
type When = 'before' | 'after';

/** A process that is gone at its `at`th write or call: nothing it does later reaches the world. */
const mortal = (at: number, when: When) => {
  let count = 0;
  let dead = false;
  const died = new Error('killed');
  const step = async <T>(run: () => Promise<T>): Promise<T> => {
    if (dead) throw died;
    const fatal = count === at;
    count += 1;
    if (fatal && when === 'before') dead = true;
    if (dead) throw died;
    const result = await run();
    if (fatal) dead = true;
    if (dead) throw died;
    return result;
  };
  const alive = async <T>(run: () => Promise<T>): Promise<T> => {
    if (dead) throw died;
    return run();
  };
  return {
    store: (inner: RunnerStore): RunnerStore => ({
      get: (name) => alive(() => inner.get(name)),
      timers: (...args) => alive(() => inner.timers(...args)),
      invoking: (...args) => alive(() => inner.invoking(...args)),
      save: (...args) => step(() => inner.save(...args)),
    }),
    function:
      (inner: LocalFunction): LocalFunction =>
      (payload) =>
        step(() => inner(payload)),
    isDead: () => dead,
    steps: () => count,
  };
};

/**
 * The life of an item that climbs three levels and is then ended by somebody. The process dies at step `at`; another on
 * the same store takes over and the outside world repeats what was not answered. Answers what is left at the end.
 */
const live = async (inner: RunnerStore, at: number, when: When) => {
  const row = newLadder([5 * MINUTE, 10 * MINUTE, 15 * MINUTE]);
  const time = { now: 0 };
  const clock = { now: () => time.now };
  const real = ladderFunctions(row, clock.now);
  const climbed: number[] = [];
  const advance: LocalFunction = async (payload) => {
    const before = row.level;
    try {
      return await real.advance(payload);
    } finally {
      if (row.level > before) climbed.push(time.now);
    }
  };
  let process = mortal(at, when);
  const boot = (): Runner =>
    createRunner({
      machines: { ComplaintEscalation: definition },
      functions: { advance: process.function(advance), sleep: process.function(real.sleep) },
      store: cachedStore(process.store(inner)),
      clock,
      random: () => 0.5,
      logger: silent,
    });
  let runner = boot();
  const act = async (run: (runner: Runner) => Promise<unknown>): Promise<void> => {
    try {
      await run(runner);
      await runner.settle();
    } catch (error) {
      if (!process.isDead()) throw error;
    }
    if (!process.isDead()) return;
    process = mortal(Number.POSITIVE_INFINITY, 'before');
    runner = boot();
    await runner.recover();
    await runner.settle();
    await act(run);
  };
  const steps = process.steps;

  await act((each) => localExecutions(each).start('complaint', 'i-1', { company: 'c', item: 'i', epoch: 1 }));
  for (const minute of [5, 10, 15]) {
    await act(async (each) => {
      const due = await each.nextDue();
      if (due !== null && due > minute * MINUTE) return;
      time.now = minute * MINUTE;
      await each.fireDue(time.now);
    });
  }
  row.ended = true;
  row.version += 1;
  await act((each) => localExecutions(each).wake(row.token ?? ''));
  const execution = await inner.get('i-1');
  const { status, transitions, state } = execution as Execution;
  return {
    steps: steps(),
    end: {
      status,
      transitions,
      state,
      climbed,
      timers: await inner.timers(null, 9),
      invoking: await inner.invoking(9),
    },
  };
};

const uninterrupted = {
  status: 'SUCCEEDED',
  transitions: 10,
  state: 'Done',
  climbed: [5 * MINUTE, 10 * MINUTE, 15 * MINUTE],
  timers: [],
  invoking: [],
};

const database = withLocalTables();

describe.each([
  ['in memory', async (): Promise<RunnerStore> => createMemoryRunnerStore()],
  [
    'in DynamoDB',
    async (): Promise<RunnerStore> => createDynamoRunnerStore(database.client(), await database.create()),
  ],
])('killed at every step, %s', (_, create) => {
  test.each<When>(['before', 'after'])(
    '%s it, the life is the same',
    async (when) => {
      const whole = await live(await create(), Number.POSITIVE_INFINITY, when);
      expect(whole.end).toEqual(uninterrupted);
      expect(whole.steps).toBeGreaterThan(15);
      for (let at = 0; at < whole.steps; at += 1) {
        const { end } = await live(await create(), at, when);
        expect({ at, ...end }).toEqual({ at, ...uninterrupted });
      }
    },
    60_000,
  );
});

test('retry counters survive: four attempts in four lives, then the catcher', async () => {
  const store = createMemoryRunnerStore();
  const at = { now: 0 };
  const states = {
    X: {
      ...invoke('f'),
      Retry: [{ ErrorEquals: ['E'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 3 }],
      Catch: [{ ErrorEquals: ['E'], Next: 'Z' }],
      End: true,
    },
    Z: { Type: 'Succeed' },
  };
  const life = () => bench(states, { f: () => Promise.reject(named('E')) }, { store, at });
  await life().begin();
  expect([await life().tick(), await life().tick(), await life().tick(), await life().tick()]).toEqual([
    1_000,
    3_000,
    7_000,
    null,
  ]);
  expect(await life().look()).toMatchObject({ status: 'SUCCEEDED', transitions: 5 });
});

test('what sleeps or backs off is not called again', async () => {
  const store = createMemoryRunnerStore();
  const states = { X: { ...invoke('f'), Retry: [{ ErrorEquals: ['E'] }], End: true } };
  let calls = 0;
  const functions = {
    f: async () => {
      calls += 1;
      throw named('E');
    },
  };
  await bench(states, functions, { store }).begin();
  const { runner } = bench(states, functions, { store });
  expect(await runner.recover()).toBe(0);
  await runner.settle();
  expect(calls).toBe(1);
});

test('recover twice, and while running, calls once', async () => {
  const store = createMemoryRunnerStore();
  const states = { X: { ...invoke('f'), End: true } };
  let calls = 0;
  const functions = {
    f: async () => {
      calls += 1;
    },
  };
  const first = bench(states, functions, { store });
  const started = first.runner.start('m', 'x', {});
  await started;
  expect(await first.runner.recover()).toBe(0);
  await first.runner.settle();
  expect(await first.runner.recover()).toBe(0);
  expect(calls).toBe(1);
});
