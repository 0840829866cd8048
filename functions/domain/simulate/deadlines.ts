import { addLimit, type Explanation } from '../add-limit.ts';
import type { Calendar } from '../calendar.ts';
import { CalendarNeverOpens } from '../errors.ts';
import type { Item } from '../item.ts';
import type { Limit } from '../limit.ts';
import type { Instant } from '../time.ts';
import type { Simulated } from './simulated.ts';

export type DeadlineOf = 'level' | 'reply' | 'resolve' | 'wait' | 'pause' | 'call';

/** One deadline of the line, from when it began to run to what became of it. */
export interface LineDeadline {
  what: DeadlineOf;
  start: Instant;
  at: Instant;
  /** Null: an instant somebody named. */
  limit: Limit | null;
  promised: boolean;
  pauses: readonly { from: Instant; to: Instant }[];
  /** When it was met, passed or given up; null: still running at the end. */
  ended: Instant | null;
  outcome: 'met' | 'missed' | 'dropped' | 'running';
  /** Turns in which it began and ended. */
  from: number;
  to: number;
}

type Running = Omit<LineDeadline, 'ended' | 'outcome' | 'from' | 'to'>;

function runningIn({ ask, clocks, wait, pause, calls, endedAt }: Item): Running[] {
  if (endedAt !== null) return [];
  const plain = { promised: false, pauses: [] };
  const running: Running[] = [];
  if (ask?.due != null) running.push({ ...plain, what: 'level', start: ask.since, at: ask.due, limit: ask.dueLimit });
  for (const what of ['reply', 'resolve'] as const) {
    const clock = clocks[what];
    if (!clock || clock.metAt !== null || clock.missedAt !== null) continue;
    const { startedAt: start, deadline: at, limit, promised, pauses } = clock;
    running.push({ what, start, at, limit: promised === null ? limit : null, promised: promised !== null, pauses });
  }
  if (wait) running.push({ ...plain, what: 'wait', start: wait.since, at: wait.until, limit: wait.limit });
  if (pause) running.push({ ...plain, what: 'pause', start: pause.since, at: pause.until, limit: null });
  for (const { doneAt, overdue, since, due } of calls)
    if (doneAt === null && !overdue) running.push({ ...plain, what: 'call', start: since, at: due, limit: null });
  return running;
}

const keyOf = ({ what, start, at }: Running): string => `${what}/${start}/${at}`;

/** Every deadline that ran, in the order they began. A moved one counts as two: the first was dropped. */
export function deadlinesOf({ turns }: Pick<Simulated, 'turns'>): LineDeadline[] {
  const known = new Map<string, LineDeadline>();
  turns.forEach((turn, n) => {
    const running = new Map(runningIn(turn.item).map((one) => [keyOf(one), one]));
    for (const [key, one] of running)
      if (!known.has(key)) known.set(key, { ...one, ended: null, outcome: 'running', from: n, to: n });
    for (const [key, one] of known) {
      if (one.outcome !== 'running') continue;
      one.to = n;
      if (!running.has(key)) Object.assign(one, endOf(one, turn.item, turn.at));
    }
  });
  return [...known.values()];
}

function endOf(one: LineDeadline, { clocks }: Item, at: Instant): Pick<LineDeadline, 'ended' | 'outcome'> {
  if (one.what === 'reply' || one.what === 'resolve') {
    const clock = clocks[one.what];
    const same = clock?.startedAt === one.start && clock.deadline === one.at;
    if (same && clock.missedAt !== null) return { ended: clock.missedAt, outcome: 'missed' };
    if (same && clock.metAt !== null) return { ended: clock.metAt, outcome: 'met' };
    return { ended: at, outcome: 'dropped' };
  }
  return { ended: at, outcome: at >= one.at ? 'missed' : 'met' };
}

/** How it came about; null: nothing was counted. */
export function explainDeadline({ start, limit }: LineDeadline, calendar: Calendar): Explanation | null {
  if (limit === null) return null;
  try {
    return addLimit(start, limit, calendar).explanation;
  } catch (error) {
    if (error instanceof CalendarNeverOpens) return null;
    throw error;
  }
}
