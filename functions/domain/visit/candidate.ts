import type { HouseholdMember } from '../household.ts';
import type { PersonId } from '../item.ts';
import type { Severity } from '../routing.ts';
import type { Instant } from '../time.ts';
import type { VisitChannel, VisitRule } from '../visit-rules.ts';

/** Somebody a rule would have asked, with what decides whether, when and by whom. */
export interface Candidate {
  /** Sampled by its hash: the item, or household and date where there is none. */
  id: string;
  rule: VisitRule;
  /** What the visit follows; null: nothing but time. */
  of: string | null;
  /** How often that was reopened: once it was, the visit is always made. */
  round: number;
  /** The delay counts from here. */
  at: Instant;
  severity: Severity | null;
  site: string;
  building: string | null;
  household: string;
  /** Whoever did the work: they hear of praise, and never ask how they did. */
  workers: readonly PersonId[];
  wish: HouseholdMember['channel'];
  reach: { phone: boolean; email: boolean };
}

/** Ids of plain visits: a rule asks about the same thing once a round. */
export const visitKey = ({ rule, id, round }: Pick<Candidate, 'rule' | 'id' | 'round'>): string =>
  ['visit', rule.id, id, ...(round > 0 ? [`again-${round}`] : [])].join('/');

const wished: Record<NonNullable<HouseholdMember['channel']>, VisitChannel> = {
  phone: 'phone',
  message: 'message',
  email: 'message',
  visit: 'inPerson',
};

/** The way a resident can be reached by, nearest to the one wanted. Messages go by e-mail; a door is always there. */
export function channelOf(
  wanted: VisitRule['channel'],
  { wish, reach }: Pick<Candidate, 'wish' | 'reach'>,
): VisitChannel {
  const first = wanted === 'preferred' ? (wish === null ? 'phone' : wished[wish]) : wanted;
  return [first, ...(['phone', 'message', 'inPerson'] as const)].find((channel) => isOpenTo(channel, reach)) ?? first;
}

const isOpenTo = (channel: VisitChannel, reach: Candidate['reach']): boolean =>
  channel === 'inPerson' || (channel === 'phone' ? reach.phone : reach.email);

/** The next way after those that were tried in vain; null: none is left. */
export const nextChannel = (tried: readonly VisitChannel[], reach: Candidate['reach']): VisitChannel | null =>
  (['phone', 'inPerson', 'message'] as const).find((channel) => !tried.includes(channel) && isOpenTo(channel, reach)) ??
  null;
