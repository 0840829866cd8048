import type { Execution } from './execution.ts';
import type { Due, RunnerStore } from './store.ts';
import { createTimerList, type TimerList } from './timer-list.ts';

const PAGE = 1_000;

async function readTimers(inner: RunnerStore): Promise<TimerList> {
  const timers: Due[] = [];
  for (let page = await inner.timers(null, PAGE); page.length > 0; ) {
    timers.push(...page);
    page = page.length < PAGE ? [] : await inner.timers(null, PAGE, page.at(-1));
  }
  return createTimerList(timers);
}

/**
 * Spares the read before most writes, and the look for the next timer. Sound for one process a store: a save that finds
 * another revision forgets what was known, and what is read again is the truth. Keeps the `size` executions saved last, and
 * all timers.
 */
export const cachedStore = (inner: RunnerStore, size = 5_000): RunnerStore => {
  const kept = new Map<string, Execution>();
  let timers: Promise<TimerList> | null = null;

  const keep = (execution: Execution): void => {
    kept.delete(execution.name);
    if (execution.phase === 'closed') return;
    kept.set(execution.name, execution);
    const [oldest] = kept.keys();
    if (kept.size > size && oldest !== undefined) kept.delete(oldest);
  };
  /** Both are done or not done already where the list was read meanwhile. */
  const move = async (after: Execution, before: Execution | null): Promise<void> => {
    const list = await timers?.catch(() => null);
    if (!list) return;
    if (before && before.due !== null) list.remove({ name: before.name, due: before.due });
    if (after.due !== null) list.add({ name: after.name, due: after.due });
  };
  const known = async (): Promise<TimerList> => {
    for (;;) {
      timers ??= readTimers(inner);
      const reading = timers;
      try {
        const list = await reading;
        if (timers === reading) return list;
      } catch (error) {
        if (timers === reading) timers = null;
        throw error;
      }
    }
  };
  return {
    ...inner,
    get: async (name) => kept.get(name) ?? inner.get(name),
    async save(after, before) {
      // Until the answer is there nobody may rely on either revision.
      kept.delete(after.name);
      let saved = false;
      try {
        saved = await inner.save(after, before);
      } finally {
        if (!saved) timers = null;
      }
      if (saved) {
        keep(after);
        await move(after, before);
      }
      return saved;
    },
    timers: async (until, limit, after) => (await known()).after(after, until, limit),
  };
};
