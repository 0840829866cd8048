import { beforeEach, describe, expect, test } from 'vitest';
import type { Execution } from '#local/state-machine/execution';
import { localExecutions, runnerTimers } from '#local/state-machine/executions';
import { createRunner, type LocalFunction } from '#local/state-machine/runner';
import { type Ladder, ladderFunctions, newLadder } from '#test/support/ladder';
import { createMemoryRunnerStore } from '#test/support/memory-runner-store';
import { named, silent } from '#test/support/small-machine';
import { renderDefinition } from '#workflows/machines';

const MINUTE = 60_000;
const input = { company: 'c', item: 'i', epoch: 1 };
const definition = renderDefinition({ Partition: 'aws', AdvanceArn: 'advance', SleepArn: 'sleep' });

const setUp = (
  row: Ladder,
  replace: (real: Record<string, LocalFunction>) => Record<string, LocalFunction> = () => ({}),
) => {
  const at = { now: 0 };
  const clock = { now: () => at.now };
  const real = ladderFunctions(row, clock.now);
  const runner = createRunner({
    machines: { ComplaintEscalation: definition },
    functions: { ...real, ...replace(real) },
    store: createMemoryRunnerStore(),
    clock,
    random: () => 0.5,
    logger: silent,
  });
  const executions = localExecutions(runner);
  const timers = runnerTimers(runner);
  return {
    at,
    runner,
    executions,
    async start() {
      await executions.start('complaint', 'i-1', input);
      await runner.settle();
    },
    /** Fires the next timer at its time. */
    async tick() {
      const due = await timers.nextDue();
      if (due === null) throw new Error('There is no timer.');
      at.now = due;
      await timers.fire(due);
      await runner.settle();
      return due;
    },
    async wake() {
      const answer = await executions.wake(row.token ?? 'none');
      await runner.settle();
      return answer;
    },
    async look(): Promise<Execution> {
      const found = await runner.describe('i-1');
      if (!found) throw new Error('There is no execution.');
      return found;
    },
  };
};

describe('a ladder of three levels that is then acted on', () => {
  let row: Ladder;
  let system: ReturnType<typeof setUp>;
  beforeEach(() => {
    row = newLadder([5 * MINUTE, 10 * MINUTE, 15 * MINUTE]);
    system = setUp(row);
  });

  test('costs two transitions to start, two a turn, two to end: ten', async () => {
    await system.start();
    expect(system.runner.transitions()).toBe(2);
    const fired = [await system.tick(), await system.tick(), await system.tick()];
    expect(fired).toEqual([5 * MINUTE, 10 * MINUTE, 15 * MINUTE]);
    expect(row.level).toBe(3);
    expect(system.runner.transitions()).toBe(8);
    row.ended = true;
    row.version += 1;
    expect(await system.wake()).toBe('woken');
    expect((await system.look()).status).toBe('SUCCEEDED');
    expect((await system.look()).transitions).toBe(10);
    expect(await system.runner.nextDue()).toBeNull();
  });

  test('tells Advance how many turns went before', async () => {
    await system.start();
    await system.tick();
    await system.wake();
    expect(row.turns).toEqual([0, 1, 2]);
  });

  test('a second wake with the same token finds it gone', async () => {
    await system.start();
    const { token } = row;
    expect(await system.wake()).toBe('woken');
    row.token = token;
    expect(await system.wake()).toBe('gone');
    expect(row.turns).toEqual([0, 1]);
  });

  test('ends quietly when the row is in another epoch', async () => {
    await system.start();
    row.epoch = 2;
    await system.tick();
    expect((await system.look()).status).toBe('SUCCEEDED');
    expect(row.level).toBe(0);
  });

  test('sleeps thirty days at most, and again', async () => {
    row.deadlines = [40 * 24 * 60 * MINUTE];
    await system.start();
    expect(await system.tick()).toBe(30 * 24 * 60 * MINUTE);
    expect(row.level).toBe(0);
    expect(await system.tick()).toBe(40 * 24 * 60 * MINUTE);
    expect(row.level).toBe(1);
  });

  test('start is idempotent, also after the end', async () => {
    row.ended = true;
    await system.start();
    await system.start();
    expect(row.turns).toEqual([0]);
  });
});

test('somebody who acts between Advance and Sleep sends it back to Advance', async () => {
  const row = newLadder([5 * MINUTE]);
  let raced = false;
  const system = setUp(row, (real) => ({
    async advance(payload) {
      const answer = await real.advance?.(payload);
      if (!raced) row.version += 1;
      raced = true;
      return answer;
    },
  }));
  await system.start();
  expect(row.turns).toEqual([0, 1]);
  expect((await system.look()).phase).toBe('waiting');
  expect((await system.look()).transitions).toBe(4);
});

test('throttling is retried with back-off, and the deadline holds', async () => {
  const row = newLadder([5 * MINUTE]);
  let refusals = 3;
  const system = setUp(row, (real) => ({
    async advance(payload) {
      refusals -= 1;
      if (refusals >= 0) throw named('Lambda.TooManyRequestsException');
      return real.advance?.(payload);
    },
  }));
  await system.start();
  // Full jitter at 0.5: half of 1, 2 and 4 seconds.
  expect([await system.tick(), await system.tick(), await system.tick()]).toEqual([500, 1_500, 3_500]);
  expect(await system.tick()).toBe(300_500);
  expect(row.level).toBe(1);
});

test('an error nobody foresaw stops the execution visibly', async () => {
  const system = setUp(newLadder([]), () => ({ sleep: () => Promise.reject(named('TypeError', 'boom')) }));
  await system.start();
  while ((await system.runner.nextDue()) !== null) await system.tick();
  const { status, failure } = await system.look();
  expect(status).toBe('FAILED');
  expect(failure?.error).toBe('Stopped');
  expect(failure?.cause).toContain('TypeError');
  expect(failure?.cause).toContain('boom');
});

test('an answer without a deadline in it stops the execution instead of spinning', async () => {
  const system = setUp(newLadder([]), () => ({ advance: async () => ({ version: 1 }) }));
  await system.start();
  while ((await system.runner.nextDue()) !== null) await system.tick();
  expect((await system.look()).failure?.cause).toContain('States.QueryEvaluationError');
});
