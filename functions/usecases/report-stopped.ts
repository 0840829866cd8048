import type { Item } from '#domain/item';
import type { Entry } from '#domain/workflow/entry';
import type { Ports } from '#ports';

/** An item whose workflow gave up waits for an administrator: logged, and counted for the alarm. */
export function reportStopped(
  { logger, metrics }: Pick<Ports, 'logger' | 'metrics'>,
  { company, id, workflow }: Item,
  entries: readonly Entry[],
): void {
  for (const entry of entries) {
    if (entry.type !== 'stuck') continue;
    logger.error('A workflow stopped', { company, item: id, workflow: workflow.id, why: entry.why });
    metrics.count('WorkflowStopped', 1);
  }
}
