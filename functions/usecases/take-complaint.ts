import { newComplaint, REPEAT_WINDOW } from '#domain/complaint';
import { idFor } from '#domain/document-id';
import { ItemChanged } from '#domain/errors';
import type { Intake, Item } from '#domain/item';
import { categoryOf } from '#domain/route';
import { type Instant, localDate } from '#domain/time';
import { advance } from '#domain/workflow/advance';
import { wakeAt } from '#domain/workflow/due';
import type { Effect } from '#domain/workflow/effect';
import type { FilledForm } from '#domain/workflow/event';
import { clockEffectId } from '#domain/workflow/wake';
import type { DocumentHead, ItemSummary, Ports } from '#ports';
import { InvalidInput, NotFound, problem } from './errors.ts';
import type { Facts } from './load-facts.ts';
import { reportStopped } from './report-stopped.ts';

export interface Filed {
  id: string;
  number: string;
  /** Recognised as one that is open already. */
  joined: boolean;
  repeatOf: string | null;
}
/** What the desk's form and that of the web come to. */
export interface Draft {
  id: string;
  company: string;
  site: string;
  building: string | null;
  unit: string | null;
  place: string | null;
  category: string;
  intake: Intake;
  verified: boolean;
  repeatOf: string | null;
  /** What the category's form asked for. */
  form: FilledForm;
}
type TakePorts = Pick<Ports, 'clock' | 'items' | 'documents' | 'logger' | 'metrics'>;

const invalid = (path: string, code: string) => new InvalidInput([problem([path], code)]);

/** Building and category must be there. @throws InvalidInput */
export function checkPlace(
  { directory, routing }: Facts,
  input: { site: string; building?: string | null | undefined; category: string },
): void {
  const { buildings } = directory.organisation;
  if (input.building && !buildings.some(({ id, site }) => id === input.building && site === input.site))
    throw invalid('building', 'unknown_building');
  if (!categoryOf(routing, input.category)?.active) throw invalid('category', 'unknown_category');
}

/** "EL-261123-007": the next of the site's local day. */
export async function nextNumber(ports: TakePorts, company: string, facts: Facts, siteId: string): Promise<string> {
  const site = facts.directory.organisation.sites.find(({ id }) => id === siteId);
  if (!site) throw new NotFound('site');
  const date = localDate(ports.clock.now(), site.zone);
  const count = await ports.items.nextNumber(company, siteId, date);
  return `${site.code}-${date.slice(2).replaceAll('-', '')}-${String(count).padStart(3, '0')}`;
}

/** The draft as routed. @throws InvalidInput for a category that leads nowhere */
export function routed(draft: Draft, number: string, facts: Facts, heads: readonly DocumentHead[], now: Instant): Item {
  const pin = (workflow: string) => {
    const wanted = idFor(heads, 'workflow', workflow, draft.site);
    const head = heads.find(({ kind, id }) => kind === 'workflow' && id === wanted);
    return head ? { id: head.id, version: head.version } : null;
  };
  const item = newComplaint({ ...draft, number, pin, ...facts.pins, answers: draft.form.values }, facts, now);
  if (!item) throw invalid('category', 'unknown_category');
  return item;
}

/**
 * Takes a complaint (受理): routes it, gives it its number and limits and starts its workflow, in one transaction with
 * the first mails and the start of its execution. The same id is taken once.
 */
export const createTakeComplaint =
  (ports: TakePorts) =>
  async (facts: Facts, draft: Draft): Promise<Filed> => {
    const { company } = draft;
    const number = await nextNumber(ports, company, facts, draft.site);
    const heads = await ports.documents.heads(company);
    const now = ports.clock.now();
    const item = routed(draft, number, facts, heads, now);
    const { id, version } = item.workflow;
    const workflow = await ports.documents.version(company, 'workflow', id, version);
    if (!workflow) throw new NotFound('document');
    const result = advance(workflow.body, item, { type: 'filed', answers: draft.form.answers }, now, facts);
    const after: Item = { ...result.item, version: 1, seq: result.item.seq + 1 };
    const start: Effect = { type: 'start', id: clockEffectId(after, 'start'), epoch: item.epoch };
    const answer: Filed = { id: item.id, number, joined: false, repeatOf: item.repeatOf };
    try {
      const effects = [start, ...result.effects];
      await ports.items.commit({ before: null, after, entries: result.entries, effects, wakeAt: wakeAt(after) });
      reportStopped(ports, after, result.entries);
      return answer;
    } catch (error) {
      if (!(error instanceof ItemChanged)) throw error;
      // The same id, posted twice at once: the other one was stored.
      const stored = await ports.items.get(company, item.id);
      if (!stored) throw error;
      return { ...answer, number: stored.number, repeatOf: stored.repeatOf };
    }
  };

/** Unit or public place and category; `spot` null: nothing can be told to have the same cause. */
export interface Cause {
  site: string;
  building: string | null;
  spot: string | null;
  category: string;
}

/** Open complaints of the same cause, newest first, and the closed one this may be a repeat of. */
export const createCauses =
  (ports: Pick<Ports, 'items'>) =>
  async (
    company: string,
    { site, building, spot, category }: Cause,
    now: Instant,
  ): Promise<{ open: ItemSummary[]; repeatOf: string | null }> => {
    if (!spot) return { open: [], repeatOf: null };
    const { rows } = await ports.items.sameCause(company, site, building, spot, category, { limit: 50 });
    const closed = rows.find(
      ({ endedAt, status }) => endedAt !== null && status === 'closed' && now - endedAt <= REPEAT_WINDOW,
    );
    return { open: rows.filter(({ endedAt }) => endedAt === null), repeatOf: closed?.id ?? null };
  };
