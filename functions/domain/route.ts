import type { Calendar } from './calendar.ts';
import { evaluate } from './condition.ts';
import { readField } from './fields.ts';
import type { Item } from './item.ts';
import type { Limits } from './limit.ts';
import type { Directory } from './organisation.ts';
import type { Category, Routing, Severity } from './routing.ts';
import type { Instant } from './time.ts';

/** Where an item goes and how long people have. `rule` is the id of the rule that overrode the category, if any. */
export interface Route {
  department: string;
  severity: Severity;
  major: boolean;
  limits: Limits;
  workflow: string;
  rule: string | null;
}

export const categoryOf = (routing: Routing, id: string): Category | undefined =>
  routing.categories.find((category) => category.id === id);

/**
 * Category -> department, severity, limits, workflow; the first rule whose condition holds overrides what it names.
 * Limits of the rule, else the category's own, else those of the (overridden) severity. Unknown category: null.
 */
export function route(
  routing: Routing,
  item: Item,
  facts: { directory: Directory; calendar: Calendar; now: Instant },
): Route | null {
  const category = categoryOf(routing, item.category);
  if (!category) return null;
  const rule = routing.rules.find(({ when }) => evaluate(when, (field) => readField(item, facts, field)));
  const given = rule?.gives ?? {};
  const severity = given.severity ?? category.severity;
  return {
    department: given.department ?? category.department,
    severity,
    major: given.major ?? category.major,
    limits: given.limits ?? category.limits ?? routing.limits[severity],
    workflow: given.workflow ?? routing.workflow,
    rule: rule?.id ?? null,
  };
}
