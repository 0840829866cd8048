import { ItemChanged, KeyUsed } from '#domain/errors';
import type { Forms } from '#domain/forms/forms';
import type { Item } from '#domain/item';
import type { Checklist } from '#domain/maintenance';
import type { Templates } from '#domain/templates/templates';
import type { Text } from '#domain/text';
import type { Instant } from '#domain/time';
import { type Advanced, advance } from '#domain/workflow/advance';
import type { Definition } from '#domain/workflow/definition';
import { wakeAt } from '#domain/workflow/due';
import type { Event } from '#domain/workflow/event';
import { withWake } from '#domain/workflow/wake';
import type { Commit, Ports } from '#ports';
import { NotFound } from './errors.ts';
import type { Facts, LoadFacts } from './load-facts.ts';
import { pinnedForms, pinnedTemplates, pinnedWork } from './open-item.ts';
import { reportStopped } from './report-stopped.ts';
import { type Asks, pinnedAsks } from './visits/visits-at.ts';

/** An item with all that a decision about it needs, read at one moment. */
export interface Gathered {
  item: Item;
  definition: Definition;
  facts: Facts;
  /** Pinned, as the definition is. */
  templates: Templates | null;
  forms: Forms;
  /** Of a work order; null: it has none. */
  checklist: Checklist | null;
  /** What an order is called: its plan, else its kind of facility; null: it is no order, or of no such kind. */
  workName: Text | null;
  /** Of a visit; null: it is none. */
  asks: Asks | null;
}
export interface Decided extends Gathered {
  before: Item;
  entries: Advanced['entries'];
  /** Nothing changed and nothing was stored. */
  unchanged: boolean;
}
type DecidePorts = Pick<Ports, 'clock' | 'items' | 'documents' | 'logger' | 'metrics'>;

/** How often a decision is made anew because somebody else committed first, before the caller hears of it. */
const ATTEMPTS = 40;

/** A crowd at one item spreads out: up to 10 ms longer each time, 200 ms at most. */
const lookAway = (attempt: number): Promise<void> =>
  new Promise((resume) => setTimeout(resume, Math.random() * Math.min(attempt * 10, 200)));

export const createGather =
  (ports: Pick<Ports, 'items' | 'documents'>, loadFacts: LoadFacts) =>
  async (company: string, id: string): Promise<Gathered> => {
    const item = await ports.items.get(company, id);
    if (!item) throw new NotFound('complaint');
    const [facts, workflow, templates, forms, work, asks] = await Promise.all([
      loadFacts(company, item.site),
      ports.documents.version(company, 'workflow', item.workflow.id, item.workflow.version),
      pinnedTemplates(ports.documents, item),
      pinnedForms(ports.documents, item),
      pinnedWork(ports.documents, item),
      pinnedAsks(ports.documents, item),
    ]);
    if (!workflow) throw new NotFound('document');
    return { item, definition: workflow.body, facts, templates, forms, ...work, asks };
  };

/**
 * gather -> decide -> apply, once more from the start whenever somebody else committed in between.
 * `event` sees what was gathered and may refuse by throwing; null leaves the item as it is.
 * @throws NotFound | ItemChanged after too many attempts | whatever `event` throws. A used `key` is not an error: the
 * item is answered as it stands.
 */
export const createDecide = (ports: DecidePorts, loadFacts: LoadFacts) => {
  const gather = createGather(ports, loadFacts);
  return async (
    company: string,
    id: string,
    event: (gathered: Gathered, now: Instant) => Event | null,
    options: {
      key?: string;
      inspect?: (result: Advanced) => void;
      /** Decides by this one instead of the item's own: it moves there. */
      definition?: Definition;
      /** What else the transaction holds. */
      beside?: () => Pick<Commit, 'recovery'> | null;
    } = {},
  ): Promise<Decided> => {
    for (let attempt = 1; ; attempt += 1) {
      const gathered = await gather(company, id);
      const now = ports.clock.now();
      const { item, definition, facts, checklist } = gathered;
      const same: Decided = { ...gathered, before: item, entries: [], unchanged: true };
      let result: Advanced;
      try {
        const happened = event(gathered, now);
        if (!happened) return same;
        result = advance(options.definition ?? definition, item, happened, now, { ...facts, checklist });
        options.inspect?.(result);
      } catch (refusal) {
        // Repeated because the answer was lost: done already, though by now it would be refused.
        if (options.key && (await ports.items.committed(company, options.key)) === id) return same;
        throw refusal;
      }
      if (!result.changed) return same;
      const after: Item = { ...result.item, version: item.version + 1 };
      try {
        await ports.items.commit({
          before: item,
          after,
          entries: result.entries,
          effects: withWake(item, after, result.effects),
          wakeAt: wakeAt(after),
          ...options.beside?.(),
          ...(options.key && { key: options.key }),
        });
        reportStopped(ports, after, result.entries);
        return { ...gathered, before: item, item: after, entries: result.entries, unchanged: false };
      } catch (error) {
        if (error instanceof KeyUsed)
          return { ...(await gather(company, id)), before: item, entries: [], unchanged: true };
        if (!(error instanceof ItemChanged) || attempt >= ATTEMPTS) throw error;
        await lookAway(attempt);
      }
    }
  };
};
export type Decide = ReturnType<typeof createDecide>;
