import type { Household } from '#domain/household';
import type { PersonId } from '#domain/item';
import type { Instant } from '#domain/time';
import type { Page, PageRequest } from '../ports.ts';

/** A household with who wrote its file last; `changedBy` and `changedAt` are null for files put by a set-up. */
export interface HouseholdFile {
  household: Household;
  /** From 1. */
  version: number;
  changedBy: PersonId | null;
  changedAt: Instant | null;
}
export interface Households {
  get(company: string, id: string): Promise<Household | null>;
  file(company: string, id: string): Promise<HouseholdFile | null>;
  /** The last writer wins: for set-ups. */
  put(company: string, household: Household): Promise<void>;
  /** Stores `expected + 1` (0 = there is no file yet). @throws HouseholdChanged when its version is not `expected`. */
  change(
    company: string,
    household: Household,
    change: { expected: number; by: PersonId; at: Instant },
  ): Promise<HouseholdFile>;
  /** By building and unit ("302" before "1201"); one building or all of the site's. */
  bySite(company: string, site: string, building: string | null, page: PageRequest): Promise<Page<Household>>;
  /** One box: unit, member name, phone digits or number; prefix match on each word. */
  find(company: string, site: string, text: string, page: PageRequest): Promise<Page<Household>>;
}
