import type { Given, Recovery } from '#domain/care/recovery';
import type { PersonId } from '#domain/item';
import type { Page, PageRequest } from '../ports.ts';

/** A recovery as a decision commits it: refused when it would bring the person above `most` fen in that month. */
export interface NewRecovery extends Recovery {
  most: number;
}

/** What was decided on the spot to put things right (服务补救). Written by `items.commit` alone. */
export interface Recoveries {
  /** Of a site and month ("2026-11"), newest first. */
  list(company: string, site: string, month: string, page: PageRequest): Promise<Page<Recovery>>;
  /** By person: the sums of a month. */
  given(company: string, site: string, month: string): Promise<Given[]>;
  /** Fen somebody gave in a month. Strongly consistent. */
  givenBy(company: string, site: string, month: string, person: PersonId): Promise<number>;
}
