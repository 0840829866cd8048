import type { Json } from './execution.ts';

/** How a state or an execution failed: the error's name, and a text. */
export interface Failure {
  error: string;
  cause: string;
}

/** Step Functions' answers to its callers. Names are those of the service: callers match names. */
export abstract class RunnerError extends Error {
  abstract override readonly name: string;
}
/** The token's attempt is over: it timed out, was answered before, or its execution has ended. */
export class TaskTimedOut extends RunnerError {
  override readonly name = 'TaskTimedOut';
}
/** The token names an execution that never was. */
export class TaskDoesNotExist extends RunnerError {
  override readonly name = 'TaskDoesNotExist';
}
/** Not a token of this runner. */
export class InvalidToken extends RunnerError {
  override readonly name = 'InvalidToken';
}
/** The name belongs to a closed execution, or to a running one with another input or machine. */
export class ExecutionAlreadyExists extends RunnerError {
  override readonly name = 'ExecutionAlreadyExists';
}
export class StateMachineDoesNotExist extends RunnerError {
  override readonly name = 'StateMachineDoesNotExist';
}

/** Raised while a state is worked out; becomes that state's failure. */
export class StateFailed extends Error {
  override readonly name = 'StateFailed';
  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(`${failure.error}: ${failure.cause}`, options);
  }
}

/** A function's error as Lambda reports it: the name is matched, the cause is a JSON text. */
export const failureOf = (thrown: unknown): Failure => {
  if (thrown instanceof StateFailed) return thrown.failure;
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const cause: Json = { errorType: error.name, errorMessage: error.message };
  return { error: error.name, cause: JSON.stringify(cause) };
};

const NOT_IN_ALL = new Set(['States.Runtime', 'States.DataLimitExceeded']);

/** Whether a retrier or catcher takes this error. States.TaskFailed takes everything but a timeout; States.ALL all but two. */
export const matchesError = (errorEquals: readonly string[], error: string): boolean =>
  errorEquals.some((pattern) => {
    if (pattern === error) return true;
    if (NOT_IN_ALL.has(error)) return false;
    if (pattern === 'States.ALL') return true;
    return pattern === 'States.TaskFailed' && error !== 'States.Timeout';
  });
