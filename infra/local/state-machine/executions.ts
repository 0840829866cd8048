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

/** Timeouts, retries and waits of all executions. */
export const runnerTimers = (runner: Runner): TimerSource => ({
  nextDue: () => runner.nextDue(),
  async fire(now) {
    await runner.fireDue(now);
  },
});
