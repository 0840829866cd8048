import type { ClockName, Item, ItemClock } from '../item.ts';
import type { Limit } from '../limit.ts';
import type { Instant } from '../time.ts';
import { dueFrom, laterByPause, type Run, record } from './run.ts';

export const clockNames = ['reply', 'resolve'] as const satisfies readonly ClockName[];

const referenceFor = (run: Run, limit: Limit): string | null =>
  limit.kind === 'elapsed' ? null : run.facts.calendar.reference;

/** What a plan opened is in time to the end of the plan's grace, however short its limit. */
const notBefore = ({ item: { order } }: Run, name: ClockName, at: Instant): Instant =>
  name === 'resolve' && order?.plan ? Math.max(at, order.plan.until) : at;

/** Starts (or, for a reopened item, starts afresh) a clock of the resident from `from`. */
export function startClock(run: Run, name: ClockName, from: Instant): void {
  const limit = run.item.limits[name];
  run.item.clocks[name] = {
    startedAt: from,
    limit,
    deadline: notBefore(run, name, dueFrom(run, from, limit)),
    calendar: referenceFor(run, limit),
    promised: null,
    metAt: null,
    missedAt: null,
    pauses: [],
  };
}

/** Still to be met: neither met nor, for the timer's purpose, already missed. */
export const isTicking = (clock: ItemClock | undefined): clock is ItemClock =>
  clock !== undefined && clock.metAt === null && clock.missedAt === null;

/** Missed, and what it was for has not been done since. */
export const isLate = (clock: ItemClock | undefined): clock is ItemClock =>
  clock !== undefined && clock.metAt === null && clock.missedAt !== null;

/** A pause stops the resolve clock; what the resident was promised is still due. */
export const isStopped = (item: Item, name: ClockName): boolean => name === 'resolve' && item.pause !== null;

/** @returns the sequence number on the timeline */
export function missClock(run: Run, name: ClockName, clock: ItemClock): number {
  clock.missedAt = run.now;
  if (clock.promised !== null) run.item.promises.broken += 1;
  return record(
    run,
    { type: 'missed', clock: name, promised: clock.promised !== null, deadline: clock.deadline },
    'system',
  );
}

/** Somebody acted after the deadline but before its timer: late all the same, though nobody above need hear of it. */
function admitLateness(run: Run, name: ClockName): void {
  const clock = run.item.clocks[name];
  if (isTicking(clock) && !isStopped(run.item, name) && run.now > clock.deadline) missClock(run, name, clock);
}

/** What the clock was for has been done. A promise met by its instant, that one included, was kept. */
export function meetClock(run: Run, name: ClockName): void {
  const clock = run.item.clocks[name];
  if (!clock || clock.metAt !== null) return;
  admitLateness(run, name);
  clock.metAt = run.now;
  if (clock.promised === null || clock.missedAt !== null) return;
  run.item.promises.kept += 1;
  record(run, { type: 'kept', deadline: clock.deadline });
}

/** The item ended: nothing is waited for any more, whether or not it was done. */
export function stopClocks(run: Run): void {
  for (const name of clockNames) {
    const clock = run.item.clocks[name];
    if (!clock || clock.metAt !== null) continue;
    admitLateness(run, name);
    clock.metAt = run.now;
  }
}

/** The next reply promised to the resident replaces the reply deadline, whether or not an earlier one was met. */
export function promiseReply(run: Run, at: Instant): void {
  admitLateness(run, 'reply');
  const before = run.item.clocks.reply;
  run.item.clocks.reply = {
    startedAt: before?.startedAt ?? run.item.createdAt,
    limit: before?.limit ?? run.item.limits.reply,
    deadline: at,
    calendar: null,
    promised: at,
    metAt: null,
    missedAt: null,
    pauses: before?.pauses ?? [],
  };
}

/** After a pause the resolve clock goes on where it stood; one that ended by itself ended at its cap, however late that is noticed. */
export function endPause(run: Run): void {
  const { item } = run;
  if (!item.pause) return;
  const clock = item.clocks.resolve;
  if (isTicking(clock)) {
    // A pause before the clock starts takes nothing from it.
    const pause = { from: Math.max(item.pause.since, clock.startedAt), to: Math.min(run.now, item.pause.until) };
    if (pause.from < pause.to) {
      clock.pauses.push(pause);
      clock.deadline = laterByPause(run, clock.deadline, clock.limit, pause);
    }
  }
  item.pause = null;
}

/**
 * A clock's deadline from its start, limit and pauses on the calendar now in force.
 * Promises are instants somebody named: they never move.
 */
export function recomputeClock(run: Run, name: ClockName, clock: ItemClock): Instant {
  if (clock.promised !== null) return clock.deadline;
  return clock.pauses.reduce(
    (at, pause) => laterByPause(run, at, clock.limit, pause),
    notBefore(run, name, dueFrom(run, clock.startedAt, clock.limit)),
  );
}

/** A corrected category: the clocks get the new limits and keep their start (the resident's clock is not restarted). */
export function relimitClocks(run: Run): void {
  for (const name of clockNames) {
    const clock = run.item.clocks[name];
    if (!isTicking(clock)) continue;
    clock.limit = run.item.limits[name];
    if (clock.promised !== null) continue;
    clock.calendar = referenceFor(run, clock.limit);
    clock.deadline = recomputeClock(run, name, clock);
  }
}
