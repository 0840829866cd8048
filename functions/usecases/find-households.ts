import type { z } from 'zod';
import type { Household } from '#domain/household';
import { may } from '#domain/permission';
import type { Caller } from '#http/caller';
import type { HouseholdQuery } from '#http/schemas/household';
import type { Ports } from '#ports';
import type { ListOf } from './list-work.ts';
import type { LoadDirectory } from './load-directory.ts';
import { requireAtSite } from './site-access.ts';

/**
 * Households of a site by unit, name, phone or number. Without the right to phone numbers a reader gets rows without
 * them, and only those found by something else: a search must not tell whose number it is.
 */
export const createFindHouseholds =
  ({ households, loadDirectory }: Pick<Ports, 'households'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, query: z.infer<typeof HouseholdQuery>): Promise<ListOf<Household>> => {
    const { site, q, cursor, limit } = query;
    const { directory } = await loadDirectory(caller.company);
    requireAtSite(caller, 'household.read', site, directory);
    const { rows, next } = await households.find(caller.company, site, q, { cursor, limit });
    if (may(caller.person, 'phone.read', { site }, directory)) return { data: rows, next };
    return { data: rows.filter((row) => isFoundOpenly(row, q)).map(withoutContactsOf), next };
  };

const withoutContactsOf = (household: Household): Household => ({
  ...household,
  members: household.members.map((member) => ({ ...member, phone: null, email: null })),
});

function isFoundOpenly({ building, unit, members }: Household, text: string): boolean {
  const open = [building, unit, `${building}-${unit}`, ...members.map(({ name }) => name)].map((word) =>
    word.toLowerCase(),
  );
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => open.some((found) => found.includes(word)));
}
