import { JOIN_WINDOW } from '#domain/complaint';
import { intakeFields } from '#domain/forms/forms';
import { type Household, householdIdOf } from '#domain/household';
import type { Intake } from '#domain/item';
import type { Language } from '#domain/text';
import type { NewReport } from '#http/schemas/report';
import type { Ports } from '#ports';
import type { Decide } from './decide.ts';
import { InvalidInput, problem } from './errors.ts';
import type { LimitRequests } from './limit-requests.ts';
import type { Facts, LoadFacts } from './load-facts.ts';
import { pinnedForms } from './open-item.ts';
import { readForm } from './read-form.ts';
import { signReceipt } from './resident-link.ts';
import { checkPlace, createCauses, createTakeComplaint, type Draft, nextNumber, routed } from './take-complaint.ts';

export interface ReportRequest {
  company: string;
  site: string;
  report: NewReport;
  /** Of the page it was written on. */
  language: Language;
  /** Of the form: posted twice, it is one complaint. */
  key: string;
  /** Network address it came from. */
  address: string;
}
type ReportPorts = Pick<
  Ports,
  'care' | 'clock' | 'ids' | 'items' | 'documents' | 'households' | 'links' | 'logger' | 'metrics'
>;

/**
 * Takes a report of the web: whoever sends it is unknown and so it is verified first. The same report within a day joins
 * the first and raises nothing; the answer is the same in every case.
 * @returns the token of its receipt
 * @throws NotFound (site) | InvalidInput | TooMany
 */
export const createFileReport = (
  ports: ReportPorts,
  loadFacts: LoadFacts,
  decide: Decide,
  limitRequests: LimitRequests,
) => {
  const causes = createCauses(ports);
  const take = createTakeComplaint(ports);

  return async ({ company, site, report, language, key, address }: ReportRequest): Promise<string> => {
    const facts = await loadFacts(company, site);
    const id = ports.ids.from(`${company}/report/${key}`);
    const receipt = (item: string, joined: string | null) =>
      signReceipt(ports, { company, id: item }, joined, ports.clock.now());
    const known = await ports.items.get(company, id);
    if (known) return receipt(id, null);
    const before = await ports.items.committed(company, `report/${id}`);
    if (before) return receipt(before, id);

    checkPlace(facts, { ...report, site });
    checkBuilding(facts, site, report);
    const forms = await pinnedForms(ports.documents, { company, ...facts.pins });
    const form = readForm(intakeFields(forms, report.category), report.fields, null);
    const spot = report.unit ?? report.place ?? null;
    const unit = `${site}/${report.building ?? ''}/${report.unit}`;
    await limitRequests(company, [
      { kind: 'address', name: address },
      ...(report.unit ? [{ kind: 'unit', name: unit } as const] : []),
      { kind: 'site', name: site },
    ]);
    const household = await householdOf(ports, company, site, report);
    const draft: Omit<Draft, 'repeatOf'> = {
      id,
      company,
      site,
      building: report.building ?? null,
      unit: report.unit || null,
      place: report.place || null,
      category: report.category,
      intake: intakeOf(report, household, language),
      verified: false,
      form,
    };
    const now = ports.clock.now();
    const cause = { site, building: draft.building, spot, category: draft.category };
    const { open, repeatOf } = await causes(company, cause, now);
    // The same form, posted at the same moment, was a little faster.
    if (open.some((one) => one.id === id)) return receipt(id, null);
    const first = open.filter(({ createdAt }) => now - createdAt <= JOIN_WINDOW).at(-1);
    if (first && (await join(first.id, { ...draft, repeatOf }, facts))) return receipt(first.id, id);
    await take(facts, { ...draft, repeatOf });
    return receipt(id, null);
  };

  /** @returns false when the first one ended in between, or takes no more. */
  async function join(first: string, draft: Draft, facts: Facts): Promise<boolean> {
    const number = await nextNumber(ports, draft.company, facts, draft.site);
    const heads = await ports.documents.heads(draft.company);
    const { limits } = routed(draft, number, facts, heads, ports.clock.now());
    const report = { id: draft.id, number, intake: draft.intake, reply: limits.reply };
    const { item } = await decide(draft.company, first, () => ({ type: 'joined', report }), {
      key: `report/${draft.id}`,
    });
    return item.joined.some(({ id }) => id === draft.id);
  }
};
export type FileReport = ReturnType<typeof createFileReport>;

/** A unit number alone says nothing where there are several buildings. */
function checkBuilding({ directory }: Facts, site: string, { building, unit }: NewReport): void {
  const there = directory.organisation.buildings.some((one) => one.site === site);
  if (unit && !building && there) throw new InvalidInput([problem(['building'], 'choose_building')]);
}

/** The household of the unit, when the sender's number or address is on its file; else a stranger may have written. */
async function householdOf(
  { households }: Pick<Ports, 'households'>,
  company: string,
  site: string,
  { building, unit, phone, email }: NewReport,
): Promise<Household | null> {
  if (!unit || !building) return null;
  const found = await households.get(company, householdIdOf(site, building, unit));
  const digits = (text: string | null | undefined) => text?.replace(/\D/g, '') || null;
  const isTheirs = found?.members.some(
    (member) =>
      (phone && digits(member.phone) === digits(phone)) ||
      (email && member.email?.toLowerCase() === email.toLowerCase()),
  );
  return found && isTheirs ? found : null;
}

/** Only what was told: the household's file adds nothing that a stranger could make us say. */
const intakeOf = (report: NewReport, household: Household | null, language: Language): Intake => ({
  description: report.description,
  since: report.since || null,
  alreadySaid: null,
  wants: report.wants ?? null,
  channel: 'web',
  takenBy: null,
  photos: [],
  reporter: {
    household: household?.id ?? null,
    name: report.name || null,
    phone: report.phone || null,
    email: report.email || null,
    language,
    preferredTime: null,
  },
});
