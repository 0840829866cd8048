import type { TimerSource } from '#local/timers';
import type { Executions } from '#ports';
import { machines } from '#workflows/machines';
import { ExecutionAlreadyExists, InvalidToken, TaskDoesNotExist, TaskTimedOut } from './failure.ts';
import type { Runner } from './runner.ts';

const isGone = (error: unknown): boolean =>
  error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;

/** The port on the local runner. */
export const localExecutions = (runner: Runner): Executions => ({
  async start(kind, name, input) {
    try {
      await runner.start(machines[kind], name, input);
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },
  async wake(token) {
    try {
      await runner.sendTaskSuccess(token, {});
      return 'woken';
    } catch (error) {
      if (isGone(error)) return 'gone';
      throw error;
    }
  },
});

/** Timers fired before what they set going is waited for: the embedded database keeps the last 20,000 changes for its readers. */
const AT_ONCE = 400;

/** Timeouts, retries and waits of all executions. Of very many due at one instant some are left to the next turn. */
export const runnerTimers = (runner: Runner): TimerSource => ({
  nextDue: () => runner.nextDue(),
  async fire(now) {
    await runner.fireDue(now, AT_ONCE);
  },
});
