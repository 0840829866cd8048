import { expect, test } from 'vitest';
import { cachedStore } from '#local/state-machine/cached-store';
import { type Execution, newExecution } from '#local/state-machine/execution';
import { createMemoryRunnerStore } from '#test/support/memory-runner-store';

const execution = (name: string, revision: number, phase: Execution['phase'] = 'waiting'): Execution => ({
  ...newExecution('m', name, {}, 0),
  phase,
  revision,
});

const setUp = (size?: number) => {
  const memory = createMemoryRunnerStore();
  let reads = 0;
  const counting = {
    ...memory,
    get: (name: string) => {
      reads += 1;
      return memory.get(name);
    },
  };
  return { memory, store: cachedStore(counting, size), reads: () => reads };
};

test('what was saved is not read again, what is closed is', async () => {
  const { store, reads } = setUp();
  await store.save(execution('x', 1), null);
  expect(await store.get('x')).toMatchObject({ revision: 1 });
  expect(reads()).toBe(0);
  await store.save(execution('x', 2, 'closed'), execution('x', 1));
  expect(await store.get('x')).toMatchObject({ revision: 2 });
  expect(reads()).toBe(1);
});

test('after a lost race the truth is read', async () => {
  const { store, memory } = setUp();
  await store.save(execution('x', 1), null);
  await memory.save(execution('x', 2), execution('x', 1));
  expect(await store.save(execution('x', 2), execution('x', 1))).toBe(false);
  expect(await store.get('x')).toMatchObject({ revision: 2 });
});

test('a save that fails leaves nothing behind', async () => {
  const { memory } = setUp();
  const store = cachedStore({ ...memory, save: () => Promise.reject(new Error('gone')) });
  await expect(store.save(execution('x', 1), null)).rejects.toThrow('gone');
  expect(await store.get('x')).toBeNull();
});

test('keeps so many and no more', async () => {
  const { store, reads } = setUp(2);
  for (const name of ['a', 'b', 'c']) await store.save(execution(name, 1), null);
  await store.get('c');
  await store.get('b');
  expect(reads()).toBe(0);
  await store.get('a');
  expect(reads()).toBe(1);
});

const timed = (name: string, revision: number, due: number | null): Execution => ({
  ...execution(name, revision),
  due,
});

test('timers are read once, follow every save, and come in order, page by page', async () => {
  const memory = createMemoryRunnerStore();
  await memory.save(timed('old', 1, 5), null);
  let reads = 0;
  const store = cachedStore({
    ...memory,
    timers: (...args) => {
      reads += 1;
      return memory.timers(...args);
    },
  });
  expect(await store.timers(null, 9)).toEqual([{ name: 'old', due: 5 }]);
  await store.save(timed('b', 1, 7), null);
  await store.save(timed('a', 1, 7), null);
  await store.save(timed('c', 1, 3), null);
  await store.save(timed('c', 2, 9), timed('c', 1, 3));
  await store.save(timed('old', 2, null), timed('old', 1, 5));
  const first = await store.timers(null, 2);
  expect(first.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(await store.timers(null, 2, first.at(-1))).toEqual([{ name: 'c', due: 9 }]);
  expect(await store.timers(8, 9)).toEqual(first);
  expect(reads).toBe(1);
  expect(await store.timers(null, 9)).toEqual(await memory.timers(null, 9));
});

test('a save that was refused, or that happens while the timers are read, leaves the true timers', async () => {
  const memory = createMemoryRunnerStore();
  await memory.save(timed('x', 1, 5), null);
  const store = cachedStore(memory);
  const [read] = await Promise.all([store.timers(null, 9), store.save(timed('y', 1, 6), null)]);
  expect(read[0]).toEqual({ name: 'x', due: 5 });
  expect(await store.timers(null, 9)).toEqual(await memory.timers(null, 9));
  await memory.save(timed('x', 2, 8), timed('x', 1, 5));
  expect(await store.save(timed('x', 2, 9), timed('x', 1, 5))).toBe(false);
  expect(await store.timers(null, 9)).toEqual([
    { name: 'y', due: 6 },
    { name: 'x', due: 8 },
  ]);
});
