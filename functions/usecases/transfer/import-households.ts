import type { Household } from '#domain/household';
import {
  buildingsNamed,
  fingerprint,
  type HouseholdPlan,
  type PlannedHousehold,
  planHouseholds,
} from '#domain/transfer/plan-households';
import type { Caller } from '#http/caller';
import type { Ports } from '#ports';
import { NotFound, PlanChanged } from '../errors.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite } from '../site-access.ts';
import { readSheet } from './read-sheet.ts';

type ImportPorts = Pick<Ports, 'households' | 'ids' | 'clock'> & { loadDirectory: LoadDirectory };
interface ImportFile {
  site: string;
  /** base64 */
  file: string;
}
/** Why a household was not written, by the name of the store's error. */
type Failure = { household: Household; why: 'changed' | 'busy' };

/** Households written by one request, and at the same time. */
const SHARE = 250;
const AT_ONCE = 8;
const failures: Record<string, Failure['why']> = { HouseholdChanged: 'changed', StoreBusy: 'busy' };

/** Resident files from a table: what it would do, and doing exactly that. Units stand for themselves. */
export const createImportHouseholds = (ports: ImportPorts) => {
  const { households, ids, clock, loadDirectory } = ports;

  const existing = async (company: string, site: string, buildings: readonly string[]): Promise<Household[]> => {
    const found: Household[] = [];
    for (const building of buildings) {
      let cursor: string | undefined;
      do {
        const page = await households.bySite(company, site, building, { cursor, limit: 100 });
        found.push(...page.rows);
        cursor = page.next ?? undefined;
      } while (cursor);
    }
    return found;
  };

  const prepare = async (caller: Caller, { site, file }: ImportFile) => {
    const { company } = caller;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'household.import', site, directory);
    const { organisation } = directory;
    const here = organisation.sites.find(({ id }) => id === site);
    if (!here) throw new NotFound('site');
    const buildings = organisation.buildings.filter((one) => one.site === site);
    const sheet = readSheet(file);
    const known = await existing(company, site, buildingsNamed(sheet, buildings));
    const plan = planHouseholds(sheet, { site, language: here.language, buildings, households: known });
    return { plan, buildings, token: tokenOf(company, site, changesOf(plan)) };
  };
  const tokenOf = (company: string, site: string, changes: readonly PlannedHousehold[]) =>
    ids.from(
      JSON.stringify([
        'households',
        company,
        site,
        changes.map(({ household, before }) => [fingerprint(household), before && fingerprint(before)]),
      ]),
    );

  /** Null: written. Whoever changed the file since it was planned is not overwritten. */
  const write = async (caller: Caller, { household, before }: PlannedHousehold): Promise<Failure | null> => {
    const present = await households.file(caller.company, household.id);
    const same = present ? before !== null && fingerprint(present.household) === fingerprint(before) : before === null;
    if (!same) return { household, why: 'changed' };
    try {
      const expected = present?.version ?? 0;
      await households.change(caller.company, household, { expected, by: caller.person.id, at: clock.now() });
      return null;
    } catch (error) {
      const why = error instanceof Error ? failures[error.name] : undefined;
      if (why === undefined) throw error;
      return { household, why };
    }
  };

  return {
    /** The dry run: nothing is stored. @throws NotAllowed | NotFound | InvalidInput (no file one can read) */
    check: prepare,

    /**
     * Writes what the check with this token showed, a share of it in one request: `token` leads on while there is more.
     * A unit that was written is unchanged for the next check, so all of it can be repeated. @throws PlanChanged
     */
    async apply(caller: Caller, file: ImportFile, token: string) {
      const prepared = await prepare(caller, file);
      if (prepared.token !== token) throw new PlanChanged();
      const changes = changesOf(prepared.plan);
      const share = changes.slice(0, SHARE);
      const results: (Failure | null)[] = [];
      for (let from = 0; from < share.length; from += AT_ONCE)
        results.push(...(await Promise.all(share.slice(from, from + AT_ONCE).map((one) => write(caller, one)))));
      const failed = results.filter((result) => result !== null);
      const rest = changes.slice(SHARE);
      const goesOn = rest.length > 0 && failed.length === 0;
      return {
        written: share.length - failed.length,
        failed,
        buildings: prepared.buildings,
        token: goesOn ? tokenOf(caller.company, file.site, rest) : null,
      };
    },
  };
};
export type ImportHouseholds = ReturnType<typeof createImportHouseholds>;

const changesOf = (plan: HouseholdPlan): PlannedHousehold[] =>
  plan.households.filter(({ change }) => change !== 'same');
