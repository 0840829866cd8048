import type { PlanState } from '#domain/plan/plan-state';
import type { Instant } from '#domain/time';
import type { Page, PageRequest } from '../ports.ts';

/** What is known of a maintenance plan beside what was published: one row each. */
export interface PlanRow {
  company: string;
  site: string;
  /** Id in the document `plans/<site>`; one that is no longer there keeps its row: its open orders end like all others. */
  plan: string;
  /** From 1, grows with every settlement. */
  version: number;
  state: PlanState;
  /** What its trigger waits for; null: a completion, a reading, or nothing any more. */
  armed: { occurrence: string; at: Instant } | null;
  /** When the sweeper reads its meters, if nobody settles it before; null: it goes by none. */
  look: Instant | null;
  /** The last time orders were opened later than they should have been, and how many. */
  madeUp: { at: Instant; count: number } | null;
}
export type PlanName = Pick<PlanRow, 'company' | 'site' | 'plan'>;
export interface Plans {
  /** Strongly consistent. */
  get(name: PlanName): Promise<PlanRow | null>;
  /** All of a site, by id. */
  list(company: string, site: string, page: PageRequest): Promise<Page<PlanRow>>;
  /** Without an order; with one, the row moves in its commit. @throws PlanMoved when `row.version` does not follow what stands there */
  put(row: PlanRow): Promise<void>;
  /** Armed for `until` or before, or with meters to be read by then, all companies, for the sweeper. */
  due(until: Instant, page: PageRequest): Promise<Page<PlanName>>;
  /** Sites whose plans were published and not yet looked through, all companies, for the sweeper. */
  unseen(until: Instant, page: PageRequest): Promise<Page<{ company: string; site: string }>>;
  /** The plans of this version were looked through. Nothing happens when a newer one was published. */
  seen(company: string, site: string, version: number): Promise<void>;
}
