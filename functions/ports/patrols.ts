import type { PatrolSummary } from '#domain/patrol/summary';
import type { Status } from '#domain/workflow/definition';
import type { Page, PageRequest } from '../ports.ts';

/** A night's walk in a list. */
export interface PatrolRow extends PatrolSummary {
  id: string;
  number: string;
  site: string;
  status: Status;
}
export interface Patrols {
  /** A site's walks, the latest night first; `plan`: of one route. */
  list(company: string, site: string, plan: string | null, page: PageRequest): Promise<Page<PatrolRow>>;
}
