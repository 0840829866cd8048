import type { Routing } from '#domain/routing';
import type { Text } from '#domain/text';

/** What takes a workflow: every complaint no rule sends elsewhere, and the rules that name it. */
export function usedBy({ workflow, rules }: Routing, id: string): { usual: boolean; rules: Text[] } {
  return { usual: workflow === id, rules: rules.flatMap(({ name, gives }) => (gives.workflow === id ? [name] : [])) };
}
