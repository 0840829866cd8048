import { HOUR, type Instant, MINUTE } from '#domain/time';
import type { Logger } from '#ports';
import { ClockBackwards, type SystemClock } from './clock.ts';

/** Something with due times of its own: sleeping executions, schedules, the sweeper, retries of effects. */
export interface TimerSource {
  /** Earliest due time still to be fired. */
  nextDue(): Promise<Instant | null>;
  /** Fires what is due at `now` or before. Must not leave it due: what fails is put off. */
  fire(now: Instant): Promise<void>;
  /**
   * Present when a leap may skip repetitions: the last of its due times not after `until`. The clock then stops once
   * before each other timer instead of at every repetition.
   */
  lastDue?(until: Instant): Instant | null;
}

/** The same timer stays due however often it is fired. */
export class TimerStuck extends Error {
  override readonly name = 'TimerStuck';
  constructor(readonly due: Instant) {
    super(`A timer due at ${due} does not go off.`);
  }
}

/** Calls `ring` once after `ms` of real time; answers a function that calls it off. */
export type Alarm = (ms: number, ring: () => void) => () => void;

export interface TimersOptions {
  clock: SystemClock;
  sources: readonly TimerSource[];
  /** Resolves when the stream is drained, no effect is pending and due, and no execution runs. */
  settle: () => Promise<void>;
  logger: Logger;
  /** @default setTimeout */
  alarm?: Alarm;
}

export interface Timers {
  /** Follows the clock until stopped. */
  start(): void;
  /** Resolves when nothing is being fired any more. */
  stop(): Promise<void>;
  /** As if `ms` had passed: every timer in between fires in order, each with the clock exactly at its time and all settled before the next. Answers when all is settled at the target. Leaps wait for one another. @throws ClockBackwards | TimerStuck */
  advance(ms: number, options?: LeapOptions): Promise<void>;
  /** An instant ahead when it was asked for that passes while this waits is reached. @throws ClockBackwards | TimerStuck */
  to(instant: Instant, options?: LeapOptions): Promise<void>;
}
export interface LeapOptions {
  /** Timers due within one multiple of so many ms fire together at its end, a little late, as a busy cloud's do. @default 1: each at its time */
  step?: number;
  /** Repetitions that may be skipped are, until they are so many ms overdue: a leap over months need not sweep before each timer. @default 0 */
  patience?: number;
}

/** Through months of many people's deeds, as fast as the machine can follow. */
export const throughMonths = { step: MINUTE, patience: 12 * HOUR } as const satisfies LeapOptions;

/** Longest and shortest real time between two looks. */
const HEARTBEAT = 1_000;
const SHORTEST = 10;
/** Times a timer may come back at the same instant before it is taken for stuck. */
const PATIENCE = 1_000;

const systemAlarm: Alarm = (ms, ring) => {
  const timeout = setTimeout(ring, Math.min(ms, HEARTBEAT));
  return () => clearTimeout(timeout);
};

interface Turn {
  source: TimerSource;
  due: Instant;
}

const isSame = (a: Turn | null, b: Turn): boolean => a !== null && a.source === b.source && a.due === b.due;

/** What fires next, not after `until`. Of several at one instant the one listed first. */
const nextTurn = async (sources: readonly TimerSource[], until: Instant, patience = 0): Promise<Turn | null> => {
  const earliest = (turns: readonly (Turn | null)[]): Turn | null =>
    turns.reduce((best, turn) => (turn && turn.due <= until && (!best || turn.due < best.due) ? turn : best), null);
  const turns: (Turn | null)[] = await Promise.all(
    sources.map(async (source) => {
      const due = await source.nextDue();
      return due === null ? null : { source, due };
    }),
  );
  const exact = earliest(turns.filter((turn) => turn?.source.lastDue === undefined));
  const skipping = turns.map((turn) => {
    const due = turn?.source.lastDue?.(Math.min(until, exact?.due ?? until)) ?? null;
    return turn && due !== null && due - turn.due >= patience ? { source: turn.source, due } : null;
  });
  return earliest([exact, ...skipping]);
};

/** Drives every source with the system clock. A change of speed is noticed within a second of real time. */
export const createTimers = ({ clock, sources, settle, logger, alarm = systemAlarm }: TimersOptions): Timers => {
  let queue: Promise<unknown> = Promise.resolve();
  let running = false;
  let cancel = () => {};

  const alone = <T>(run: () => Promise<T>): Promise<T> => {
    const result = queue.then(run);
    queue = result.catch(() => {});
    return result;
  };
  const leap = (target: () => Instant, { step = 1, patience = 0 }: LeapOptions = {}): Promise<void> =>
    alone(async () => {
      clock.hold();
      try {
        const end = target();
        if (!(end >= clock.now())) throw new ClockBackwards(clock.now(), end);
        await settle();
        const next = () => nextTurn(sources, end, patience);
        let last: Turn | null = null;
        let repeated = 0;
        for (let turn = await next(); turn; turn = await next()) {
          repeated = isSame(last, turn) ? repeated + 1 : 0;
          if (repeated > PATIENCE) throw new TimerStuck(turn.due);
          const at = Math.min(end, Math.ceil(turn.due / step) * step);
          clock.to(Math.max(at, clock.now()));
          await turn.source.fire(at);
          await settle();
          last = turn;
        }
        clock.to(end);
        await settle();
      } finally {
        clock.release();
      }
    });

  /** Fires what is due in the order of the due times; a timer that stays due is left to the next look. */
  const look = async (): Promise<void> => {
    let last: Turn | null = null;
    for (let turn = await nextTurn(sources, clock.now()); turn; turn = await nextTurn(sources, clock.now())) {
      if (isSame(last, turn)) return;
      await turn.source.fire(turn.due);
      last = turn;
    }
  };
  /** Real time until the next look: at most a second of the clock's time late. */
  const pauseUntilNext = async (): Promise<number> => {
    const speed = clock.speed();
    const dues = (await Promise.all(sources.map((source) => source.nextDue()))).filter((due) => due !== null);
    const untilDue = (Math.min(...dues) - clock.now()) / speed;
    return speed === 0 ? HEARTBEAT : Math.max(SHORTEST, Math.min(untilDue, HEARTBEAT / speed, HEARTBEAT));
  };
  const beat = async (): Promise<void> => {
    let pause = HEARTBEAT;
    try {
      pause = await alone(async () => {
        await look();
        return pauseUntilNext();
      });
    } catch (error) {
      logger.error('timers interrupted', { error: String(error) });
    }
    if (running) cancel = alarm(pause, () => void beat());
  };

  return {
    start() {
      if (running) return;
      running = true;
      void beat();
    },
    async stop() {
      running = false;
      cancel();
      await queue;
    },
    advance: (ms, options) => leap(() => clock.now() + ms, options),
    to(instant, options) {
      const isAhead = instant >= clock.now();
      return leap(() => (isAhead ? Math.max(instant, clock.now()) : instant), options);
    },
  };
};
