import type { Instant } from '#domain/time';
import type { Execution, Json } from '#local/state-machine/execution';
import { createRunner, type LocalFunction, type Runner } from '#local/state-machine/runner';
import type { RunnerStore } from '#local/state-machine/store';
import type { Logger } from '#ports';
import { createMemoryRunnerStore } from '#test/support/memory-runner-store';

export const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** An error as a function throws it: state machines match its name. */
export const named = (name: string, message = name): Error => Object.assign(new Error(message), { name });

export const invoke = (functionName: string, payload: Json = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: functionName, Payload: payload },
});
export const waitForToken = (functionName: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: functionName, Payload: { token: '{% $states.context.Task.Token %}' } },
});

export interface Bench {
  runner: Runner;
  at: { now: Instant };
  store: RunnerStore;
  /** Fires the next timer with the clock exactly at its due time; answers that time. */
  tick(): Promise<Instant | null>;
  /** Starts 'x' and settles. */
  begin(input?: Json): Promise<Execution>;
  look(): Promise<Execution>;
}

/** A machine of these states, run by hand from instant 0. */
export const bench = (
  states: Record<string, unknown>,
  functions: Record<string, LocalFunction> = {},
  { store = createMemoryRunnerStore(), at = { now: 0 }, random = () => 0.5 } = {},
): Bench => {
  const definition = { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states };
  const clock = { now: () => at.now };
  const runner = createRunner({ machines: { m: definition }, functions, store, clock, random, logger: silent });
  const look = async (): Promise<Execution> => {
    const found = await runner.describe('x');
    if (!found) throw new Error('There is no execution x.');
    return found;
  };
  return {
    runner,
    at,
    store,
    look,
    async tick() {
      const due = await runner.nextDue();
      if (due === null) return null;
      at.now = Math.max(at.now, due);
      await runner.fireDue(due);
      await runner.settle();
      return due;
    },
    async begin(input = {}) {
      await runner.start('m', 'x', input);
      await runner.settle();
      return look();
    },
  };
};
