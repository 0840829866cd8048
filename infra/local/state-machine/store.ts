import type { Instant } from '#domain/time';
import type { Execution } from './execution.ts';

export interface Due {
  name: string;
  due: Instant;
}

/**
 * Executions, and two lists that follow from them: those with a timer, by due time, and those whose function is being
 * called. A save changes the row and both lists together or not at all.
 */
export interface RunnerStore {
  /** Sees every save that was answered. */
  get(name: string): Promise<Execution | null>;
  /** Writes `after` if what is stored is `before` (null: no row of this name). False: it is not, and nothing changed. */
  save(after: Execution, before: Execution | null): Promise<boolean>;
  /** Earliest first, at most `limit`, those after `after` in that order; `until` inclusive, null: all. */
  timers(until: Instant | null, limit: number, after?: Due): Promise<Due[]>;
  /** Names in ascending order, at most `limit`, those after `after`. */
  invoking(limit: number, after?: string): Promise<string[]>;
}
