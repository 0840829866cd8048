import { startsHigher } from '#domain/care/care-visits';
import { newComplaint, REPEAT_WINDOW } from '#domain/complaint';
import type { Intake, Item } from '#domain/item';
import { categoryOf } from '#domain/route';
import { type Instant, localDate } from '#domain/time';
import type { FilledForm } from '#domain/workflow/event';
import type { DocumentHead, ItemSummary, Ports } from '#ports';
import { careRulesAt } from './care/care-rules-at.ts';
import { InvalidInput, problem } from './errors.ts';
import type { Facts } from './load-facts.ts';
import { nextNumberOf } from './next-number.ts';
import { siteOf } from './site-access.ts';
import { createStartItem, workflowAt } from './start-item.ts';

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
type TakePorts = Pick<Ports, 'care' | 'clock' | 'items' | 'documents' | 'logger' | 'metrics'>;

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
export const nextNumber = (ports: TakePorts, company: string, facts: Facts, site: string): Promise<string> =>
  nextNumberOf(ports, { company, site, kind: 'complaint' }, facts);

/** The draft as routed. @throws InvalidInput for a category that leads nowhere */
export function routed(draft: Draft, number: string, facts: Facts, heads: readonly DocumentHead[], now: Instant): Item {
  const pin = (workflow: string) => workflowAt(heads, workflow, draft.site);
  const item = newComplaint({ ...draft, number, pin, ...facts.pins, answers: draft.form.values }, facts, now);
  if (!item) throw invalid('category', 'unknown_category');
  return item;
}

/**
 * Takes a complaint (受理): routes it, gives it its number and limits and starts its workflow, in one transaction with
 * the first mails and the start of its execution. The same id is taken once.
 */
export const createTakeComplaint = (ports: TakePorts) => {
  const start = createStartItem(ports);
  return async (facts: Facts, draft: Draft): Promise<Filed> => {
    const number = await nextNumber(ports, draft.company, facts, draft.site);
    const heads = await ports.documents.heads(draft.company);
    const filed = routed(draft, number, facts, heads, ports.clock.now());
    const care = await isRaised(ports, draft, facts, heads);
    const { item } = await start(filed, facts, { answers: draft.form.answers, ...(care && { care }) });
    return { id: item.id, number: item.number, joined: false, repeatOf: item.repeatOf };
  };
};

/** What is known of the household may have its complaints start higher: nobody is told what it is. */
async function isRaised(
  ports: TakePorts,
  { company, site, intake }: Draft,
  { directory }: Facts,
  heads: readonly DocumentHead[],
): Promise<boolean> {
  const { household } = intake.reporter;
  if (household === null) return false;
  const flags = await ports.care.ofHousehold(company, household);
  if (flags.length === 0) return false;
  const rules = await careRulesAt(ports, company, { heads }, site);
  return startsHigher(flags, rules, localDate(ports.clock.now(), siteOf(site, directory).zone));
}

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
