import { deadline } from '../add-limit.ts';
import type { Instant } from '../time.ts';
import { clockNames, isTicking, recomputeClock } from './clocks.ts';
import type { Happening } from './entry.ts';
import { type Run, record } from './run.ts';

type Moved = Extract<Happening, { type: 'recomputed' }>['moved'];

/**
 * A calendar was published: deadlines not yet reached are computed anew from their start; one that would now lie in
 * the past is due at once. Passed deadlines, promises and wall-clock limits never move.
 */
export function recompute(run: Run): void {
  const { item, facts, now } = run;
  if (item.endedAt !== null) return;
  const moved: Moved = [];
  const move = (what: Moved[number]['what'], from: Instant, to: Instant): Instant => {
    const at = Math.max(to, now);
    if (from <= now || at === from) return from;
    moved.push({ what, from, to: at });
    return at;
  };
  for (const name of clockNames) {
    const clock = item.clocks[name];
    if (!isTicking(clock) || clock.limit.kind === 'elapsed') continue;
    const at = move(name, clock.deadline, recomputeClock(run, clock));
    if (at !== clock.deadline) clock.calendar = facts.calendar.reference;
    clock.deadline = at;
  }
  const { ask, wait } = item;
  if (ask?.due != null && ask.dueLimit && ask.dueLimit.kind !== 'elapsed')
    ask.due = move('level', ask.due, deadline(ask.since, ask.dueLimit, facts.calendar));
  if (wait?.limit && wait.limit.kind !== 'elapsed')
    wait.until = move('wait', wait.until, deadline(wait.since, wait.limit, facts.calendar));
  if (moved.length > 0) record(run, { type: 'recomputed', moved });
}
