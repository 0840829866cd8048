import type { Execution } from './execution.ts';
import type { RunnerStore } from './store.ts';

/**
 * Spares the read before most writes. Sound for one process a store: a save that finds another revision empties the
 * entry, and what is read again is the truth. Keeps the `size` executions saved last.
 */
export const cachedStore = (inner: RunnerStore, size = 5_000): RunnerStore => {
  const kept = new Map<string, Execution>();

  const keep = (execution: Execution): void => {
    kept.delete(execution.name);
    if (execution.phase === 'closed') return;
    kept.set(execution.name, execution);
    const [oldest] = kept.keys();
    if (kept.size > size && oldest !== undefined) kept.delete(oldest);
  };
  return {
    ...inner,
    get: async (name) => kept.get(name) ?? inner.get(name),
    async save(after, before) {
      // Until the answer is there nobody may rely on either revision.
      kept.delete(after.name);
      const saved = await inner.save(after, before);
      if (saved) keep(after);
      return saved;
    },
  };
};
