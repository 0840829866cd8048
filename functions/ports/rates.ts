import type { Said } from '#domain/learned/said';
import type { CountedName, Fact } from '#domain/rate-facts';
import type { Counted, DayPeriod, RateFilter } from '#domain/rate-sums';
import type { Span } from '#domain/span';
import type { Page, PageRequest } from '#ports';

/** What is counted: a work order (`item`), a facility or a visit. */
export interface Subject {
  type: 'item' | 'asset' | 'visit';
  id: string;
  site: string;
}
/** What a subject was last counted as, at its `version`. */
export interface Mark {
  version: number;
  facts: readonly Fact[];
  /** Of a visit: what was said, as the list of the site has it. */
  said?: Said | null;
}
/** One fact in the list behind a figure. */
export interface FactRow extends Fact {
  item: string;
}

export interface Rates {
  /** Strongly consistent; null: never counted. */
  mark(company: string, subject: Pick<Subject, 'type' | 'id'>): Promise<Mark | null>;
  /**
   * The new mark, its facts in their lists and `moves` in the sums, in one transaction. False: somebody else counted the
   * subject since `before` was read, and nothing happened.
   */
  count(company: string, subject: Subject, before: Mark | null, after: Mark, moves: Counted): Promise<boolean>;
  /** All days of the period that anything was counted on, oldest first, and what stands now. A row a day. */
  sums(company: string, site: string, days: DayPeriod, of: 'maintenance' | 'visits'): Promise<Counted>;
  /** Facts of work orders or visits within the span, latest first; `against`: only those that pull the figure from its target. */
  facts(
    company: string,
    site: string,
    rate: CountedName,
    span: Span,
    filter: RateFilter & { against?: boolean | undefined },
    page: PageRequest,
  ): Promise<Page<FactRow>>;
}
