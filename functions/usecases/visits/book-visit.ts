import { BookChanged } from '#domain/errors';
import { localDate } from '#domain/time';
import { type Candidate, visitKey } from '#domain/visit/candidate';
import {
  dayOf,
  noHistory,
  type PlannedVisit,
  planVisits,
  type VisitHistory,
  type WhyNot,
} from '#domain/visit/plan-visits';
import type { Visits } from '#domain/visit-rules';
import type { Booking, Ports } from '#ports';
import type { Facts } from '../load-facts.ts';

/** How often a visit is planned anew because somebody else took a place in between. */
const ATTEMPTS = 20;

/**
 * Plans one visit by what the book says and takes its place. The same candidate takes the place it has; cool-down and
 * quota hold however many plan at once.
 */
export const createBookVisit =
  ({ clock, visitBook }: Pick<Ports, 'clock' | 'visitBook'>) =>
  async (company: string, visits: Visits, candidate: Candidate, facts: Facts): Promise<Booking | WhyNot> => {
    const key = visitKey(candidate);
    const known = await visitBook.booked(company, key);
    if (known) return known;
    for (let attempt = 1; ; attempt += 1) {
      const now = clock.now();
      const { askings, version } = await visitBook.household(company, candidate.household);
      const plan = (history: VisitHistory): PlannedVisit | undefined =>
        planVisits(visits, [candidate], history, facts, now)[0];
      // Once to know whom it would be: only that person's days decide, and on which of them the home is asked decides the rest.
      const first = plan(noHistory);
      if (!first || first.outcome === 'none') return first?.why ?? 'noTime';
      const from = localDate(first.due, facts.calendar.zone);
      const days = await visitBook.days(company, first.visitor, from);
      const planned = plan({
        households: new Map([[candidate.household, askings]]),
        visitors: new Map([...days].map(([date, n]) => [dayOf(first.visitor, date), n])),
      });
      if (!planned || planned.outcome === 'none') return planned?.why ?? 'noTime';
      const { visitor, date, due, channel } = planned;
      const booking = { key, household: candidate.household, visitor, date, due, channel, of: candidate.of };
      try {
        await visitBook.book(company, booking, { version, onDay: days.get(date) ?? 0 });
        return booking;
      } catch (error) {
        if (!(error instanceof BookChanged) || attempt >= ATTEMPTS) throw error;
        const taken = await visitBook.booked(company, key);
        if (taken) return taken;
      }
    }
  };
export type BookVisit = ReturnType<typeof createBookVisit>;
