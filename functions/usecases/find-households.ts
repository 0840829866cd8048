import type { z } from 'zod';
import type { Household } from '#domain/household';
import { buildingsKept, may } from '#domain/permission';
import type { Caller } from '#http/caller';
import type { HouseholdQuery } from '#http/schemas/household';
import type { Ports } from '#ports';
import { withoutContactsOf } from './household-file.ts';
import type { ListOf } from './list-work.ts';
import type { LoadDirectory } from './load-directory.ts';
import { requireAtSite, siteOf } from './site-access.ts';

/**
 * Households of a site by unit, name or phone; without words all of them, a steward's those of a building of theirs. Without the right to phone numbers a reader
 * gets rows without them, and only those found by something else: a search must not tell whose number it is.
 */
export const createFindHouseholds =
  ({ households, loadDirectory }: Pick<Ports, 'households'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, query: z.infer<typeof HouseholdQuery>): Promise<ListOf<Household>> => {
    const { site, q, building, cursor, limit } = query;
    const { directory } = await loadDirectory(caller.company);
    const { person, company } = caller;
    const allowed = (one?: string) => may(person, 'household.read', { site, building: one ?? null }, directory);
    const kept = allowed() ? null : buildingsKept(person, site, directory.organisation);
    const place = building ?? kept?.[0];
    if (!allowed(place)) requireAtSite(caller, 'household.read', site, directory);
    siteOf(site, directory);
    const { rows, next } =
      q === ''
        ? await households.bySite(company, site, place ?? null, { cursor, limit })
        : await households.find(company, site, q, { cursor, limit });
    const wanted = rows.filter((row) => (building ?? row.building) === row.building && allowed(row.building));
    if (may(person, 'phone.read', { site, building: place ?? null }, directory)) return { data: wanted, next };
    return { data: wanted.filter((row) => isFoundOpenly(row, q)).map(withoutContactsOf), next };
  };

function isFoundOpenly({ building, unit, members }: Household, text: string): boolean {
  const open = [building, unit, `${building}-${unit}`, ...members.map(({ name }) => name)].map((word) =>
    word.toLowerCase(),
  );
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => open.some((found) => found.includes(word)));
}
