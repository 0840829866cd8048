import { idFor } from '#domain/document-id';
import { ItemChanged, KeyUsed } from '#domain/errors';
import type { Answer } from '#domain/forms/answers';
import type { Item } from '#domain/item';
import { advance } from '#domain/workflow/advance';
import { wakeAt } from '#domain/workflow/due';
import type { Effect } from '#domain/workflow/effect';
import type { WorkflowFacts } from '#domain/workflow/run';
import { clockEffectId } from '#domain/workflow/wake';
import type { Commit, DocumentHead, Ports } from '#ports';
import { NotFound } from './errors.ts';
import { reportStopped } from './report-stopped.ts';

/** The version of a workflow that holds at a site; null: there is none. */
export function workflowAt(heads: readonly DocumentHead[], workflow: string, site: string): Item['workflow'] | null {
  const wanted = idFor(heads, 'workflow', workflow, site);
  const head = heads.find(({ kind, id }) => kind === 'workflow' && id === wanted);
  return head ? { id: head.id, version: head.version } : null;
}

export interface Start extends Pick<Commit, 'key'> {
  answers?: readonly Answer[];
  /** What is sent of it; left out: all. */
  sends?: (effect: Effect) => boolean;
}
/** `isNew` false: the same id, or key, had been taken before; `item` is what stands there. */
export interface Started {
  item: Item;
  isNew: boolean;
}

/**
 * An item that was made begins its workflow: one transaction with the first mails and the start of its execution. The
 * same id, and the same key, begin once.
 */
export const createStartItem =
  (ports: Pick<Ports, 'clock' | 'items' | 'documents' | 'logger' | 'metrics'>) =>
  async (item: Item, facts: WorkflowFacts, { answers, sends = () => true, key }: Start = {}): Promise<Started> => {
    const { company } = item;
    const { id, version } = item.workflow;
    const workflow = await ports.documents.version(company, 'workflow', id, version);
    if (!workflow) throw new NotFound('document');
    const result = advance(workflow.body, item, { type: 'filed', ...(answers && { answers }) }, item.createdAt, facts);
    const after: Item = { ...result.item, version: 1, seq: result.item.seq + 1 };
    const start: Effect = { type: 'start', id: clockEffectId(after, 'start'), epoch: item.epoch };
    const effects = [start, ...result.effects.filter(sends)];
    try {
      const commit = { before: null, after, entries: result.entries, effects, wakeAt: wakeAt(after) };
      await ports.items.commit({ ...commit, ...(key !== undefined && { key }) });
      reportStopped(ports, after, result.entries);
      return { item: after, isNew: true };
    } catch (error) {
      // Posted twice at once: the other one was stored.
      const taken = error instanceof KeyUsed ? error.item : error instanceof ItemChanged ? item.id : null;
      const stored = taken === null ? null : await ports.items.get(company, taken);
      if (!stored) throw error;
      return { item: stored, isNew: false };
    }
  };
