import { IncidentFull, InOtherIncident } from '#domain/errors';
import { type Incident, type IncidentMember, MOST_MEMBERS } from '#domain/incident';
import type { Incidents } from '#ports';
import { pageOfRows } from './memory-items.ts';

/** `Incidents` in maps: for handler and use case tests. */
export function createMemoryIncidents(): Incidents {
  const incidents = new Map<string, Incident>();
  const links = new Map<string, IncidentMember & { incident: string }>();
  const key = (company: string, id: string) => `${company}/${id}`;
  const change = ({ company, id }: Incident, how: (found: Incident) => Partial<Incident>) => {
    const found = incidents.get(key(company, id));
    if (found) incidents.set(key(company, id), { ...found, ...how(found) });
  };
  const all = (company: string) => [...incidents.values()].filter((one) => one.company === company);
  return {
    async create(incident) {
      const place = key(incident.company, incident.id);
      if (!incidents.has(place)) incidents.set(place, incident);
    },
    get: async (company, id) => incidents.get(key(company, id)) ?? null,
    byNumber: async (company, number) => all(company).find((one) => one.number === number)?.id ?? null,
    of: async (company, item) => links.get(key(company, item)) ?? null,
    bySite: async (company, site, open, page) =>
      pageOfRows(
        all(company)
          .filter((one) => one.site === site && (!open || one.closedAt === null))
          .toSorted((a, b) => b.createdAt - a.createdAt),
        page,
      ),
    members: async (company, id, page) =>
      pageOfRows(
        [...links]
          .flatMap(([place, { incident, ...member }]) =>
            place.startsWith(`${company}/`) && incident === id ? [member] : [],
          )
          .toSorted((a, b) => a.number.localeCompare(b.number)),
        page,
      ),
    async link(incident, member) {
      const place = key(incident.company, member.item);
      const known = links.get(place);
      if (known?.incident === incident.id) return known;
      if (known) throw new InOtherIncident(member.item, known.incident);
      if ((incidents.get(key(incident.company, incident.id))?.members ?? 0) >= MOST_MEMBERS)
        throw new IncidentFull(incident.id);
      links.set(place, { ...member, incident: incident.id });
      change(incident, ({ members }) => ({ members: members + 1, closedAt: null }));
      return member;
    },
    async unlink(incident, item) {
      const place = key(incident.company, item.id);
      if (links.get(place)?.incident !== incident.id) return false;
      links.delete(place);
      change(incident, ({ members }) => ({ members: members - 1 }));
      return true;
    },
    async close(incident, at) {
      if (incidents.get(key(incident.company, incident.id))?.members !== incident.members) return false;
      change(incident, () => ({ closedAt: at }));
      return true;
    },
  };
}
