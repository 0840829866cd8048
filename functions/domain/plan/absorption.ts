import { dateOfDay, epochDay } from '../civil-date.ts';
import { plannedOn } from '../recurrence/occurrences.ts';
import type { Subject } from './asset-fact.ts';
import { type CompiledPlan, hasFixedDates } from './compiled-plan.ts';

/** The occurrence of another plan whose work includes this one's. */
export interface Absorbed {
  by: string;
  /** Planned date there, and the day it falls on. */
  planned: string;
  on: string;
}

/**
 * What absorbs an occurrence planned on this date, or null. Each occurrence of the absorbing plan takes one of each plan
 * it absorbs: the nearest within the same period of that plan's rule (the month's, the week's), of two the earlier.
 */
export function absorbedBy(one: CompiledPlan, subject: Subject, planned: string): Absorbed | null {
  if (one.absorbers.length === 0 || !hasFixedDates(one.plan)) return null;
  const day = epochDay(planned);
  const period = one.compiled.days.periodOf(day);
  for (const absorber of one.absorbers) {
    if (!covers(absorber, one, subject)) continue;
    for (const { anchor, found } of anchorsIn(absorber, period))
      if (nearest(one, period, anchor) === day) return { by: absorber.plan.id, ...found };
  }
  return null;
}

/** Its work is done at this asset; for a round, at all assets of the round. */
const covers = ({ plan }: CompiledPlan, one: CompiledPlan, subject: Subject): boolean => {
  const there = new Set(plan.assets);
  return subject === null ? one.plan.assets.every((id) => there.has(id)) : there.has(subject);
};

interface Period {
  from: number;
  to: number;
}

/** Occurrences that belong to the period: by the planned date, so that no change of a calendar moves them; by the new one where dragged. */
function* anchorsIn({ compiled, dragged }: CompiledPlan, { from, to }: Period) {
  for (let day = compiled.days.from(from); day !== null && day <= to; day = compiled.days.from(day + 1)) {
    if (dragged.has(dateOfDay(day))) continue;
    const found = plannedOn(compiled, day);
    if ('at' in found) yield { anchor: day, found: { planned: found.planned, on: found.date } };
  }
  for (const { occurrence } of dragged.values()) {
    const anchor = epochDay(occurrence.date);
    if (anchor >= from && anchor <= to) yield { anchor, found: { planned: occurrence.planned, on: occurrence.date } };
  }
}

function nearest({ compiled }: CompiledPlan, { from, to }: Period, anchor: number): number | null {
  let best: number | null = null;
  for (let day = compiled.days.from(from); day !== null && day <= to; day = compiled.days.from(day + 1)) {
    if (best !== null && Math.abs(day - anchor) >= Math.abs(best - anchor)) continue;
    if ('at' in plannedOn(compiled, day)) best = day;
  }
  return best;
}
