import type { Instant } from '../time.ts';
import { clockNames, isStopped, isTicking, recomputeClock } from './clocks.ts';
import type { Happening } from './entry.ts';
import { dueFrom, findStep, limitOf, type Run, record } from './run.ts';

type Moved = Extract<Happening, { type: 'recomputed' }>['moved'];

/**
 * A calendar was published: deadlines not yet reached are computed anew from their start; one that would now lie in
 * the past is due at once. Passed deadlines, promises and wall-clock limits never move. Reminders and calls follow
 * without a word on the timeline: they are nobody's deadline to be held to.
 */
export function recompute(run: Run): void {
  const { item, facts, now } = run;
  if (item.endedAt !== null) return;
  const moved: Moved = [];
  const move = (what: Moved[number]['what'], from: Instant, to: Instant, reached = now): Instant => {
    const at = Math.max(to, reached);
    if (from <= reached || at === from) return from;
    moved.push({ what, from, to: at });
    return at;
  };
  for (const name of clockNames) {
    const clock = item.clocks[name];
    if (!isTicking(clock) || clock.limit.kind === 'elapsed') continue;
    // A stopped clock has not moved since its pause began.
    const reached = isStopped(item, name) ? item.pause?.since : now;
    const at = move(name, clock.deadline, recomputeClock(run, name, clock), reached);
    if (at !== clock.deadline) clock.calendar = facts.calendar.reference;
    clock.deadline = at;
  }
  const { ask, wait } = item;
  if (ask?.due != null && ask.dueLimit && ask.dueLimit.kind !== 'elapsed')
    ask.due = move('level', ask.due, dueFrom(run, ask.since, ask.dueLimit));
  if (wait?.limit && wait.limit.kind !== 'elapsed')
    wait.until = move('wait', wait.until, dueFrom(run, wait.since, wait.limit));
  recomputeReminder(run);
  recomputeCalls(run);
  if (moved.length > 0) record(run, { type: 'recomputed', moved });
}

const quietly = (run: Run, from: Instant, to: Instant): Instant => {
  if (from <= run.now || to === from) return from;
  run.touched = true;
  return Math.max(to, run.now);
};

function recomputeReminder(run: Run): void {
  const { ask, step: id } = run.item;
  const step = findStep(run.definition, id);
  const level = ask && step?.type === 'ask' ? step.levels[ask.timer] : undefined;
  if (!ask?.reminder || !level?.reminders) return;
  const after = limitOf(run.item, level.reminders.after);
  ask.reminder.next = quietly(run, ask.reminder.next, dueFrom(run, ask.reminder.since, after));
}

/** Calls not yet late keep their start. */
export function recomputeCalls(run: Run): void {
  const within = limitOf(run.item, run.definition.calls.within);
  for (const call of run.item.calls)
    if (call.doneAt === null && !call.overdue) call.due = quietly(run, call.due, dueFrom(run, call.since, within));
}
