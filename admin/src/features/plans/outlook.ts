import { goesByDates } from '#domain/maintenance-plan';
import { subjectsOf } from '#domain/plan/asset-fact';
import { type CompiledPlan, hasFixedDates, type PlanOccurrence } from '#domain/plan/compiled-plan';
import { floatingOutlook, type Upcoming, upcoming } from '#domain/plan/occurrences';
import { type PlanState, subjectIn } from '#domain/plan/plan-state';
import { DAY, type Instant } from '#domain/time';

/** Nobody plans further ahead. */
const FAR = 60 * 366 * DAY;

/**
 * The next `most` orders of a plan after `now`, and what falls away among them; of one with an order for each asset, those
 * of its first. Empty: by a meter only, or nothing comes any more.
 */
export function outlookOf(one: CompiledPlan, now: Instant, most: number, state?: PlanState | undefined): Upcoming[] {
  const [subject = null] = subjectsOf(one.plan);
  if (!goesByDates(one.plan)) return [];
  if (hasFixedDates(one.plan)) return upcoming(one, subject, { after: now, until: now + FAR, most });
  const known = state ?? { since: now, upTo: now, settled: [], subjects: [] };
  return floatingOutlook(one, { ...subjectIn(known, subject), since: known.since }, most, now + FAR);
}

export function nextOf(one: CompiledPlan, now: Instant, state?: PlanState | undefined): PlanOccurrence | null {
  const found = outlookOf(one, now, 1, state).find((line) => line.kind === 'comes');
  return found?.occurrence ?? null;
}
