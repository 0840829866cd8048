import type { Improvement, ImprovementState } from '#domain/improvement/improvement';
import type { FigureRef } from '#domain/learned/figure';
import type { OutboxRow, Page, PageRequest } from '../ports.ts';

/** Whether a figure has an improvement now, and until when it had one last. */
export interface FigureStanding {
  open: string | null;
  /** Local date. */
  closedOn: string | null;
}
/** Local dates, both included; `from` left out: as early as there is one. */
export interface DueDays {
  from: string | null;
  to: string;
}

export interface Improvements {
  /** Strongly consistent. */
  get(company: string, id: string): Promise<Improvement | null>;
  /**
   * Stores it as version `improvement.version`, with the mails it brings about, in one transaction.
   * @throws ImprovementChanged when another version stands there | FigureTaken when another one is open for the figure
   */
  put(improvement: Improvement, notices: readonly OutboxRow[]): Promise<void>;
  standing(company: string, ref: FigureRef): Promise<FigureStanding>;
  /** Not closed, in one state or in any; longest due first. */
  open(
    company: string,
    site: string,
    state: Exclude<ImprovementState, 'closed'> | null,
    page: PageRequest,
  ): Promise<Page<Improvement>>;
  /** Not closed and due on one of these days. */
  due(company: string, site: string, days: DueDays, page: PageRequest): Promise<Page<Improvement>>;
  /** Closed on one of these days, local and both included; last closed first. Null: whenever. */
  closed(
    company: string,
    site: string,
    days: { from: string; to: string } | null,
    page: PageRequest,
  ): Promise<Page<Improvement>>;
  /** The last local day of the site whose figures were looked at; null: none yet. */
  lastDay(company: string, site: string): Promise<string | null>;
  dayDone(company: string, site: string, date: string): Promise<void>;
}
