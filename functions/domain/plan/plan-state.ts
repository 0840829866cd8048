import type { Instant } from '../time.ts';
import type { Subject } from './asset-fact.ts';
import type { CompiledPlan } from './compiled-plan.ts';

/** What is remembered of an asset, or of the round. */
export interface SubjectState {
  asset: Subject;
  /** Occurrence of the order that is open. */
  open: string | null;
  /** Its last completion. */
  done: Instant | null;
  /** The last date an order was opened for; a floating plan names none twice, however early work is done. */
  last: string | null;
  opened: number;
  /** Occurrences for which no order was opened because the one before was still open. */
  missed: number;
}

/** What is remembered of a plan. Plain data. */
export interface PlanState {
  /** When the plan was first published: nothing before is made up for. */
  since: Instant;
  /** Everything up to here, inclusive, has been dealt with. */
  upTo: Instant;
  /** Dates dealt with lately, so that one dragged afterwards, or given another time of day, does not come twice. */
  settled: readonly { occurrence: string; until: Instant }[];
  subjects: readonly SubjectState[];
}

export const newPlanState = (since: Instant): PlanState => ({ since, upTo: since, settled: [], subjects: [] });

export const freshSubject = (asset: Subject): SubjectState => ({
  asset,
  open: null,
  done: null,
  last: null,
  opened: 0,
  missed: 0,
});

export const subjectIn = ({ subjects }: PlanState, asset: Subject): SubjectState =>
  subjects.find((one) => one.asset === asset) ?? freshSubject(asset);

/**
 * The versions of a plan in the order they were published, each in force from `since` on; null: no longer in the
 * document. The first also holds before.
 */
export type PlanHistory = readonly { since: Instant; plan: CompiledPlan | null }[];

/** Ids of plans are unique within a site only. */
export const orderKey = (
  { site, plan }: { site: string; plan: { id: string } },
  occurrence: string,
  asset: Subject,
): string => ['plan', site, plan.id, occurrence, ...(asset === null ? [] : [asset])].join('/');
