import type { z } from 'zod';
import { withoutContacts } from '#domain/contacts';
import { HouseholdChanged } from '#domain/errors';
import { type Household, householdIdOf } from '#domain/household';
import type { Directory } from '#domain/organisation';
import { may, type Operation } from '#domain/permission';
import type { Caller } from '#http/caller';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { ChangedHousehold, HouseholdDetail, NewHousehold } from '#http/schemas/household';
import { type PageQuery, wireInstantOrNull } from '#http/schemas/wire';
import type { HouseholdFile, Ports } from '#ports';
import { InvalidInput, NotAllowed, NotFound, problem } from './errors.ts';
import type { ListOf } from './list-work.ts';
import type { LoadDirectory } from './load-directory.ts';
import { requireAtSite } from './site-access.ts';
import { summaryView } from './view-summary.ts';

/** For readers who may not see how to reach a resident. */
export const withoutContactsOf = (household: Household): Household => ({
  ...household,
  members: household.members.map((member) => ({
    ...member,
    phone: null,
    email: null,
    preferredTime: member.preferredTime && withoutContacts(member.preferredTime),
  })),
});

const placeOf = ({ site, building }: Household) => ({ site, building });

/** Complaints of a household that its file counts promises in. */
const COUNTED = 100;

/** Resident files: show, open, change, and the complaints of one. Throws NotFound | NotAllowed | InvalidInput | HouseholdChanged. */
export function createHouseholdFile(
  ports: Pick<Ports, 'households' | 'items' | 'clock'> & { loadDirectory: LoadDirectory },
) {
  const { households, items, clock, loadDirectory } = ports;
  /** Counted from the list rows of its latest complaints: one read, however long the history is. */
  const promisesOf = async (company: string, id: string): Promise<HouseholdDetail['promises']> => {
    const { rows, next } = await items.byHousehold(company, id, { limit: COUNTED });
    const sum = (which: 'kept' | 'broken') => rows.reduce((count, row) => count + row.promises[which], 0);
    return {
      kept: sum('kept'),
      broken: sum('broken'),
      complaints: rows.filter(({ kind }) => kind === 'complaint').length,
      more: next !== null,
    };
  };
  const detail = async (caller: Caller, file: HouseholdFile, directory: Directory): Promise<HouseholdDetail> => {
    const { household, version, changedBy, changedAt } = file;
    const contacts = may(caller.person, 'phone.read', placeOf(household), directory);
    const promises = await promisesOf(caller.company, household.id);
    const shown = contacts ? household : withoutContactsOf(household);
    return { ...shown, version, changedBy, changedAt: wireInstantOrNull(changedAt), promises };
  };
  const read = async (caller: Caller, id: string, operation: Operation) => {
    const file = await households.file(caller.company, id);
    if (!file) throw new NotFound('household');
    const { directory } = await loadDirectory(caller.company);
    if (!may(caller.person, operation, placeOf(file.household), directory)) throw new NotAllowed(operation);
    return { file, directory };
  };
  return {
    async show(caller: Caller, id: string): Promise<HouseholdDetail> {
      const { file, directory } = await read(caller, id, 'household.read');
      return detail(caller, file, directory);
    },

    async open(caller: Caller, { site, building, unit, members }: NewHousehold): Promise<HouseholdDetail> {
      const { directory } = await loadDirectory(caller.company);
      requireAtSite(caller, 'household.write', site, directory);
      if (!directory.organisation.buildings.some((one) => one.id === building && one.site === site))
        throw new InvalidInput([problem(['building'], 'unknown_building')]);
      const household = { id: householdIdOf(site, building, unit), site, building, unit, members };
      try {
        const change = { expected: 0, by: caller.person.id, at: clock.now() };
        return await detail(caller, await households.change(caller.company, household, change), directory);
      } catch (error) {
        if (error instanceof HouseholdChanged) throw new InvalidInput([problem(['unit'], 'household_exists')]);
        throw error;
      }
    },

    /** All members as they are to be: whoever is left out is no longer in the file. */
    async change(caller: Caller, id: string, { expected, members }: ChangedHousehold): Promise<HouseholdDetail> {
      const { file, directory } = await read(caller, id, 'household.write');
      const household = { ...file.household, members };
      const change = { expected, by: caller.person.id, at: clock.now() };
      return detail(caller, await households.change(caller.company, household, change), directory);
    },

    async complaints(
      caller: Caller,
      id: string,
      { cursor, limit }: z.infer<typeof PageQuery>,
    ): Promise<ListOf<ComplaintSummary>> {
      await read(caller, id, 'household.read');
      const { rows, next } = await items.byHousehold(caller.company, id, { cursor, limit });
      const now = clock.now();
      return { data: rows.map((row) => summaryView(row, now)), next };
    },
  };
}
