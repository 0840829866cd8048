import type { Asked, Origin } from '#domain/audit/link';
import type { PersonId } from '#domain/item';
import type { PlanFailure } from '#domain/plan-failure';
import type { Instant } from '#domain/time';
import type { DocumentKind, Page, PageRequest } from '../ports.ts';

/** The latest planned publication of a document; a new one takes its place once it is settled. */
export interface PlannedPublication {
  kind: DocumentKind;
  id: string;
  /** Its own id: a second delivery, or a cancelling that comes late, meets this one or none. */
  plan: string;
  /** Version it was based on. */
  expected: number;
  author: PersonId;
  note: string;
  plannedAt: Instant;
  /** When it is to be published. */
  at: Instant;
  /** Sites it is about; null: the whole company. */
  sites: readonly string[] | null;
  state: 'planned' | 'published' | 'failed' | 'cancelled';
  failure: PlanFailure | null;
}
/** A plan together with the frozen body. */
export interface FrozenPublication extends PlannedPublication {
  body: unknown;
}
export interface Planned {
  get(company: string, kind: DocumentKind, id: string): Promise<FrozenPublication | null>;
  /** Those still to come and those that failed, by document. */
  list(company: string, page: PageRequest): Promise<Page<PlannedPublication>>;
  /** @throws PlanInTheWay when another one is still to come */
  put(company: string, plan: FrozenPublication, from: Origin): Promise<void>;
  /** Also clears one that failed. False: it is settled. */
  cancel(company: string, plan: PlannedPublication, asked: Asked): Promise<boolean>;
  /** False: it is not still to come any more. */
  fail(company: string, plan: PlannedPublication, failure: PlanFailure, at: Instant): Promise<boolean>;
  /** Still to come with `at` not after `until`, all companies, for the sweeper. */
  due(until: Instant, page: PageRequest): Promise<Page<{ company: string; kind: DocumentKind; id: string }>>;
}
