import { numbersIn } from '#domain/item-number';
import { type Span, spanOfDates } from '#domain/span';
import { summaryOf } from '#domain/summary';
import type { Caller } from '#http/caller';
import type { ArchiveQuery } from '#http/schemas/archive';
import type { ComplaintSummary } from '#http/schemas/complaint';
import type { ItemSummary, Page, Ports } from '#ports';
import { NotFound } from './errors.ts';
import type { ListOf } from './list-work.ts';
import type { LoadDirectory } from './load-directory.ts';
import { requireAtSite } from './site-access.ts';
import { summaryView } from './view-summary.ts';

/** Closed forms (归档) of a site by number, household, period and category, last ended first. Throws NotAllowed | NotFound. */
export const createListArchive =
  ({ items, clock, loadDirectory }: Pick<Ports, 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, query: ArchiveQuery): Promise<ListOf<ComplaintSummary>> => {
    const { company } = caller;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'item.list', query.site, directory);
    const site = directory.organisation.sites.find(({ id }) => id === query.site);
    if (!site) throw new NotFound('site');
    const period = query.from || query.to ? spanOfDates(query.from, query.to, site.zone) : null;
    const filter = { status: query.status, category: query.category, building: query.building };
    const page = { cursor: query.cursor, limit: query.limit };

    const find = async (): Promise<Page<ItemSummary>> => {
      if (query.number) return byNumber(query.number, site.code);
      if (!query.household) return items.ended(company, query.site, period, filter, page);
      const { rows, next } = await items.byHousehold(company, query.household, page);
      return { rows: rows.filter((row) => row.site === query.site && fits(row, period, query)), next };
    };
    const byNumber = async (text: string, code: string): Promise<Page<ItemSummary>> => {
      const [number = text.trim().toUpperCase()] = numbersIn(text, [code]);
      const id = await items.byNumber(company, number);
      const item = id === null ? null : await items.get(company, id);
      return { rows: item?.site === query.site && item.endedAt !== null ? [summaryOf(item)] : [], next: null };
    };
    const { rows, next } = await find();
    const now = clock.now();
    return { data: rows.map((row) => summaryView(row, now)), next };
  };

function fits(row: ItemSummary, period: Span | null, { status, category }: ArchiveQuery): boolean {
  if (row.endedAt === null) return false;
  if (period && (row.endedAt < period.from || row.endedAt >= period.to)) return false;
  return (status === undefined || row.status === status) && (category === undefined || row.category === category);
}
