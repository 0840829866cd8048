import { type Instant, MINUTE } from '#domain/time';
import type { System } from '#local/system';
import { throughMonths } from '#local/timers';

/** What somebody does at a time. */
export interface Deed {
  at: Instant;
  /** Of the deeds of one step, those of a lower round come first. @default 0 */
  round?: number;
  perform(): Promise<void>;
}
export interface PlayOptions {
  /** What falls into one step, ms, is done at its end, timers first. @default a minute */
  step?: number;
  /** After every step in which something was done, when all is settled. */
  onStep?: (at: Instant) => void;
}

/** Deeds at the same time: a busy office, and no more than the database's sockets. */
const ABREAST = 24;

/**
 * Plays the deeds in the order of their times: the clock moves on from one step in which something is done to the next, and
 * timers in between fire at the end of their step. Days pass as fast as the machine can follow. @throws what a deed throws
 */
export async function playDeeds(
  system: Pick<System, 'timers' | 'settle'>,
  deeds: readonly Deed[],
  { step = MINUTE, onStep }: PlayOptions = {},
): Promise<void> {
  for (const { at, rounds } of steps(deeds, step)) {
    await system.timers.to(at, { ...throughMonths, step });
    for (const round of rounds) await abreast(round);
    await system.settle();
    onStep?.(at);
  }
}

interface Step {
  at: Instant;
  rounds: Deed[][];
}

/** Deeds by the end of their step and by round, in order. */
function steps(deeds: readonly Deed[], step: number): Step[] {
  const grouped = new Map<Instant, Map<number, Deed[]>>();
  for (const deed of deeds) {
    const at = Math.ceil(deed.at / step) * step;
    const rounds = grouped.get(at) ?? new Map<number, Deed[]>();
    grouped.set(at, rounds);
    const { round = 0 } = deed;
    rounds.set(round, [...(rounds.get(round) ?? []), deed]);
  }
  return [...grouped]
    .sort(([a], [b]) => a - b)
    .map(([at, rounds]) => ({ at, rounds: [...rounds].sort(([a], [b]) => a - b).map(([, all]) => all) }));
}

async function abreast(deeds: readonly Deed[]): Promise<void> {
  const rest = deeds.values();
  const worker = async () => {
    for (const deed of rest) await deed.perform();
  };
  await Promise.all(Array.from({ length: Math.min(ABREAST, deeds.length) }, worker));
}
