import { grouped } from '../grouped.ts';
import type { Outcome } from './open-due.ts';

/** Orders opened at one time that one person hears of. `digest`: in one mail for all, rather than one for each. */
export interface Announcement {
  /** Null: nobody answers for them; whoever is asked instead hears of all at once. */
  person: string | null;
  digest: boolean;
  orders: readonly Outcome[];
}

/** More orders than these at one time come in one mail. */
export const MOST_SINGLE = 3;

/** Who hears of what was opened, after an outage too without a storm of mail. Each person's orders by when they are due. */
export function announcements(
  outcomes: readonly Outcome[],
  personOf: (outcome: Outcome) => string | null,
): Announcement[] {
  const opened = outcomes.filter(({ kind }) => kind === 'opened');
  return [...grouped(opened, personOf)].map(([person, orders]) => ({
    person,
    digest: orders.length > MOST_SINGLE,
    orders: orders.toSorted((a, b) => a.occurrence.at - b.occurrence.at || (a.key < b.key ? -1 : 1)),
  }));
}
