import { idFor } from '#domain/document-id';
import { ItemChanged, KeyUsed } from '#domain/errors';
import type { Answer } from '#domain/forms/answers';
import type { Item } from '#domain/item';
import { advance } from '#domain/workflow/advance';
import { wakeAt } from '#domain/workflow/due';
import type { Effect } from '#domain/workflow/effect';
import type { WorkflowFacts } from '#domain/workflow/run';
import { clockEffectId, tellingPlan } from '#domain/workflow/wake';
import type { Commit, DocumentHead, Ports } from '#ports';
import { NotFound } from './errors.ts';
import { reportStopped } from './report-stopped.ts';

/** The version of a workflow that holds at a site; null: there is none. */
export function workflowAt(heads: readonly DocumentHead[], workflow: string, site: string): Item['workflow'] | null {
  const wanted = idFor(heads, 'workflow', workflow, site);
  const head = heads.find(({ kind, id }) => kind === 'workflow' && id === wanted);
  return head ? { id: head.id, version: head.version } : null;
}

type Answers = readonly Answer[];
/** An item that has begun its workflow and is not stored yet; whoever commits it may leave effects out. */
export type Begun = Pick<Commit, 'entries' | 'effects' | 'wakeAt'> & { item: Item };
/** `isNew` false: the same id, or key, had been taken before; `item` is what stands there. */
export interface Started {
  item: Item;
  isNew: boolean;
}
type StartPorts = Pick<Ports, 'clock' | 'items' | 'documents' | 'logger' | 'metrics'>;

/** The first steps of an item that was made, with its first mails and the start of its execution. */
export const createBeginItem =
  ({ documents }: Pick<StartPorts, 'documents'>) =>
  async (item: Item, facts: WorkflowFacts, { answers, care }: Omit<Start, 'key'> = {}): Promise<Begun> => {
    const { id, version } = item.workflow;
    const workflow = await documents.version(item.company, 'workflow', id, version);
    if (!workflow) throw new NotFound('document');
    const filed = { type: 'filed', ...(answers && { answers }), ...(care && { care }) } as const;
    const result = advance(workflow.body, item, filed, item.createdAt, facts);
    const after: Item = { ...result.item, version: 1, seq: result.item.seq + 1 };
    const start: Effect = { type: 'start', id: clockEffectId(after, 'start'), epoch: item.epoch };
    const effects = [start, ...tellingPlan(after), ...result.effects];
    return { item: after, entries: result.entries, effects, wakeAt: wakeAt(after) };
  };

/** Stores it in one transaction. The same id, and the same key, begin once. @throws PlanMoved with a plan */
export const createCommitBegun =
  (ports: Pick<StartPorts, 'items' | 'logger' | 'metrics'>) =>
  async (
    { item, entries, effects, wakeAt }: Begun,
    { key, plan }: Pick<Commit, 'key' | 'plan'> = {},
  ): Promise<Started> => {
    try {
      const commit = { before: null, after: item, entries, effects, wakeAt };
      await ports.items.commit({ ...commit, ...(key !== undefined && { key }), ...(plan && { plan }) });
      reportStopped(ports, item, entries);
      return { item, isNew: true };
    } catch (error) {
      // Posted twice at once: the other one was stored.
      const taken = error instanceof KeyUsed ? error.item : error instanceof ItemChanged ? item.id : null;
      const stored = taken === null ? null : await ports.items.get(item.company, taken);
      if (!stored) throw error;
      return { item: stored, isNew: false };
    }
  };

export interface Start extends Pick<Commit, 'key'> {
  answers?: Answers;
  /** A care rule has it start one level higher. */
  care?: true;
}

/** An item that was made begins its workflow and is stored. */
export const createStartItem = (ports: StartPorts) => {
  const begin = createBeginItem(ports);
  const commit = createCommitBegun(ports);
  return async (item: Item, facts: WorkflowFacts, { key, ...filed }: Start = {}): Promise<Started> =>
    commit(await begin(item, facts, filed), key === undefined ? {} : { key });
};
