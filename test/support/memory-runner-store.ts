import type { Execution } from '#local/state-machine/execution';
import type { Due, RunnerStore } from '#local/state-machine/store';

const inOrder = (a: Due, b: Due): number => a.due - b.due || (a.name < b.name ? -1 : 1);

/** Keeps copies, as a database does. */
export const createMemoryRunnerStore = (rows = new Map<string, Execution>()): RunnerStore => ({
  get: async (name) => structuredClone(rows.get(name) ?? null),
  async save(after, before) {
    if ((rows.get(after.name)?.revision ?? 0) !== (before?.revision ?? 0)) return false;
    rows.set(after.name, structuredClone(after));
    return true;
  },
  async timers(until, limit, last) {
    const dues = [...rows.values()].flatMap(({ name, due }) => (due === null ? [] : [{ name, due }]));
    return dues
      .filter((due) => (until === null || due.due <= until) && (last === undefined || inOrder(last, due) < 0))
      .sort(inOrder)
      .slice(0, limit);
  },
  invoking: async (limit, last) =>
    [...rows.values()]
      .filter(({ phase, name }) => phase === 'invoking' && (last === undefined || name > last))
      .map(({ name }) => name)
      .sort()
      .slice(0, limit),
});
