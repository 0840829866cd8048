import { beforeEach, describe, expect, test } from 'vitest';
import { createDynamoRunnerStore } from '#local/state-machine/dynamo-store';
import { type Execution, newExecution } from '#local/state-machine/execution';
import type { RunnerStore } from '#local/state-machine/store';
import { engines } from '#test/support/engine';
import { withLocalTables } from '#test/support/local-table';
import { createMemoryRunnerStore } from '#test/support/memory-runner-store';

const execution = (name: string, revision: number, change: Partial<Execution> = {}): Execution => ({
  ...newExecution('m', name, { n: 1 }, 0),
  phase: 'waiting',
  revision,
  ...change,
});

/** What every store must do. `create` answers an empty one. */
const contract = (create: () => Promise<RunnerStore>): void => {
  let store: RunnerStore;
  beforeEach(async () => {
    store = await create();
  });

  test('gives back what it was given, null for what it was not', async () => {
    const saved = execution('x', 1, {
      output: { text: '处理 "完成"', list: [null, 1.5, ''], empty: {} },
      retries: [0, 2],
    });
    expect(await store.save(saved, null)).toBe(true);
    expect(await store.get('x')).toEqual(saved);
    expect(await store.get('y')).toBeNull();
  });

  test('refuses a second first save, and a save on another revision', async () => {
    const one = execution('x', 1);
    await store.save(one, null);
    expect(await store.save(execution('x', 1, { state: 'B' }), null)).toBe(false);
    expect(await store.save(execution('x', 2, { due: 5 }), one)).toBe(true);
    expect(await store.save(execution('x', 2, { due: 9, phase: 'invoking' }), one)).toBe(false);
    expect(await store.get('x')).toMatchObject({ revision: 2, due: 5 });
    expect(await store.timers(null, 10)).toEqual([{ name: 'x', due: 5 }]);
    expect(await store.invoking(10)).toEqual([]);
  });

  test('moves an execution in and out of the lists', async () => {
    const steps = [
      execution('x', 1, { phase: 'invoking' }),
      execution('x', 2, { phase: 'invoking', due: 30 }),
      execution('x', 3, { due: 30 }),
      execution('x', 4, { phase: 'backingOff', due: 40 }),
      execution('x', 5, { phase: 'closed' }),
    ];
    const seen: string[] = [];
    for (const [at, step] of steps.entries()) {
      await store.save(step, steps[at - 1] ?? null);
      const [timer] = await store.timers(null, 10);
      seen.push(`${timer?.due ?? '-'} ${(await store.invoking(10)).length}`);
    }
    expect(seen).toEqual(['- 1', '30 1', '30 0', '40 0', '- 0']);
  });

  test('lists timers by due time, up to an instant, page by page', async () => {
    const dues = [900, 1_000, 1_699_999_999_999, 0, 50];
    for (const due of dues) await store.save(execution(`n${due}`, 1, { due }), null);
    const page = await store.timers(null, 2);
    expect(page).toEqual([
      { name: 'n0', due: 0 },
      { name: 'n50', due: 50 },
    ]);
    expect((await store.timers(null, 9, page.at(-1))).map(({ due }) => due)).toEqual([900, 1_000, 1_699_999_999_999]);
    expect((await store.timers(900, 9)).map(({ due }) => due)).toEqual([0, 50, 900]);
    expect(await store.timers(49, 9, page.at(-1))).toEqual([]);
  });

  test('lists names being called in order, page by page', async () => {
    for (const name of ['b', 'ab', 'a', 'c-1']) await store.save(execution(name, 1, { phase: 'invoking' }), null);
    const page = await store.invoking(2);
    expect(page).toEqual(['a', 'ab']);
    expect(await store.invoking(9, page.at(-1))).toEqual(['b', 'c-1']);
  });

  test('of many saves on one revision one wins', async () => {
    const one = execution('x', 1);
    await store.save(one, null);
    const tries = Array.from({ length: 10 }, (_, at) => store.save(execution('x', 2, { due: at + 1 }), one));
    expect((await Promise.all(tries)).filter((won) => won)).toHaveLength(1);
    expect(await store.timers(null, 10)).toHaveLength(1);
  });
};

describe('the store in memory', () => contract(async () => createMemoryRunnerStore()));

describe.each(engines)('the store in %s', (engine) => {
  const database = withLocalTables(engine);
  contract(async () => createDynamoRunnerStore(database.client(), await database.create()));
});
