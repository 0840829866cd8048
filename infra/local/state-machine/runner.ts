import { randomUUID } from 'node:crypto';
import type { Instant } from '#domain/time';
import type { Clock, Logger } from '#ports';
import type { Machine } from './definition.ts';
import { parseDefinition } from './definition.ts';
import { type Execution, type Json, nameInToken, newExecution } from './execution.ts';
import {
  ExecutionAlreadyExists,
  type Failure,
  failureOf,
  InvalidToken,
  StateMachineDoesNotExist,
  TaskDoesNotExist,
  TaskTimedOut,
} from './failure.ts';
import { begin, failTask, finishTask, fireTimer, takeToken, type World } from './step.ts';
import type { Due, RunnerStore } from './store.ts';

/** A function the machines may invoke, by the name the definition was rendered with. Its error's `name` is what is matched. */
export type LocalFunction = (payload: Json) => Promise<unknown>;

export interface RunnerOptions {
  /** Rendered definitions by machine name. */
  machines: Readonly<Record<string, unknown>>;
  functions: Readonly<Record<string, LocalFunction>>;
  store: RunnerStore;
  clock: Clock;
  logger: Logger;
  /** @default Math.random */
  random?: () => number;
  /** Functions called at the same time. @default 16 */
  concurrency?: number;
}

export interface Runner {
  /** Durable when it answers. Same name, machine and input as a running execution: done already. @throws ExecutionAlreadyExists | StateMachineDoesNotExist */
  start(machine: string, name: string, input: Json): Promise<void>;
  /** @throws TaskTimedOut | TaskDoesNotExist | InvalidToken */
  sendTaskSuccess(token: string, output: Json): Promise<void>;
  /** @throws TaskTimedOut | TaskDoesNotExist | InvalidToken */
  sendTaskFailure(token: string, failure: Failure): Promise<void>;
  describe(name: string): Promise<Execution | null>;
  nextDue(): Promise<Instant | null>;
  /** Fires timers due at `now` or before, earliest first, `most` of them (default: all); answers how many. What they set going may still run: see `settle`. */
  fireDue(now: Instant, most?: number): Promise<number>;
  /** All timers, earliest first. */
  timers(): AsyncIterable<Due>;
  /** After a restart: calls again every function that was being called. Answers how many. */
  recover(): Promise<number>;
  /** Resolves when no function is being called. Executions that sleep or back off are settled. */
  settle(): Promise<void>;
  /** Calls no further function; resolves when those being called have ended and where they led is saved. */
  stop(): Promise<void>;
  /** Transitions since this runner was made, over all executions. */
  transitions(): number;
}

const PAGE = 100;

/** At most `size` at a time; the others wait in order. */
const createGate = (size: number) => {
  let free = size;
  const waiting: (() => void)[] = [];
  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((admit) => waiting.push(admit));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};

/** An execution whose functions are being called, and the row it will be saved in place of. */
interface InHand {
  now: Execution;
  stored: Execution;
  over: Promise<void>;
}

/** Awaits its function's answer under a timer, which must be in the store for as long. */
const mayTimeOut = ({ phase, token, due }: Execution): boolean =>
  phase === 'invoking' && token === null && due !== null;

const throughJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null));
const canonical = (value: Json): string =>
  JSON.stringify(value, (_, each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/**
 * Runs the state machines on one machine. One runner a store: every change is conditional on the row's revision, so a
 * late answer of a function, a repeated token and a timer that lost the race change nothing.
 */
export const createRunner = (options: RunnerOptions): Runner => {
  const { store, clock, logger, functions } = options;
  const machines = new Map(Object.entries(options.machines).map(([name, body]) => [name, parseDefinition(body)]));
  const { concurrency = 16 } = options;
  const gate = createGate(concurrency);
  const running = new Set<Promise<void>>();
  /** By name: what an execution is at this moment, while its functions are called. */
  const inHand = new Map<string, InHand>();
  let total = 0;
  let stopped = false;

  const machineOf = (name: string): Machine => {
    const machine = machines.get(name);
    if (machine) return machine;
    throw new StateMachineDoesNotExist(`There is no state machine "${name}".`);
  };
  const worldOf = (execution: Execution): World => ({
    machine: machineOf(execution.machine),
    now: clock.now(),
    random: options.random ?? Math.random,
    nonce: randomUUID,
  });
  /** The saved execution, or null when another change came first. */
  const save = async (after: Execution, before: Execution | null): Promise<Execution | null> => {
    const saved = { ...after, revision: (before?.revision ?? 0) + 1 };
    if (!(await store.save(saved, before))) return null;
    total += after.transitions - (before?.transitions ?? 0);
    return saved;
  };

  const invoke = async (execution: Execution): Promise<Execution> => {
    const { call, token } = execution;
    if (call === null) return execution;
    try {
      const called = functions[call.functionName];
      if (!called) throw new Error(`There is no function "${call.functionName}".`);
      const payload = throughJson(await called(throughJson(call.payload)));
      if (token !== null) return takeToken(execution);
      const result = { ExecutedVersion: '$LATEST', StatusCode: 200, Payload: payload };
      return await finishTask(execution, result, worldOf(execution));
    } catch (error) {
      return failTask(execution, failureOf(error), worldOf(execution));
    }
  };
  /**
   * Takes an execution on until it rests (sleeps, backs off, is closed) and saves it then in place of what is stored: one
   * write a turn. After a crash the turn is done again from there; functions are called at least once, as in AWS.
   */
  const pump = async (hand: InHand): Promise<void> => {
    while (hand.now.phase === 'invoking' && !stopped) {
      hand.now = await invoke(hand.now);
      if (!mayTimeOut(hand.now)) continue;
      const saved = await save(hand.now, hand.stored);
      if (!saved) return;
      hand.now = saved;
      hand.stored = saved;
    }
    if (hand.now !== hand.stored) await save(hand.now, hand.stored);
  };
  /** Goes on in the background. A failing store leaves the row as it was, to be taken up by `recover` or by its timer. */
  const dispatch = (execution: Execution, stored: Execution): void => {
    const { name } = execution;
    if (execution.phase !== 'invoking' || stopped) return;
    const hand: InHand = { now: execution, stored, over: Promise.resolve() };
    hand.over = gate(() => pump(hand))
      .catch((error: unknown) => logger.error('execution interrupted', { execution: name, error: String(error) }))
      .finally(() => {
        running.delete(hand.over);
        if (inHand.get(name) === hand) inHand.delete(name);
      });
    running.add(hand.over);
    inHand.set(name, hand);
  };

  const existing = async (machine: string, name: string, input: Json): Promise<void> => {
    const found = await store.get(name);
    const same =
      found?.status === 'RUNNING' && found.machine === machine && canonical(found.input) === canonical(input);
    if (!same) throw new ExecutionAlreadyExists(`There is or was an execution "${name}".`);
  };
  const answer = async (token: string, next: (execution: Execution) => Promise<Execution>): Promise<void> => {
    const name = nameInToken(token);
    if (name === null) throw new InvalidToken('This is no task token.');
    for (;;) {
      // A token may be used before the execution that hands it out has come to rest.
      await inHand.get(name)?.over;
      const found = await store.get(name);
      if (!found) throw new TaskDoesNotExist('The token belongs to no execution.');
      if (found.token !== token) throw new TaskTimedOut('The task of this token is over.');
      const saved = await save(await next(found), found);
      if (saved) return dispatch(saved, saved);
    }
  };
  /**
   * Whether a timer in the store is that of a turn under way. A function that takes too long is not, but one that is handed
   * a token is: at a high speed a second passes in no time, and the token must not become stale before it is on its row.
   */
  const isUnderWay = ({ name, due }: Due): boolean => {
    const hand = inHand.get(name);
    return hand !== undefined && !(mayTimeOut(hand.now) && hand.now.due === due);
  };
  const fire = async (timer: Due): Promise<boolean> => {
    const found = await store.get(timer.name);
    if (!found || found.due !== timer.due || isUnderWay(timer)) return false;
    const fired = await fireTimer(found, worldOf(found));
    if (isUnderWay(timer)) return false;
    // The timer stays until the execution rests again: after a crash it goes off once more.
    if (fired.phase === 'invoking' && !mayTimeOut(found) && !mayTimeOut(fired)) dispatch(fired, found);
    else {
      const saved = await save(fired, found);
      if (!saved) return false;
      dispatch(saved, saved);
    }
    return true;
  };
  async function* timers(until: Instant | null): AsyncGenerator<Due> {
    let page = await store.timers(until, PAGE);
    while (page.length > 0) {
      yield* page;
      page = page.length < PAGE ? [] : await store.timers(until, PAGE, page.at(-1));
    }
  }
  const settle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };

  return {
    async start(machine, name, input) {
      const created = newExecution(machine, name, throughJson(input), clock.now());
      const saved = await save(await begin(created, worldOf(created)), null);
      if (saved) dispatch(saved, saved);
      else await existing(machine, name, created.input);
    },
    sendTaskSuccess: (token, output) =>
      answer(token, (found) => finishTask(found, throughJson(output), worldOf(found))),
    sendTaskFailure: (token, failure) => answer(token, (found) => failTask(found, failure, worldOf(found))),
    describe: (name) => store.get(name),
    async nextDue() {
      for await (const timer of timers(null)) if (!isUnderWay(timer)) return timer.due;
      return null;
    },
    async fireDue(now, most = Number.POSITIVE_INFINITY) {
      let fired = 0;
      let taken = 0;
      const dues = timers(now);
      const worker = async () => {
        while (taken < most) {
          taken += 1;
          const next = await dues.next();
          if (next.done) return;
          if (await fire(next.value)) fired += 1;
        }
      };
      await Promise.all(Array.from({ length: concurrency }, worker));
      return fired;
    },
    timers: () => timers(null),
    async recover() {
      let count = 0;
      let page = await store.invoking(PAGE);
      while (page.length > 0) {
        for (const name of page) {
          const found = await store.get(name);
          if (found?.phase !== 'invoking' || inHand.has(name)) continue;
          dispatch(found, found);
          count += 1;
        }
        page = page.length < PAGE ? [] : await store.invoking(PAGE, page.at(-1));
      }
      return count;
    },
    settle,
    async stop() {
      stopped = true;
      await settle();
    },
    transitions: () => total,
  };
};
