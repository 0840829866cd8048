import type { z } from 'zod';
import type { Household } from '#domain/household';
import { kindLetter, numbersIn } from '#domain/item-number';
import type { Directory } from '#domain/organisation';
import { may, sitesOf } from '#domain/permission';
import { summaryOf } from '#domain/summary';
import type { Caller } from '#http/caller';
import type { Found, SearchQuery } from '#http/schemas/search';
import type { ItemSummary, Ports } from '#ports';
import type { createFindHouseholds } from './find-households.ts';
import type { IncidentPorts } from './link-complaints.ts';
import { incidentView } from './read-incidents.ts';
import { summaryView } from './view-summary.ts';

/** Sites looked through at once: a company with more chooses one in the header, which comes first. */
const MOST_SITES = 25;
const HOUSEHOLDS = 10;
/** Households whose open complaints are shown beside them. */
const FIRST = 3;

/**
 * One box for unit, name, phone and number, within what the caller may see: what they may not see is not found. Each
 * key typed asks again, so every part reads a bounded number of rows.
 */
export const createSearchDesk =
  (ports: IncidentPorts & Pick<Ports, 'households'> & { findHouseholds: ReturnType<typeof createFindHouseholds> }) =>
  async (caller: Caller, { q, site }: z.infer<typeof SearchQuery>): Promise<Found> => {
    const { directory } = await ports.loadDirectory(caller.company);
    const { organisation } = directory;
    const known = sitesOf(caller.person, organisation);
    const sites = [...known.filter((id) => id === site), ...known.filter((id) => id !== site)].slice(0, MOST_SITES);
    const codes = organisation.sites.filter(({ id }) => sites.includes(id)).flatMap(({ code }) => lettersOf(code));
    const numbers = numbersIn(q, codes);
    const [households, numbered, incidents] = await Promise.all([
      numbers.length > 0 ? [] : findHouseholds(ports, caller, sites, q, directory),
      Promise.all(numbers.map((number) => complaintOf(ports, caller, number, directory))),
      Promise.all(numbers.map((number) => incidentOf(ports, caller, number, directory))),
    ]);
    const open = await Promise.all(
      households.slice(0, FIRST).map((household) => openOf(ports, caller, household, directory)),
    );
    const now = ports.clock.now();
    return {
      households,
      complaints: [...numbered, ...open].flat().map((row) => summaryView(row, now)),
      incidents: incidents.flat().map(incidentView),
    };
  };

/** What numbers of a site begin with: complaints, work orders, visits. */
const lettersOf = (code: string): string[] => Object.values(kindLetter).map((letter) => code + letter);

type SearchPorts = Parameters<typeof createSearchDesk>[0];

async function findHouseholds(ports: SearchPorts, caller: Caller, sites: string[], q: string, directory: Directory) {
  const allowed = sites.filter((site) => may(caller.person, 'household.read', { site }, directory));
  const found = await Promise.all(allowed.map((site) => ports.findHouseholds(caller, { site, q, limit: HOUSEHOLDS })));
  // Of what a phone number or a name brought, the unit that was typed is most likely meant.
  const meant = ({ unit }: Household) => Number(unit.toLowerCase().startsWith(q.toLowerCase()));
  const all = found.flatMap(({ data }) => data);
  return all.toSorted((a, b) => meant(b) - meant(a)).slice(0, HOUSEHOLDS);
}

async function complaintOf({ items }: SearchPorts, caller: Caller, number: string, directory: Directory) {
  const id = await items.byNumber(caller.company, number);
  const item = id === null ? null : await items.get(caller.company, id);
  return item && may(caller.person, 'item.read', { item }, directory) ? [summaryOf(item)] : [];
}

async function incidentOf({ incidents }: SearchPorts, caller: Caller, number: string, directory: Directory) {
  const id = await incidents.byNumber(caller.company, number);
  const incident = id === null ? null : await incidents.get(caller.company, id);
  return incident && may(caller.person, 'incident.read', { site: incident.site }, directory) ? [incident] : [];
}

async function openOf(
  { items }: SearchPorts,
  caller: Caller,
  { id, site }: Household,
  directory: Directory,
): Promise<ItemSummary[]> {
  if (!may(caller.person, 'item.list', { site }, directory)) return [];
  const { rows } = await items.byHousehold(caller.company, id, { limit: 5 });
  return rows.filter(({ endedAt }) => endedAt === null);
}
