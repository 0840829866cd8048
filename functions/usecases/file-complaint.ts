import { JOIN_WINDOW } from '#domain/complaint';
import { intakeFields } from '#domain/forms/forms';
import type { Household } from '#domain/household';
import type { Intake } from '#domain/item';
import type { Person } from '#domain/organisation';
import { may } from '#domain/permission';
import type { Instant } from '#domain/time';
import type { NewComplaint } from '#http/schemas/complaint';
import type { ItemSummary, Ports } from '#ports';
import { InvalidInput, NotAllowed, problem, SimilarOpen } from './errors.ts';
import type { Facts, LoadFacts } from './load-facts.ts';
import { pinnedForms } from './open-item.ts';
import { FILING, isUploadedBy } from './photo-id.ts';
import { readForm } from './read-form.ts';
import { checkPlace, createCauses, createTakeComplaint, type Filed } from './take-complaint.ts';

type FilePorts = Pick<
  Ports,
  'care' | 'clock' | 'ids' | 'items' | 'documents' | 'households' | 'files' | 'logger' | 'metrics'
>;

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
  const take = createTakeComplaint(ports);
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
    await keepPhotos(ports, filer, intake.photos);
    const forms = await pinnedForms(ports.documents, { company, ...facts.pins });
    const form = readForm(intakeFields(forms, input.category), input.fields, intake.photos);

    const now = ports.clock.now();
    const where = {
      site: input.site,
      building: input.building ?? household?.building ?? null,
      spot: input.unit ?? household?.unit ?? input.place ?? null,
      category: input.category,
    };
    const { open, repeatOf } = await causes(company, where, now);
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

    return take(facts, {
      id,
      company,
      site: input.site,
      building: input.building ?? household?.building ?? null,
      unit: input.unit ?? household?.unit ?? null,
      place: input.place ?? null,
      category: input.category,
      intake,
      verified: input.verified,
      repeatOf,
      form,
    });
  };
};
export type FileComplaint = ReturnType<typeof createFileComplaint>;

async function readHousehold(ports: FilePorts, company: string, input: NewComplaint): Promise<Household | null> {
  if (!input.household) return null;
  const household = await ports.households.get(company, input.household);
  if (!household || household.site !== input.site) throw invalid('household', 'unknown_household');
  return household;
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

/** Only what the filer uploaded for filing. */
async function keepPhotos(ports: FilePorts, { company, person }: Filer, photos: readonly string[]): Promise<void> {
  for (const photo of photos)
    if (!isUploadedBy(photo, FILING, person.id) || !(await ports.files.keep(company, photo)))
      throw invalid('photos', 'unknown_photo');
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
