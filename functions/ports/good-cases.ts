import type { GoodCase } from '#domain/improvement/good-case';
import type { Span } from '#domain/span';
import type { Page, PageRequest } from '../ports.ts';

export interface GoodCases {
  /** Strongly consistent. */
  get(company: string, item: string): Promise<GoodCase | null>;
  /** Over the one that stands there. */
  put(marked: GoodCase): Promise<void>;
  /** Nothing happens where none is. */
  remove(company: string, item: string): Promise<void>;
  /** Marked within the span, newest first. */
  list(company: string, site: string, span: Span, page: PageRequest): Promise<Page<GoodCase>>;
}
