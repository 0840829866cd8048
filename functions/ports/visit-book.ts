import type { PersonId } from '#domain/item';
import type { Instant } from '#domain/time';
import type { Asking } from '#domain/visit/plan-visits';
import type { VisitChannel } from '#domain/visit-rules';

/** A place taken in a visitor's day. */
export interface Booking {
  /** Business key of the visit: the same one takes one place only. */
  key: string;
  household: string;
  visitor: PersonId;
  /** Local to the site. */
  date: string;
  due: Instant;
  channel: VisitChannel;
  of: string | null;
}
/** What the book says of a household; `version` is what a booking was decided on. */
export interface HouseholdPage {
  askings: Asking[];
  version: number;
}

/** Who is asked when, and how many a visitor has on a day: kept so that neither cool-down nor quota is ever broken. */
export interface VisitBook {
  booked(company: string, key: string): Promise<Booking | null>;
  household(company: string, household: string): Promise<HouseholdPage>;
  /** Visits by local day, from `date` on. */
  days(company: string, visitor: PersonId, from: string): Promise<ReadonlyMap<string, number>>;
  /** The last local day of the site whose rules of time were gone through; null: none yet. */
  lastDay(company: string, site: string): Promise<string | null>;
  dayDone(company: string, site: string, date: string): Promise<void>;
  /**
   * Takes a place, in one transaction. `before`: what it was decided on.
   * @throws BookChanged when household or day have changed since, or the key was booked
   */
  book(company: string, booking: Booking, before: { version: number; onDay: number }): Promise<void>;
}
