import type { Household } from '../household.ts';
import type { Item, PersonId } from '../item.ts';
import type { Instant } from '../time.ts';
import type { VisitRule } from '../visit-rules.ts';
import type { DueHousehold } from './by-date.ts';
import type { Candidate } from './candidate.ts';
import { memberToAsk } from './new-visit.ts';
import { fractionOf } from './sample.ts';

/** How the one who would be asked likes to be reached, and can be. */
export const reachOf = (household: Household, name: string | null): Pick<Candidate, 'wish' | 'reach'> => {
  const member = memberToAsk(household, name);
  return { wish: member?.channel ?? null, reach: { phone: Boolean(member?.phone), email: Boolean(member?.email) } };
};

/** The household of an item that has ended, as a candidate of the rule. */
export const afterItem = (
  rule: VisitRule,
  item: Item,
  household: Household,
  workers: readonly PersonId[],
): Candidate => ({
  id: item.id,
  rule,
  of: item.id,
  round: item.reopened,
  at: item.endedAt ?? item.updatedAt,
  severity: item.severity,
  site: item.site,
  building: household.building,
  household: household.id,
  workers,
  ...reachOf(household, item.intake.reporter.name),
});

/** Households of those who felt a work order, as many as the rule asks at most, chosen reproducibly. */
export function feltBy(
  rule: VisitRule,
  item: Item,
  households: readonly Household[],
  workers: readonly PersonId[],
): Candidate[] {
  const most = rule.after.kind === 'felt' ? rule.after.most : 0;
  const drawn = (household: Household) => fractionOf(`${rule.id}/${item.id}/${household.id}`);
  return households
    .toSorted((a, b) => drawn(a) - drawn(b))
    .slice(0, most)
    .map((household) => ({ ...afterItem(rule, item, household, workers), id: `${item.id}/${household.id}` }));
}

/** A household a rule of time names. */
export const byTime = ({ rule, id }: DueHousehold, household: Household, at: Instant): Candidate => ({
  ...{ id, rule, of: null, round: 0, at, severity: null },
  site: household.site,
  building: household.building,
  household: household.id,
  workers: [],
  ...reachOf(household, null),
});
