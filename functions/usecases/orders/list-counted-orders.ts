import type { RateName } from '#domain/order-rates';
import { spanOfDates } from '#domain/span';
import { summaryOf } from '#domain/summary';
import { localDate } from '#domain/time';
import type { Caller } from '#http/caller';
import type { CountedOrder, RateListQuery } from '#http/schemas/rates';
import { wireInstant } from '#http/schemas/wire';
import type { Ports } from '#ports';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import { summaryView } from '../view-summary.ts';
import { periodOf } from './show-rates.ts';

/** The orders behind a figure, latest first: exactly those that were counted, as they stand now. Throws NotAllowed | NotFound | InvalidInput. */
export const createListCountedOrders =
  ({
    rates,
    items,
    clock,
    loadDirectory,
  }: Pick<Ports, 'rates' | 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, rate: RateName, query: RateListQuery): Promise<ListOf<CountedOrder>> => {
    const { company } = caller;
    const { site, area, person, kind, all, cursor, limit } = query;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'item.list', site, directory);
    const { zone } = siteOf(site, directory);
    const now = clock.now();
    const { from, to } = periodOf(query, localDate(now, zone));
    const filter = { area, person, kind, against: all === 'true' ? undefined : true };
    const { rows, next } = await rates.facts(company, site, rate, spanOfDates(from, to, zone), filter, {
      cursor,
      limit,
    });
    const data = await Promise.all(
      rows.map(async ({ item: id, at, hit, of }): Promise<CountedOrder[]> => {
        const item = await items.get(company, id);
        if (!item || at === null) return [];
        return [{ ...summaryView(summaryOf(item), now), counted: { at: wireInstant(at), hit, of } }];
      }),
    );
    return { data: data.flat(), next };
  };
