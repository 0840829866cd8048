import type { Directory, Person } from '#domain/organisation';
import { personById } from '#domain/recipients';
import { type Instant, MINUTE } from '#domain/time';
import type { System } from '#local/system';
import type { Desk } from './desk.ts';
import type { PlannedCase } from './plan.ts';

export interface FeedOptions {
  system: Pick<System, 'ports' | 'timers' | 'settle'>;
  company: string;
  directory: Directory;
  desk: Desk;
  /** Records verdicts and withdrawals. */
  clerk: Person;
  cases: readonly PlannedCase[];
  /** After every minute in which something was done. */
  onProgress?: (done: FeedProgress) => void;
}
export interface FeedProgress {
  at: Instant;
  filed: number;
  ended: number;
}
/** Item ids by the key of their case. */
export type Accepted = ReadonlyMap<string, string>;

/** Requests at the same time: a busy desk, and no more than the database's sockets. */
const ABREAST = 24;
/** What falls into one minute is done at its end, timers first. */
const STEP = MINUTE;

/**
 * Plays the cases in the order of their times. The clock moves on from one minute in which something is filed or ended
 * to the next; timers in between fire at the end of their minute.
 */
export async function feed({
  system,
  company,
  directory,
  desk,
  clerk,
  cases,
  ...options
}: FeedOptions): Promise<Accepted> {
  const accepted = new Map<string, string>();
  let ended = 0;
  const file = async (planned: PlannedCase) => void accepted.set(planned.key, (await desk.file(planned)).id);
  const end = async ({ key, end }: PlannedCase) => {
    const id = accepted.get(key);
    const item = id === undefined ? null : await system.ports.items.get(company, id);
    if (!item || !end) throw new Error(`${key} was lost before its end.`);
    if (end.how === 'withdraw') await desk.act(clerk, item.id, 'withdraw', { reason: '住户取消' }, `${key}-withdraw`);
    else {
      const owner = personById(directory, item.owner ?? '') ?? clerk;
      await desk.act(owner, item.id, 'acknowledge', {}, `${key}-acknowledge`);
      await desk.act(owner, item.id, 'resolve', { done: '已处理', told: '已处理完成' }, `${key}-resolve`);
      await desk.act(clerk, item.id, 'verdict', { verdict: 'solved' }, `${key}-verdict`);
    }
    ended += 1;
  };
  for (const { at, filed, over } of minutes(cases)) {
    await system.timers.to(at, { step: STEP });
    await abreast(filed, file);
    await abreast(over, end);
    await system.settle();
    options.onProgress?.({ at, filed: accepted.size, ended });
  }
  return accepted;
}

interface Minute {
  at: Instant;
  filed: PlannedCase[];
  over: PlannedCase[];
}

/** Filings and endings by the end of their minute, in order. */
export function minutes(cases: readonly PlannedCase[]): Minute[] {
  const byTime = new Map<Instant, Minute>();
  const minuteOf = (at: Instant): Minute => {
    const end = Math.ceil(at / STEP) * STEP;
    const minute = byTime.get(end) ?? { at: end, filed: [], over: [] };
    byTime.set(end, minute);
    return minute;
  };
  for (const planned of cases) {
    minuteOf(planned.at).filed.push(planned);
    if (planned.end) minuteOf(planned.end.at).over.push(planned);
  }
  return [...byTime.values()].sort((a, b) => a.at - b.at);
}

async function abreast<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  const worker = async () => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(ABREAST, all.length) }, worker));
}
