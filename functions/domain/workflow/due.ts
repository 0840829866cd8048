import type { ClockName, Item } from '../item.ts';
import { nextWindowEnd } from '../patrol/patrol.ts';
import type { Instant } from '../time.ts';
import { clockNames, isStopped, isTicking } from './clocks.ts';

/** Something that happens by itself when its time comes. */
export type Due =
  | { what: 'clock'; at: Instant; clock: ClockName }
  | { what: 'pause'; at: Instant }
  | { what: 'reminder'; at: Instant }
  | { what: 'level'; at: Instant }
  | { what: 'wait'; at: Instant }
  /** The window of a patrol's point ends, or the patrol. */
  | { what: 'point'; at: Instant }
  | { what: 'call'; at: Instant; call: string };

/**
 * The next thing due, earliest first; at the same instant a clock's miss comes before the level's expiry, and that
 * before a reminder. Null: the item has ended, is stuck, or waits for somebody without a limit, by design.
 */
export function nextDue(item: Item): Due | null {
  if (item.endedAt !== null || item.stuck !== null) return null;
  let next: Due | null = item.pause && { what: 'pause', at: item.pause.until };
  for (const clock of clockNames) {
    const state = item.clocks[clock];
    if (isTicking(state) && !isStopped(item, clock)) next = earlier(next, { what: 'clock', at: state.deadline, clock });
  }
  if (item.ask?.due != null) next = earlier(next, { what: 'level', at: item.ask.due });
  if (item.ask?.reminder) next = earlier(next, { what: 'reminder', at: item.ask.reminder.next });
  if (item.wait) next = earlier(next, { what: 'wait', at: item.wait.until });
  const window = item.order?.patrol ? nextWindowEnd(item.order.patrol) : null;
  if (window !== null) next = earlier(next, { what: 'point', at: window });
  for (const call of item.calls)
    if (call.doneAt === null && !call.overdue) next = earlier(next, { what: 'call', at: call.due, call: call.id });
  return next;
}

const earlier = (next: Due | null, due: Due): Due => (next === null || due.at < next.at ? due : next);

/** When the engine must look at the item again; null = never by itself. */
export const wakeAt = (item: Item): Instant | null => nextDue(item)?.at ?? null;

/**
 * Whether a sleeping execution must be woken after a commit: the item ended or its next deadline came nearer.
 * A deadline that only moved away need not: the timer finds nothing due and sleeps again.
 */
export function needsWake(before: Item, after: Item): boolean {
  if (after.endedAt !== null) return before.endedAt === null;
  const then = wakeAt(before);
  const now = wakeAt(after);
  return now !== null && (then === null || now < then);
}
