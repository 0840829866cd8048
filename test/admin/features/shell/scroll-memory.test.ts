import { expect, test } from 'vitest';
import { createScrollMemory } from '../../../../admin/src/features/shell/scroll-memory.ts';

function storage(kept: string | null = null) {
  const state = { kept };
  return {
    state,
    getItem: () => state.kept,
    setItem: (_name: string, value: string) => {
      state.kept = value;
    },
  };
}

test('knows how far down each place was, also after a reload', () => {
  const store = storage();
  const memory = createScrollMemory(store);
  memory.set('list', 900);
  memory.set('page', 0);
  memory.set('list', 1200);
  expect([memory.get('list'), memory.get('page'), memory.get('never seen')]).toEqual([1200, 0, 0]);
  memory.keep();
  expect(createScrollMemory(storage(store.state.kept)).get('list')).toBe(1200);
});

test('forgets what was not seen for longest', () => {
  const memory = createScrollMemory(storage());
  for (let n = 0; n < 100; n++) memory.set(`p${n}`, n + 1);
  memory.set('p0', 7);
  memory.set('p100', 8);
  expect([memory.get('p0'), memory.get('p1'), memory.get('p2'), memory.get('p100')]).toEqual([7, 0, 3, 8]);
});

test.each(['not JSON', '{}', '[["a"],["b",-1],[1,2],null]'])('makes nothing of %s', (kept) => {
  const memory = createScrollMemory(storage(kept));
  expect(['a', 'b', '1'].map(memory.get)).toEqual([0, 0, 0]);
});
