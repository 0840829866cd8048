import { dateOfDay, epochDay } from '../civil-date.ts';
import {
  type LeftOut,
  nextAfterCompletion,
  nextOccurrence,
  type Occurrence,
  plannedOn,
} from '../recurrence/occurrences.ts';
import { type Instant, instantOfDay, localDay } from '../time.ts';
import { type Absorbed, absorbedBy } from './absorption.ts';
import type { Subject } from './asset-fact.ts';
import { type CompiledPlan, dragTo, ofPlan, type PlanOccurrence } from './compiled-plan.ts';

/**
 * Occurrences of a plan's dates whose orders open within `(from, to]`, in that order. One dragged so far forward that its
 * opening is past already is there as long as its old opening is not: whoever opens orders leaves out what was opened.
 */
export function dueBetween(one: CompiledPlan, from: Instant, to: Instant): PlanOccurrence[] {
  const { plan, compiled, dragged } = one;
  const found: PlanOccurrence[] = [];
  const firstDay = localDay(from, compiled.zone) + plan.leadDays;
  let next = nextOccurrence(compiled, instantOfDay(firstDay, 0, compiled.zone) - 1);
  for (; next !== null; next = nextOccurrence(compiled, next.at)) {
    const occurrence = ofPlan(plan, compiled, next);
    if (occurrence.opens > to) break;
    if (occurrence.opens > from && !dragged.has(next.planned)) found.push(occurrence);
  }
  for (const { occurrence, wouldOpen } of dragged.values())
    if (occurrence.opens <= to && Math.max(occurrence.opens, wouldOpen) > from) found.push(occurrence);
  return dragged.size === 0 ? found : found.sort(inOrder);
}

const inOrder = (a: PlanOccurrence, b: PlanOccurrence): number => a.opens - b.opens || (a.planned < b.planned ? -1 : 1);

/** The next opening after an instant by the plan's dates, or null. */
export function nextDue(one: CompiledPlan, after: Instant): PlanOccurrence | null {
  const { plan, compiled, dragged } = one;
  const candidates = [...dragged.values()].flatMap(({ occurrence, wouldOpen }) =>
    Math.max(occurrence.opens, wouldOpen) > after ? [occurrence] : [],
  );
  const firstDay = localDay(after, compiled.zone) + plan.leadDays;
  let next = nextOccurrence(compiled, instantOfDay(firstDay, 0, compiled.zone) - 1);
  while (next !== null) {
    const occurrence = ofPlan(plan, compiled, next);
    if (occurrence.opens > after && !dragged.has(next.planned)) {
      candidates.push(occurrence);
      break;
    }
    next = nextOccurrence(compiled, next.at);
  }
  return candidates.sort(inOrder)[0] ?? null;
}

/** What a floating plan counts from. `last`: the date its last order was for. */
export interface FloatingFrom {
  done: Instant | null;
  last: string | null;
  since: Instant;
}

/**
 * The one occurrence that a floating plan waits for: so long after the completion, or, before any, the first of the rule
 * that opens after `since`. Null: past the rule's end.
 */
export function floatingNext(one: CompiledPlan, { done, last, since }: FloatingFrom): PlanOccurrence | null {
  const { plan, compiled } = one;
  if (done === null) return nextDue(one, since);
  const next = nextAfterCompletion(compiled, done);
  if (next === null) return null;
  if (next.planned < plan.recurrence.start) return nextDue(one, since);
  const base = last !== null && next.planned <= last ? dayAfter(one, last) : next;
  const move = plan.moves.find(({ from }) => from === base.planned);
  return move ? dragTo(plan, compiled, base, move.to) : ofPlan(plan, compiled, base);
}

/** Done so early that its next date would be the one just done, or one before. */
function dayAfter({ compiled }: CompiledPlan, last: string): Occurrence {
  const day = epochDay(last) + 1;
  const date = dateOfDay(day);
  return { planned: date, date, at: instantOfDay(day, compiled.minutes, compiled.zone), shifts: [] };
}

/** A line of a plan's outlook. */
export type Upcoming =
  /** `drift`: days behind the rhythm the rule alone would have kept (before it, negative); null: dates are fixed. */
  | { kind: 'comes'; occurrence: PlanOccurrence; drift: number | null }
  | { kind: 'absorbed'; occurrence: PlanOccurrence; absorbed: Absorbed }
  | { kind: 'leftOut'; leftOut: LeftOut };

/** Nothing further away is looked for: a calendar that never opens leaves out every day. */
const MOST_LEFT_OUT = 1_000;
/** A move to a working day and one by hand reach at most so far. */
const FARTHEST = 61;

/**
 * What a plan with fixed dates brings after an instant until another, with the reason of every shift, in order of date:
 * at most `most` orders, and what falls away or is absorbed among them.
 */
export function upcoming(
  one: CompiledPlan,
  subject: Subject,
  { after, until, most }: { after: Instant; until: Instant; most: number },
): Upcoming[] {
  const { plan, compiled, dragged } = one;
  const [firstDay, lastDay] = [localDay(after, compiled.zone), localDay(until, compiled.zone)];
  const found: (Upcoming & { date: string })[] = [];
  const add = (occurrence: PlanOccurrence): boolean => {
    if (occurrence.at <= after || occurrence.at > until) return false;
    const absorbed = absorbedBy(one, subject, occurrence.planned);
    if (absorbed === null) found.push({ kind: 'comes', occurrence, drift: null, date: occurrence.date });
    else found.push({ kind: 'absorbed', occurrence, absorbed, date: occurrence.date });
    return absorbed === null;
  };
  let [orders, without] = [0, 0];
  let day = compiled.days.from(firstDay - FARTHEST);
  for (; day !== null && day <= lastDay + FARTHEST; day = compiled.days.from(day + 1)) {
    if (orders >= most || without > MOST_LEFT_OUT) break;
    if (dragged.has(dateOfDay(day))) continue;
    const planned = plannedOn(compiled, day);
    without += 1;
    if ('at' in planned) {
      if (add(ofPlan(plan, compiled, planned))) [orders, without] = [orders + 1, 0];
    } else if (day >= firstDay && day <= lastDay)
      found.push({ kind: 'leftOut', leftOut: planned, date: planned.planned });
  }
  for (const { occurrence } of dragged.values()) add(occurrence);
  const sorted = found.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
  return firstOrders(
    sorted.map(({ date: _, ...line }) => line),
    most,
  );
}

/** Up to the last of so many orders. */
function firstOrders(lines: readonly Upcoming[], most: number): Upcoming[] {
  let orders = 0;
  const end = lines.findIndex(({ kind }) => kind === 'comes' && ++orders > most);
  const kept = end < 0 ? lines : lines.slice(0, end);
  return orders < most ? [...kept] : kept.slice(0, kept.findLastIndex(({ kind }) => kind === 'comes') + 1);
}

/**
 * The outlook of a floating plan if each order is done on its day. `done`: the last completion; `opened`: how many orders
 * there were since `since`: the one after them is held against as many dates of the rule.
 */
export function floatingOutlook(
  one: CompiledPlan,
  { opened, ...from }: FloatingFrom & { opened: number },
  most: number,
  until: Instant = Number.POSITIVE_INFINITY,
): Upcoming[] {
  const { compiled } = one;
  const found: Upcoming[] = [];
  let { done, last } = from;
  let rhythm: Pick<Occurrence, 'planned' | 'at'> | null = nextDue({ ...one, dragged: new Map() }, from.since);
  for (let n = 0; n < opened && rhythm !== null; n += 1) rhythm = nextOccurrence(compiled, rhythm.at);
  while (found.length < most) {
    const occurrence = floatingNext(one, { done, last, since: from.since });
    if (occurrence === null || occurrence.at > until) break;
    const drift = rhythm === null ? null : epochDay(occurrence.planned) - epochDay(rhythm.planned);
    found.push({ kind: 'comes', occurrence, drift });
    [done, last] = [occurrence.at, occurrence.planned];
    rhythm = rhythm && nextOccurrence(compiled, rhythm.at);
  }
  return found;
}
