import type { Said } from '#domain/learned/said';
import type { Span } from '#domain/span';
import type { Page, PageRequest } from '#ports';

export interface SaidRow extends Said {
  item: string;
}
/** `words`: each stands somewhere in what was said, in the letters `searchableIn` makes of it. */
export interface SaidFilter {
  words: readonly string[];
  low: boolean;
  reason: string | null;
}
/** What visits are learned from beside their figures; written where those are counted. */
export interface Learned {
  /** Within the span, newest first. A search reads on for a bounded number of rows: a page may be short and have a `next`. */
  said(company: string, site: string, span: Span, filter: SaidFilter, page: PageRequest): Promise<Page<SaidRow>>;
}
