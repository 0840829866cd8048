import type { Routing } from '../routing.ts';

/**
 * Departments that items running a workflow may go to: those of the categories in use and of the rules that lead to it.
 * A workflow that nothing leads to yet is looked at for all of them.
 */
export function departmentsOf({ workflow, categories, rules }: Routing, id: string): string[] {
  const active = categories.filter((category) => category.active).map(({ department }) => department);
  const leading = rules.filter(({ gives }) => (gives.workflow ?? workflow) === id);
  const isUsed = workflow === id || leading.length > 0;
  const given = (isUsed ? leading : rules).flatMap(({ gives }) => gives.department ?? []);
  return [...new Set([...active, ...given])];
}

/** Workflows that a site's items run, by their company id; the default one first. */
export const workflowsOf = ({ workflow, rules }: Routing): string[] => [
  ...new Set([workflow, ...rules.flatMap(({ gives }) => gives.workflow ?? [])]),
];
