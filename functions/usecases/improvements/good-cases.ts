import type { z } from 'zod';
import { type GoodCase, namesResident } from '#domain/improvement/good-case';
import { daysOfQuarter } from '#domain/improvement/quarter';
import type { Item } from '#domain/item';
import { may } from '#domain/permission';
import { spanOfDates } from '#domain/span';
import type { Caller } from '#http/caller';
import type { GoodCaseRow, ItemGoodCase, NewGoodCase, SharedListQuery } from '#http/schemas/sharing';
import { wireInstant } from '#http/schemas/wire';
import type { Ports } from '#ports';
import { InvalidInput, NotAllowed, NotFound, problem } from '../errors.ts';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite, siteOf } from '../site-access.ts';

type CasePorts = Pick<Ports, 'goodCases' | 'items' | 'households' | 'clock'> & { loadDirectory: LoadDirectory };

/** Good cases (优秀案例): marked by managers, read by all staff of the site. Throws NotFound | NotAllowed | InvalidInput. */
export function createGoodCases({ goodCases, items, households, clock, loadDirectory }: CasePorts) {
  const itemOf = async (caller: Caller, id: string) => {
    const item = await items.get(caller.company, id);
    if (!item) throw new NotFound('complaint');
    const { directory } = await loadDirectory(caller.company);
    return { item, directory };
  };
  const toMark = async (caller: Caller, id: string): Promise<Item> => {
    const { item, directory } = await itemOf(caller, id);
    requireAtSite(caller, 'goodCase.mark', item.site, directory);
    return item;
  };
  /** Everybody of the household, and whoever reported it. */
  const residentsOf = async ({ company, intake: { reporter } }: Item): Promise<string[]> => {
    const household = reporter.household === null ? null : await households.get(company, reporter.household);
    return [reporter.name ?? '', ...(household?.members ?? []).map(({ name }) => name)];
  };

  return {
    /** Marked within the quarter, newest first. */
    async list(
      caller: Caller,
      { site, quarter, ...page }: z.infer<typeof SharedListQuery>,
    ): Promise<ListOf<GoodCaseRow>> {
      const { directory } = await loadDirectory(caller.company);
      requireAtSite(caller, 'sharing.read', site, directory);
      const { from, to } = daysOfQuarter(quarter);
      const span = spanOfDates(from, to, siteOf(site, directory).zone);
      const { rows, next } = await goodCases.list(caller.company, site, span, page);
      return { data: rows.map(caseRow), next };
    },

    async ofItem(caller: Caller, id: string): Promise<ItemGoodCase> {
      const { item, directory } = await itemOf(caller, id);
      if (!may(caller.person, 'item.read', { item }, directory)) throw new NotAllowed('item.read');
      const marked = await goodCases.get(caller.company, id);
      return { marked: marked && caseRow(marked) };
    },

    /** Marked again its words are the new ones; it stays in the quarter it was first marked in. */
    async mark(caller: Caller, id: string, { title, why }: NewGoodCase): Promise<ItemGoodCase> {
      const item = await toMark(caller, id);
      const names = await residentsOf(item);
      const issues = Object.entries({ title, why }).flatMap(([field, words]) => {
        const named = namesResident(words, names);
        if (named === null) return [];
        return [problem([field], named === 'name' ? 'names_a_resident' : 'has_a_phone_number')];
      });
      if (issues.length > 0) throw new InvalidInput(issues);
      const known = await goodCases.get(caller.company, id);
      const { company, site, number, kind, category, building, owner } = item;
      const first = { at: known?.at ?? clock.now(), by: known?.by ?? caller.person.id };
      const marked = { item: id, company, site, number, kind, category, building, owner, title, why, ...first };
      await goodCases.put(marked);
      return { marked: caseRow(marked) };
    },

    async unmark(caller: Caller, id: string): Promise<ItemGoodCase> {
      await toMark(caller, id);
      await goodCases.remove(caller.company, id);
      return { marked: null };
    },
  };
}
export type GoodCasesUse = ReturnType<typeof createGoodCases>;

const caseRow = ({ company: _, at, ...marked }: GoodCase): GoodCaseRow => ({ ...marked, at: wireInstant(at) });
