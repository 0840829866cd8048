import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Instant } from '#domain/time';
import type { Clock } from '#ports';

/** The clock was asked to go back, or to a time that is none. */
export class ClockBackwards extends Error {
  override readonly name = 'ClockBackwards';
  constructor(
    readonly now: Instant,
    readonly asked: Instant,
  ) {
    super(`The clock shows ${now} and never goes back: ${asked} is not possible.`);
  }
}

/** The system's time on one machine. Runs `speed` times as fast as the world's; 0 stands still. Never goes back. */
export interface SystemClock extends Clock {
  speed(): number;
  /** @throws RangeError when `speed` is negative or no number */
  setSpeed(speed: number): void;
  /** Sets the clock; fires nothing: callers go through the timers. @throws ClockBackwards */
  to(instant: Instant): void;
  /** `ms` from now. @throws ClockBackwards */
  advance(ms: number): void;
  /** Stands still at the present instant until released, whatever the speed. */
  hold(): void;
  release(): void;
}

export interface ClockOptions {
  /** State file; its folder is made. The clock goes on from it after a restart; time passes while the process is down. */
  file: string;
  /** The world's time, epoch ms. @default Date.now */
  real?: () => Instant;
  /** What a new clock shows. @default the world's time */
  start?: Instant;
}

/** At `real` the clock showed `instant`. */
const schema = z.strictObject({ real: z.number(), instant: z.number(), speed: z.number().min(0) });
type State = z.infer<typeof schema>;

const load = (file: string): State | null => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`The clock's file ${file} cannot be read; remove it to start with the present time.`, {
      cause: error,
    });
  }
};

/** Renamed into place: a crash leaves the old state or the new one. */
const store = (file: string, state: State): void => {
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
};

export const createSystemClock = ({ file, real = Date.now, start }: ClockOptions): SystemClock => {
  mkdirSync(dirname(file), { recursive: true });
  let state: State = load(file) ?? { real: real(), instant: start ?? real(), speed: 1 };
  let held = false;
  /** The world's clock may be set back; this one then waits for it. */
  let latest = state.instant;

  const now = (): Instant => {
    const passed = held ? 0 : Math.max(0, real() - state.real) * state.speed;
    latest = Math.max(latest, Math.floor(state.instant + passed));
    return latest;
  };
  const rebase = (change: Partial<State>): void => {
    state = { real: real(), instant: now(), speed: state.speed, ...change };
    store(file, state);
  };
  const to = (instant: Instant): void => {
    const present = now();
    if (!Number.isFinite(instant) || instant < present) throw new ClockBackwards(present, instant);
    if (!held || instant !== state.instant) rebase({ instant });
  };
  rebase({});

  return {
    now,
    speed: () => state.speed,
    setSpeed(speed) {
      if (!Number.isFinite(speed) || speed < 0) throw new RangeError(`The clock cannot run ${speed} times as fast.`);
      rebase({ speed });
    },
    to,
    advance: (ms) => to(now() + ms),
    hold() {
      // The file goes on saying that the clock runs: so it will after a crash.
      state = { ...state, real: real(), instant: now() };
      held = true;
    },
    release() {
      rebase({});
      held = false;
    },
  };
};
