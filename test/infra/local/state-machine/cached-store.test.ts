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
