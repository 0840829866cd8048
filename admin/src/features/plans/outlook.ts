import { goesByDates } from '#domain/maintenance-plan';
import { type Subject, subjectsOf } from '#domain/plan/asset-fact';
import { type CompiledPlan, hasFixedDates, type PlanOccurrence } from '#domain/plan/compiled-plan';
import { floatingOutlook, type Upcoming, upcoming } from '#domain/plan/occurrences';
import { type PlanState, subjectIn } from '#domain/plan/plan-state';
import { DAY, type Instant } from '#domain/time';

/** Nobody plans further ahead. */
const FAR = 60 * 366 * DAY;

/** @default the first asset of a plan with an order for each, else the round; and a plan that was never carried out */
interface Seen {
  subject?: Subject;
  state?: PlanState | undefined;
}

/**
 * The next `most` orders of a plan for an asset, or the round, after `now`, and what falls away among them. Empty: by a
 * meter only, or nothing comes any more.
 */
export function outlookOf(one: CompiledPlan, now: Instant, most: number, { state, ...seen }: Seen = {}): Upcoming[] {
  const subject = seen.subject ?? subjectsOf(one.plan)[0] ?? null;
  if (!goesByDates(one.plan)) return [];
  if (hasFixedDates(one.plan)) return upcoming(one, subject, { after: now, until: now + FAR, most });
  const known = state ?? { since: now, upTo: now, settled: [], subjects: [] };
  return floatingOutlook(one, { ...subjectIn(known, subject), since: known.since }, most, now + FAR);
}

export function nextOf(one: CompiledPlan, now: Instant, seen: Seen = {}): PlanOccurrence | null {
  const found = outlookOf(one, now, 1, seen).find((line) => line.kind === 'comes');
  return found?.occurrence ?? null;
}
