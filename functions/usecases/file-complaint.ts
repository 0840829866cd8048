import { JOIN_WINDOW, newComplaint, REPEAT_WINDOW } from '#domain/complaint';
import { ItemChanged } from '#domain/errors';
import type { Household } from '#domain/household';
import type { Intake, Item } from '#domain/item';
import type { Person } from '#domain/organisation';
import { may } from '#domain/permission';
import { categoryOf } from '#domain/route';
import { type Instant, localDate } from '#domain/time';
import { advance } from '#domain/workflow/advance';
import { wakeAt } from '#domain/workflow/due';
import type { Effect } from '#domain/workflow/effect';
import type { NewComplaint } from '#http/schemas/complaint';
import type { ItemSummary, Ports } from '#ports';
import { clockEffectId } from './decide.ts';
import { InvalidInput, NotAllowed, NotFound, problem, SimilarOpen } from './errors.ts';
import type { Facts, LoadFacts } from './load-facts.ts';
import { reportStopped } from './report-stopped.ts';

export interface Filed {
  id: string;
  number: string;
  /** Recognised as one that is open already. */
  joined: boolean;
  repeatOf: string | null;
}
type FilePorts = Pick<Ports, 'clock' | 'ids' | 'items' | 'documents' | 'households' | 'files' | 'logger' | 'metrics'>;

/** Who files: a member at the desk. */
export interface Filer {
  company: string;
  person: Person;
}

const invalid = (path: string, code: string) => new InvalidInput([problem([path], code)]);

/**
 * Takes a complaint (受理): recognises what is open already, routes it, gives it its limits and starts its workflow, in
 * one transaction with the first mails and the start of its execution. The same `key` files once.
 * @throws NotAllowed | NotFound (site) | InvalidInput | SimilarOpen
 */
export const createFileComplaint = (ports: FilePorts, loadFacts: LoadFacts) => {
  const causes = createCauses(ports);
  return async (filer: Filer, input: NewComplaint, key?: string): Promise<Filed> => {
    const { company, person } = filer;
    const facts = await loadFacts(company, input.site);
    if (!may(person, 'item.file', { site: input.site }, facts.directory)) throw new NotAllowed('item.file');
    const id = key === undefined ? ports.ids.next() : ports.ids.from(`${company}/${person.id}/${key}`);
    const known = key === undefined ? null : await ports.items.get(company, id);
    if (known) return { id, number: known.number, joined: false, repeatOf: known.repeatOf };
    const household = await readHousehold(ports, company, input);
    checkPlace(facts, input);
    const intake = takeIn(input, person, household, facts);
    await keepPhotos(ports, company, intake.photos);

    const now = ports.clock.now();
    const { open, repeatOf } = await causes(company, input, household, now);
    const joined = joinTarget(input, open, now);
    if (joined) {
      const told = { type: 'joined', description: intake.description, channel: intake.channel } as const;
      const entry = { at: now, by: person.id, step: joined.step, level: joined.level };
      const { photos } = intake;
      const entries = [
        { ...entry, ...told },
        ...(photos.length > 0 ? [{ ...entry, type: 'attached' as const, photos }] : []),
      ];
      await ports.items.append(company, joined.id, entries, key && `file/${person.id}/${key}`);
      return { id: joined.id, number: joined.number, joined: true, repeatOf: joined.repeatOf };
    }

    const site = facts.directory.organisation.sites.find((one) => one.id === input.site);
    if (!site) throw new NotFound('site');
    const date = localDate(now, site.zone);
    const count = await ports.items.nextNumber(company, input.site, date);
    const heads = await ports.documents.heads(company);
    const item = newComplaint(
      {
        id,
        company,
        number: `${site.code}-${date.slice(2).replaceAll('-', '')}-${String(count).padStart(3, '0')}`,
        site: input.site,
        building: input.building ?? household?.building ?? null,
        unit: input.unit ?? household?.unit ?? null,
        place: input.place ?? null,
        category: input.category,
        intake,
        verified: input.verified,
        repeatOf,
        workflowVersion: (workflow) => heads.find((h) => h.kind === 'workflow' && h.id === workflow)?.version ?? null,
      },
      facts,
      now,
    );
    if (!item) throw invalid('category', 'unknown_category');
    return commitFirst(ports, item, facts, now);
  };
};
export type FileComplaint = ReturnType<typeof createFileComplaint>;

async function commitFirst(ports: FilePorts, item: Item, facts: Facts, now: Instant): Promise<Filed> {
  const workflow = await ports.documents.version(item.company, 'workflow', item.workflow.id, item.workflow.version);
  if (!workflow) throw new NotFound('document');
  const result = advance(workflow.body, item, { type: 'filed' }, now, facts);
  const after: Item = { ...result.item, version: 1, seq: result.item.seq + 1 };
  const start: Effect = { type: 'start', id: clockEffectId(after, 'start'), epoch: item.epoch };
  const answer: Filed = { id: item.id, number: item.number, joined: false, repeatOf: item.repeatOf };
  try {
    const effects = [start, ...result.effects];
    await ports.items.commit({ before: null, after, entries: result.entries, effects, wakeAt: wakeAt(after) });
    reportStopped(ports, after, result.entries);
    return answer;
  } catch (error) {
    if (!(error instanceof ItemChanged)) throw error;
    // The same key, posted twice at once: the other one was stored.
    const stored = await ports.items.get(item.company, item.id);
    if (!stored) throw error;
    return { ...answer, number: stored.number, repeatOf: stored.repeatOf };
  }
}

async function readHousehold(ports: FilePorts, company: string, input: NewComplaint): Promise<Household | null> {
  if (!input.household) return null;
  const household = await ports.households.get(company, input.household);
  if (!household || household.site !== input.site) throw invalid('household', 'unknown_household');
  return household;
}

function checkPlace({ directory, routing }: Facts, input: NewComplaint): void {
  const { buildings } = directory.organisation;
  if (input.building && !buildings.some(({ id, site }) => id === input.building && site === input.site))
    throw invalid('building', 'unknown_building');
  if (!categoryOf(routing, input.category)?.active) throw invalid('category', 'unknown_category');
}

/** What the household's file knows is not asked again; what was said now stands over it. */
function takeIn(input: NewComplaint, person: Person, household: Household | null, facts: Facts): Intake {
  const member = household?.members.find(({ name }) => name === input.reporter.name) ?? household?.members[0];
  const site = facts.directory.organisation.sites.find(({ id }) => id === input.site);
  return {
    description: input.description,
    since: input.since || null,
    alreadySaid: input.alreadySaid || null,
    wants: input.wants ?? null,
    channel: input.channel,
    takenBy: person.id,
    photos: input.photos,
    reporter: {
      household: household?.id ?? null,
      name: input.reporter.name || member?.name || null,
      phone: input.reporter.phone || member?.phone || null,
      email: input.reporter.email || member?.email || null,
      language: input.reporter.language ?? member?.language ?? site?.language ?? 'zh-CN',
      preferredTime: input.reporter.preferredTime || member?.preferredTime || null,
    },
  };
}

async function keepPhotos(ports: FilePorts, company: string, photos: readonly string[]): Promise<void> {
  for (const photo of photos) if (!(await ports.files.keep(company, photo))) throw invalid('photos', 'unknown_photo');
}

/** Which open complaint this one joins; null: it is filed. Within a day it joins by itself, later the clerk chooses. */
function joinTarget(input: NewComplaint, open: readonly ItemSummary[], now: Instant): ItemSummary | null {
  if (input.similar === 'new') return null;
  if (input.similar) {
    const { join } = input.similar;
    const target = open.find(({ id }) => id === join);
    if (!target) throw invalid('similar', 'not_joinable');
    return target;
  }
  const recent = open.filter(({ createdAt }) => now - createdAt <= JOIN_WINDOW).at(-1);
  if (recent) return recent;
  if (open.length > 0) throw new SimilarOpen(open);
  return null;
}

/** Open complaints of the same unit (or place) and category, newest first, and the closed one this may be a repeat of. */
const createCauses =
  (ports: Pick<Ports, 'items'>) =>
  async (company: string, input: NewComplaint, household: Household | null, now: Instant) => {
    const building = input.building ?? household?.building ?? null;
    const spot = input.unit ?? household?.unit ?? input.place;
    if (!spot) return { open: [], repeatOf: null };
    const { rows } = await ports.items.sameCause(company, input.site, building, spot, input.category, { limit: 50 });
    const closed = rows.find(
      ({ endedAt, status }) => endedAt !== null && status === 'closed' && now - endedAt <= REPEAT_WINDOW,
    );
    return { open: rows.filter(({ endedAt }) => endedAt === null), repeatOf: closed?.id ?? null };
  };
