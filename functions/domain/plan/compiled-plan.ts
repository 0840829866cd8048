import type { Calendar } from '../calendar.ts';
import { epochDay } from '../civil-date.ts';
import type { MaintenancePlan } from '../maintenance-plan.ts';
import {
  type CompiledRecurrence,
  compileRecurrence,
  type Occurrence,
  plannedOn,
  type Shift,
} from '../recurrence/occurrences.ts';
import { type Instant, instantOfDay, localTime } from '../time.ts';

/** Why an occurrence is not simply where its rule puts it. `from`: where it stood before somebody dragged it. */
export type PlanShift = Shift | { kind: 'dragged'; from: string };

export interface PlanOccurrence extends Omit<Occurrence, 'shifts'> {
  shifts: PlanShift[];
  /** When its order is opened. */
  opens: Instant;
  /** The end of its last day of grace, exclusive. */
  inTimeUntil: Instant;
}

/** A plan made ready for its site's calendar. */
export interface CompiledPlan {
  readonly site: string;
  readonly plan: MaintenancePlan;
  readonly compiled: CompiledRecurrence;
  /** Occurrences of the rule that were dragged, by planned date, with the instant they would have opened at. */
  readonly dragged: ReadonlyMap<string, { occurrence: PlanOccurrence; wouldOpen: Instant }>;
  /** Active plans with fixed dates that absorb this one. */
  readonly absorbers: readonly CompiledPlan[];
}

/** All plans of a site, by id. */
export function compilePlans(
  site: string,
  plans: readonly MaintenancePlan[],
  calendar: Calendar,
): ReadonlyMap<string, CompiledPlan> {
  const absorbers = new Map<string, CompiledPlan[]>(plans.map(({ id }) => [id, []]));
  const all = plans.map((plan): CompiledPlan => {
    const compiled = compileRecurrence(plan.recurrence, calendar);
    return { site, plan, compiled, dragged: draggedOf(plan, compiled), absorbers: absorbers.get(plan.id) ?? [] };
  });
  for (const one of all) {
    if (one.plan.status !== 'active' || !hasFixedDates(one.plan)) continue;
    for (const id of one.plan.absorbs) absorbers.get(id)?.push(one);
  }
  return new Map(all.map((one) => [one.plan.id, one]));
}

/** Known for years ahead: what absorbs, and what can be absorbed. */
export const hasFixedDates = ({ mode, meter }: MaintenancePlan): boolean => mode === 'fixed' && !meter?.alone;

function draggedOf(plan: MaintenancePlan, compiled: CompiledRecurrence): CompiledPlan['dragged'] {
  const found = new Map<string, { occurrence: PlanOccurrence; wouldOpen: Instant }>();
  for (const { from, to } of plan.moves) {
    const day = epochDay(from);
    const base = compiled.days.from(day) === day ? plannedOn(compiled, day) : null;
    if (base === null || !('at' in base)) continue; // its rule or calendar has changed since: there is nothing to drag
    const wouldOpen = opensAt(plan, compiled, base.date);
    found.set(from, { occurrence: dragTo(plan, compiled, base, to), wouldOpen });
  }
  return found;
}

const opensAt = ({ leadDays }: MaintenancePlan, { minutes, zone }: CompiledRecurrence, date: string): Instant =>
  instantOfDay(epochDay(date) - leadDays, minutes, zone);

/** An occurrence of the rule as one of the plan. */
export function ofPlan(plan: MaintenancePlan, compiled: CompiledRecurrence, base: Occurrence): PlanOccurrence {
  const inTimeUntil = instantOfDay(epochDay(base.date) + plan.graceDays + 1, 0, compiled.zone);
  return { ...base, opens: opensAt(plan, compiled, base.date), inTimeUntil };
}

/** The dragged date holds as it is, on whatever day it falls: a person chose it. */
export function dragTo(
  plan: MaintenancePlan,
  compiled: CompiledRecurrence,
  base: Occurrence,
  date: string,
): PlanOccurrence {
  const { zone, minutes, rule } = compiled;
  const at = instantOfDay(epochDay(date), minutes, zone);
  const kept = base.shifts.filter(({ kind }) => kind !== 'gap');
  const gap = localTime(at, zone) === rule.time ? [] : [{ kind: 'gap' as const, wanted: rule.time }];
  const there = ofPlan(plan, compiled, { ...base, date, at });
  return { ...there, shifts: [...kept, { kind: 'dragged', from: base.date }, ...gap] };
}
