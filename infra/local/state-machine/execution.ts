import type { Instant } from '#domain/time';
import type { Failure } from './failure.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Where an execution stands between two writes.
 * `invoking`: its function is being called, and is called again after a crash. `waiting`: the function took the token.
 * `backingOff`: before a retry. `pausing`: in a Wait state.
 */
export type Phase = 'invoking' | 'waiting' | 'backingOff' | 'pausing' | 'closed';

/** One execution, one row. Instants are epoch ms. */
export interface Execution {
  name: string;
  machine: string;
  input: Json;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  startedAt: Instant;
  stoppedAt: Instant | null;
  output: Json;
  failure: Failure | null;

  phase: Phase;
  state: string;
  stateInput: Json;
  variables: { [name: string]: Json };
  enteredAt: Instant;
  /** Retries made since the state was entered, by retrier. */
  retries: number[];
  /** What to invoke, while `invoking`. */
  call: { functionName: string; payload: Json } | null;
  token: string | null;
  /** When a timer must fire: timeout, retry or end of a Wait. */
  due: Instant | null;

  /** Step Functions' bill: each state entered counts one, each retry counts one. Also tells attempts apart. */
  transitions: number;
  /** Grows with every write; a write made on another revision is refused. */
  revision: number;
}

export const newExecution = (machine: string, name: string, input: Json, now: Instant): Execution => ({
  name,
  machine,
  input,
  status: 'RUNNING',
  startedAt: now,
  stoppedAt: null,
  output: null,
  failure: null,
  phase: 'invoking',
  state: '',
  stateInput: input,
  variables: {},
  enteredAt: now,
  retries: [],
  call: null,
  token: null,
  due: null,
  transitions: 0,
  revision: 0,
});

/** Tokens name their execution, so that no second row is needed to find it. */
export const tokenFor = (execution: Execution, nonce: string): string =>
  `${Buffer.from(execution.name).toString('base64url')}.${execution.transitions}.${nonce}`;

/** The execution's name, or null when this is no token. */
export const nameInToken = (token: string): string | null => {
  const found = /^([\w-]+)\.\d+\.[\w-]+$/.exec(token)?.[1];
  return found === undefined ? null : Buffer.from(found, 'base64url').toString('utf8');
};

/** The context object, as far as definitions may read it. */
export const contextOf = (execution: Execution): Json => ({
  Execution: {
    Id: `arn:local:states:execution:${execution.machine}:${execution.name}`,
    Name: execution.name,
    Input: execution.input,
    StartTime: new Date(execution.startedAt).toISOString(),
  },
  State: {
    Name: execution.state,
    EnteredTime: new Date(execution.enteredAt).toISOString(),
    RetryCount: execution.retries.reduce((sum, count) => sum + (count ?? 0), 0),
  },
  StateMachine: { Id: `arn:local:states:stateMachine:${execution.machine}`, Name: execution.machine },
  ...(execution.token === null ? {} : { Task: { Token: execution.token } }),
});
