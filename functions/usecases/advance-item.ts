import type { Instant } from '#domain/time';
import { nextDue, wakeAt } from '#domain/workflow/due';
import { clockEffectId } from '#domain/workflow/wake';
import type { Ports } from '#ports';
import type { Decide } from './decide.ts';

/** What the state machine hands to Advance, and what it gets back. */
export interface AdvanceInput {
  company: string;
  item: string;
  epoch: number;
  /** Loops of this execution so far. */
  turns: number;
}
export interface AdvanceAnswer {
  /** The item ended, or goes on in another execution. */
  finished: boolean;
  version: number;
  wakeAt: Instant | null;
  /** Whole seconds to sleep, 1 to 30 days. */
  seconds: number;
}

const LONGEST_SLEEP = 30 * 24 * 3600;

/**
 * Turns after which an execution continues as a new one. A turn writes 11 history events (5 for Advance, 6 for Sleep), a
 * retry 3: 700 turns leave room for 700 retries before 10,000 events.
 */
export const MOST_TURNS = 700;

export const secondsUntil = (at: Instant | null, now: Instant): number =>
  at === null ? LONGEST_SLEEP : Math.min(LONGEST_SLEEP, Math.max(1, Math.ceil((at - now) / 1000)));

/** The machine's question "what now?": does what is due and says how long to sleep. A doubled execution does no harm. */
export const createAdvanceItem = (ports: Pick<Ports, 'clock' | 'items'>, decide: Decide) => {
  const restart = createRestart(ports);
  return async ({ company, item: id, epoch, turns }: AdvanceInput): Promise<AdvanceAnswer> => {
    const finished = (version: number): AdvanceAnswer => ({ finished: true, version, wakeAt: null, seconds: 1 });
    const { item } = await decide(company, id, ({ item }, now) => {
      const due = nextDue(item);
      return item.epoch === epoch && due !== null && due.at <= now ? { type: 'timer' } : null;
    });
    if (item.epoch !== epoch || item.endedAt !== null) return finished(item.version);
    if (turns >= MOST_TURNS) {
      await restart(company, id, epoch);
      return finished(item.version + 1);
    }
    const at = wakeAt(item);
    return { finished: false, version: item.version, wakeAt: at, seconds: secondsUntil(at, ports.clock.now()) };
  };
};

/**
 * Continues an item in a new execution: the epoch on the row grows, and `<item>-<epoch>` is started by the outbox.
 * An item that ended, or whose epoch is another by now, is left alone.
 * @throws ItemChanged when somebody commits at the same moment
 */
export const createRestart =
  (ports: Pick<Ports, 'clock' | 'items'>) =>
  async (company: string, id: string, epoch: number): Promise<boolean> => {
    const item = await ports.items.get(company, id);
    if (!item || item.epoch !== epoch || item.endedAt !== null) return false;
    const after = { ...item, epoch: epoch + 1, version: item.version + 1, seq: item.seq + 2 };
    await ports.items.commit({
      before: item,
      after,
      entries: [
        {
          seq: item.seq + 1,
          at: ports.clock.now(),
          by: 'system',
          step: item.step,
          level: item.level,
          type: 'restarted',
          epoch: after.epoch,
        },
      ],
      effects: [{ type: 'start', id: clockEffectId(after, 'start'), epoch: after.epoch }],
      wakeAt: wakeAt(after),
    });
    return true;
  };
