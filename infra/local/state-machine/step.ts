import type { Instant } from '#domain/time';
import type { Machine, Retrier, State, Task } from './definition.ts';
import { contextOf, type Execution, type Json, tokenFor } from './execution.ts';
import { type Failure, failureOf, matchesError, StateFailed } from './failure.ts';
import { assigned, evaluate, type Scope } from './query.ts';

/** What happens to an execution between two writes. Nothing here reads or stores: an execution goes in, the next comes out. */
export interface World {
  machine: Machine;
  now: Instant;
  /** 0 <= n < 1, for jitter. */
  random(): number;
  /** Unguessable, of letters, digits, - and _. */
  nonce(): string;
}

/** States without I/O entered in a row before the definition is taken for an endless loop. */
const LONGEST_CHAIN = 1_000;
const LONGEST_TIMEOUT = 99_999_999;
const SECOND = 1_000;

const scopeOf = (execution: Execution, more: Partial<Scope['states']> = {}): Scope => ({
  states: { input: execution.stateInput, context: contextOf(execution), ...more },
  variables: execution.variables,
});

const stateOf = (world: World, execution: Execution): State => {
  const state = world.machine.States[execution.state];
  if (state) return state;
  throw new StateFailed({ error: 'States.Runtime', cause: `The definition has no state "${execution.state}".` });
};

const close = (
  execution: Execution,
  now: Instant,
  end: Pick<Execution, 'status' | 'output' | 'failure'>,
): Execution => ({
  ...execution,
  ...end,
  phase: 'closed',
  call: null,
  token: null,
  due: null,
  stoppedAt: now,
});
const succeed = (execution: Execution, output: Json, world: World): Execution =>
  close(execution, world.now, { status: 'SUCCEEDED', output, failure: null });
const fail = (execution: Execution, failure: Failure, world: World): Execution =>
  close(execution, world.now, { status: 'FAILED', output: null, failure });

/** Seconds a task may take, or null for no timer. */
const timeoutOf = async (task: Task, scope: Scope): Promise<number | null> => {
  if (task.TimeoutSeconds === undefined) return null;
  const seconds = await evaluate(task.TimeoutSeconds, scope);
  if (typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_TIMEOUT)
    return seconds;
  const cause = `TimeoutSeconds is ${JSON.stringify(seconds)}, not a whole number from 1 to ${LONGEST_TIMEOUT}.`;
  throw new StateFailed({ error: 'States.QueryEvaluationError', cause });
};

/** Gets one attempt at a task ready to be invoked, with a token of its own: earlier tokens are stale from here on. */
const attempt = async (execution: Execution, task: Task, world: World): Promise<Execution> => {
  const callback = task.Resource.endsWith('.waitForTaskToken');
  const token = callback ? tokenFor(execution, world.nonce()) : null;
  const trying: Execution = { ...execution, phase: 'invoking', call: null, token, due: null };
  try {
    const scope = scopeOf(trying);
    const seconds = await timeoutOf(task, scope);
    const functionName = String(await evaluate(task.Arguments.FunctionName, scope));
    const payload = await evaluate(task.Arguments.Payload, scope);
    return { ...trying, call: { functionName, payload }, due: seconds === null ? null : world.now + seconds * SECOND };
  } catch (error) {
    return failTask(trying, failureOf(error), world);
  }
};

const endOfWait = async (
  state: Extract<State, { Type: 'Wait' }>,
  execution: Execution,
  world: World,
): Promise<Instant> => {
  const value = await evaluate(state.Seconds ?? state.Timestamp, scopeOf(execution));
  const due = state.Seconds === undefined ? Date.parse(String(value)) : world.now + Number(value) * SECOND;
  if (Number.isFinite(due)) return Math.ceil(due);
  throw new StateFailed({ error: 'States.QueryEvaluationError', cause: `Cannot wait for ${JSON.stringify(value)}.` });
};

interface Transition {
  Next?: string | undefined;
  Output?: unknown;
  Assign?: { [name: string]: unknown } | undefined;
}

/** Leaves the state by `way`. Output and Assign both see the scope the state was entered with. */
const leave = async (
  execution: Execution,
  way: Transition,
  scope: Scope,
  otherwise: Json,
  world: World,
  chain: number,
): Promise<Execution> => {
  const output = way.Output === undefined ? otherwise : await evaluate(way.Output, scope);
  const variables = await assigned(way.Assign, scope);
  const left = { ...execution, variables };
  return way.Next === undefined ? succeed(left, output, world) : enter(left, way.Next, output, world, chain + 1);
};

const perform = async (execution: Execution, world: World, chain: number): Promise<Execution> => {
  const state = stateOf(world, execution);
  const scope = scopeOf(execution);
  switch (state.Type) {
    case 'Task':
      return attempt(execution, state, world);
    case 'Wait':
      return { ...execution, phase: 'pausing', due: await endOfWait(state, execution, world) };
    case 'Pass':
      return leave(execution, state, scope, execution.stateInput, world, chain);
    case 'Succeed': {
      const output = state.Output === undefined ? execution.stateInput : await evaluate(state.Output, scope);
      return succeed(execution, output, world);
    }
    case 'Fail': {
      const error = String(await evaluate(state.Error ?? '', scope));
      return fail(execution, { error, cause: String(await evaluate(state.Cause ?? '', scope)) }, world);
    }
    case 'Choice': {
      for (const rule of state.Choices) {
        if ((await evaluate(rule.Condition, scope)) === true) {
          return leave(execution, rule, scope, execution.stateInput, world, chain);
        }
      }
      if (state.Default !== undefined) {
        return leave(execution, { ...state, Next: state.Default }, scope, execution.stateInput, world, chain);
      }
      return fail(
        execution,
        { error: 'States.NoChoiceMatched', cause: `No rule of ${execution.state} matched.` },
        world,
      );
    }
  }
};

const enter = async (before: Execution, name: string, input: Json, world: World, chain: number): Promise<Execution> => {
  const execution: Execution = {
    ...before,
    state: name,
    stateInput: input,
    enteredAt: world.now,
    retries: [],
    call: null,
    token: null,
    due: null,
    transitions: before.transitions + 1,
  };
  if (chain > LONGEST_CHAIN) {
    return fail(execution, { error: 'States.Runtime', cause: 'The states go round without a task or a wait.' }, world);
  }
  try {
    return await perform(execution, world, chain);
  } catch (error) {
    return fail(execution, failureOf(error), world);
  }
};

const delayOf = (retrier: Retrier, retried: number, random: () => number): number => {
  const growing = retrier.IntervalSeconds * retrier.BackoffRate ** retried;
  const seconds = Math.min(growing, retrier.MaxDelaySeconds ?? growing);
  return Math.ceil(seconds * SECOND * (retrier.JitterStrategy === 'FULL' ? random() : 1));
};

export const begin = (execution: Execution, world: World): Promise<Execution> =>
  enter(execution, world.machine.StartAt, execution.input, world, 0);

/** The task's result is in. For a callback task that is what its token was answered with, not what its function returned. */
export const finishTask = async (execution: Execution, result: Json, world: World): Promise<Execution> => {
  const state = stateOf(world, execution);
  if (state.Type !== 'Task') return execution;
  try {
    return await leave(execution, state, scopeOf(execution, { result }), result, world, 0);
  } catch (error) {
    return failTask(execution, failureOf(error), world);
  }
};

/** The function took the token: from here on only the token or its timeout ends the state. */
export const takeToken = (execution: Execution): Execution => ({ ...execution, phase: 'waiting', call: null });

/** The first retrier that takes the error decides; when it is used up, the catchers do. */
export const failTask = async (execution: Execution, failure: Failure, world: World): Promise<Execution> => {
  const state = stateOf(world, execution);
  if (state.Type !== 'Task') return fail(execution, failure, world);
  const at = state.Retry.findIndex((rule) => matchesError(rule.ErrorEquals, failure.error));
  const retrier = state.Retry[at];
  const retried = execution.retries[at] ?? 0;
  if (retrier && retried < retrier.MaxAttempts) {
    const retries = state.Retry.map((_, index) => (execution.retries[index] ?? 0) + (index === at ? 1 : 0));
    const due = world.now + delayOf(retrier, retried, world.random);
    return { ...execution, phase: 'backingOff', call: null, token: null, retries, due };
  }
  const catcher = state.Catch.find((rule) => matchesError(rule.ErrorEquals, failure.error));
  if (!catcher) return fail(execution, failure, world);
  const errorOutput = { Error: failure.error, Cause: failure.cause };
  try {
    return await leave(execution, catcher, scopeOf(execution, { errorOutput }), errorOutput, world, 0);
  } catch (error) {
    return fail(execution, failureOf(error), world);
  }
};

/** The execution's timer went off. */
export const fireTimer = async (execution: Execution, world: World): Promise<Execution> => {
  switch (execution.phase) {
    case 'invoking':
    case 'waiting':
      return failTask(execution, { error: 'States.Timeout', cause: `${execution.state} took too long.` }, world);
    case 'backingOff': {
      const state = stateOf(world, execution);
      const counted = { ...execution, transitions: execution.transitions + 1 };
      return state.Type === 'Task' ? attempt(counted, state, world) : execution;
    }
    case 'pausing': {
      const state = stateOf(world, execution);
      if (state.Type !== 'Wait') return execution;
      try {
        return await leave(execution, state, scopeOf(execution), execution.stateInput, world, 0);
      } catch (error) {
        return fail(execution, failureOf(error), world);
      }
    }
    case 'closed':
      return execution;
  }
};
