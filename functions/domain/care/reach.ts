import type { Household } from '../household.ts';

/**
 * How a household hears of an event: places of the members who get a mail; without one it is called. Somebody who
 * would rather be called, written to or visited gets no mail.
 */
export function reachOf({ members }: Pick<Household, 'members'>): { mails: number[]; call: boolean } {
  const mails = members.flatMap(({ email, channel }, index) =>
    email !== null && (channel === null || channel === 'email') ? [index] : [],
  );
  return { mails, call: mails.length === 0 };
}
