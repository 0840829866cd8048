import type { Household } from '../household.ts';

export const callReasons = ['noMail', 'bounced'] as const;
export type CallReason = (typeof callReasons)[number];

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

/**
 * Why a household must be told in person: it gets no mail, or none of its mails arrived. `missed`: places of the members
 * whose mail did not. Null: it was told.
 */
export function callReason(household: Pick<Household, 'members'>, missed: readonly number[]): CallReason | null {
  const { mails, call } = reachOf(household);
  if (call) return 'noMail';
  return mails.every((member) => missed.includes(member)) ? 'bounced' : null;
}
