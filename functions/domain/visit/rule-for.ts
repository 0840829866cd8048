import { evaluate } from '../condition.ts';
import { type FieldFacts, readField } from '../fields.ts';
import type { Item } from '../item.ts';
import type { Impact } from '../maintenance.ts';
import type { VisitCause, VisitRule, Visits } from '../visit-rules.ts';

/**
 * The rule an item that has ended is followed up by: of those that fit, the first. Null: none; what was not done, was
 * withdrawn or is itself a visit is not followed up. `impact`: how far residents felt what a work order mended.
 */
export function ruleFor(
  { rules }: Pick<Visits, 'rules'>,
  item: Item,
  impact: Impact | null,
  facts: FieldFacts,
): VisitRule | null {
  if (item.endedAt === null || item.status !== 'closed') return null;
  const fits = ({ active, after }: VisitRule) =>
    active &&
    isOfKind(after, item, impact) &&
    (!('when' in after) || after.when === null || evaluate(after.when, (field) => readField(item, facts, field)));
  return rules.find(fits) ?? null;
}

function isOfKind(after: VisitCause, item: Item, impact: Impact | null): boolean {
  switch (after.kind) {
    case 'complaint':
      return item.kind === 'complaint';
    case 'repair':
      return item.kind === 'workOrder' && item.unit !== null;
    case 'felt':
      return item.kind === 'workOrder' && item.unit === null && impact !== null && after.impacts.includes(impact);
    case 'handover':
    case 'periodic':
      return false;
  }
}
