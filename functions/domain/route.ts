import type { Calendar } from './calendar.ts';
import { evaluate, type Value } from './condition.ts';
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

interface RoutingFacts {
  directory: Directory;
  calendar: Calendar;
  now: Instant;
}

/** What rules see of a complaint: department, severity and major are still those its category gives. */
export function rulesRead(category: Category, item: Item, facts: RoutingFacts): (field: string) => Value | undefined {
  return (field) => {
    if (field === 'department' || field === 'severity' || field === 'major') return category[field];
    return readField(item, facts, field);
  };
}

/**
 * Category -> department, severity, limits, workflow; the first rule whose condition holds overrides what it names.
 * Limits of the rule, else the category's own, else those of the (overridden) severity. Unknown category: null.
 */
export function route(routing: Routing, item: Item, facts: RoutingFacts): Route | null {
  const category = categoryOf(routing, item.category);
  if (!category) return null;
  const read = rulesRead(category, item, facts);
  const rule = routing.rules.find(({ when }) => evaluate(when, read));
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
