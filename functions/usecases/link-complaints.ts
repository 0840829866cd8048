import type { Incident } from '#domain/incident';
import type { Item } from '#domain/item';
import { may } from '#domain/permission';
import { localDate } from '#domain/time';
import type { Caller } from '#http/caller';
import type { SameCause } from '#http/schemas/incident';
import type { Ports } from '#ports';
import { InvalidInput, NotAllowed, NotFound, problem } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';
import { requireAtSite } from './site-access.ts';

export type IncidentPorts = Pick<Ports, 'clock' | 'ids' | 'items' | 'incidents'> & {
  loadDirectory: LoadDirectory;
};

const invalid = (path: string, code: string) => new InvalidInput([problem([path], code)]);

/** The incident, when the caller may do `operation` at its site. Throws NotFound | NotAllowed. */
export async function openIncident(
  { incidents, loadDirectory }: Pick<IncidentPorts, 'incidents' | 'loadDirectory'>,
  caller: Caller,
  id: string,
  operation: 'incident.read' | 'incident.write',
): Promise<Incident> {
  const incident = await incidents.get(caller.company, id);
  if (!incident) throw new NotFound('incident');
  const { directory } = await loadDirectory(caller.company);
  if (!may(caller.person, operation, { site: incident.site }, directory)) throw new NotAllowed(operation);
  return incident;
}

/**
 * Links complaints of one site that have one cause, and says so on each timeline. Every step may be repeated: after a
 * crash the same request goes on where it stopped. Throws NotFound | NotAllowed | InvalidInput | InOtherIncident | IncidentFull.
 */
export const createLinkComplaints = (ports: IncidentPorts) => {
  const { clock, ids, items, incidents, loadDirectory } = ports;

  const create = async (caller: Caller, site: string, title: string, key: string | undefined): Promise<Incident> => {
    const { company, person } = caller;
    const id = key === undefined ? ids.next() : ids.from(`${company}/${person.id}/incident/${key}`);
    const known = await incidents.get(company, id);
    if (known) return known;
    const { directory } = await loadDirectory(company);
    const found = directory.organisation.sites.find((one) => one.id === site);
    if (!found) throw new NotFound('site');
    const now = clock.now();
    const date = localDate(now, found.zone);
    const count = await items.nextNumber(company, site, `incident/${date}`);
    const incident: Incident = {
      id,
      company,
      number: `${found.code}-${date.slice(2).replaceAll('-', '')}-I${String(count).padStart(2, '0')}`,
      site,
      title,
      createdAt: now,
      createdBy: person.id,
      members: 0,
      closedAt: null,
    };
    await incidents.create(incident);
    return incident;
  };

  /** The one named, the one some of the complaints belong to, or a new one. */
  const target = async (caller: Caller, input: SameCause, first: Item, key: string | undefined): Promise<Incident> => {
    if (input.incident !== undefined) return openIncident(ports, caller, input.incident, 'incident.write');
    const known = await Promise.all(input.complaints.map((id) => incidents.of(caller.company, id)));
    const [incident, ...others] = new Set(known.flatMap((link) => (link ? [link.incident] : [])));
    if (others.length > 0) throw invalid('complaints', 'different_incidents');
    if (incident !== undefined) return openIncident(ports, caller, incident, 'incident.write');
    if (input.title === undefined) throw invalid('title', 'title_needed');
    return create(caller, first.site, input.title, key);
  };

  return async (caller: Caller, input: SameCause, key?: string): Promise<Incident> => {
    const { company } = caller;
    const complaints = await Promise.all(
      [...new Set(input.complaints)].map(async (id) => {
        const item = await items.get(company, id);
        if (!item) throw new NotFound('complaint');
        return item;
      }),
    );
    const [first] = complaints;
    if (!first) throw invalid('complaints', 'two_complaints');
    const { directory } = await loadDirectory(company);
    for (const { site } of complaints) requireAtSite(caller, 'incident.write', site, directory);
    if (complaints.some(({ site }) => site !== first.site)) throw invalid('complaints', 'other_site');
    const incident = await target(caller, input, first, key);
    if (incident.site !== first.site) throw invalid('complaints', 'other_site');
    for (const item of complaints) await link(ports, caller, incident, item);
    return (await incidents.get(company, incident.id)) ?? incident;
  };
};

async function link({ clock, items, incidents }: IncidentPorts, caller: Caller, incident: Incident, item: Item) {
  const { id, number, title } = incident;
  const wanted = { item: item.id, number: item.number, linkedAt: clock.now(), linkedBy: caller.person.id };
  const { linkedAt, linkedBy } = await incidents.link(incident, wanted);
  // Also when it was linked before: then the entry is there, or a crash kept it from being written.
  const entry = { ...where(item), at: linkedAt, by: linkedBy, type: 'linked', incident: id, number, title } as const;
  await items.append(caller.company, item.id, [entry], `linked/${id}/${linkedAt}`);
}

const where = ({ step, level }: Item) => ({ step, level });

/** Takes a complaint out; it goes on by itself. Throws NotFound | NotAllowed. */
export const createUnlinkComplaint =
  (ports: IncidentPorts) =>
  async (caller: Caller, id: string, complaint: string): Promise<Incident> => {
    const { clock, items, incidents } = ports;
    const { company, person } = caller;
    const incident = await openIncident(ports, caller, id, 'incident.write');
    const [item, link] = await Promise.all([items.get(company, complaint), incidents.of(company, complaint)]);
    if (!item) throw new NotFound('complaint');
    if (link?.incident === id) {
      // The entry first: what is taken out without a word could not be found again.
      const said = { type: 'unlinked', incident: id, number: incident.number } as const;
      const entry = { ...where(item), at: clock.now(), by: person.id, ...said };
      await items.append(company, item.id, [entry], `unlinked/${id}/${link.linkedAt}`);
      await incidents.unlink(incident, item);
    }
    return (await incidents.get(company, id)) ?? incident;
  };
