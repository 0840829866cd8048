import { noPromises } from '#domain/item';
import type { ItemSummary, Items } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { type Listing, page, type Row } from './page.ts';
import { pageOverShards } from './sharded.ts';

type Lists = Pick<
  Items,
  'bySite' | 'open' | 'overdue' | 'work' | 'byHousehold' | 'ended' | 'sameCause' | 'overdueWakeUps'
>;

/** Rows written before promises were counted have none. */
const summaryIn = (row: Row): ItemSummary => {
  const summary = row.summary as ItemSummary;
  return { ...summary, promises: summary.promises ?? noPromises };
};

/** Rows that are kept for a list, in the table itself. */
const workListing = (list: string, partition: string): Omit<Listing<ItemSummary>, 'scope'> => ({
  list,
  partition: ['pk', partition],
  sort: ['sk'],
  position: keys.itemSortPattern,
  keyAt: () => ({}),
  read: summaryIn,
});

/** Lists over the item rows' indexes, one access pattern each; a position names the item at its end. */
export function createItemLists(context: Context): Lists {
  const inIndex = (
    company: string,
    listing: Pick<Listing<ItemSummary>, 'list' | 'scope' | 'index' | 'partition' | 'sort'> &
      Partial<Listing<ItemSummary>>,
  ): Listing<ItemSummary> => ({
    position: keys.itemSortPattern,
    keyAt: (position) => ({ ...keys.itemKey(company, itemAt(position)) }),
    read: summaryIn,
    ...listing,
  });
  return {
    bySite: (company, site, filter, request) =>
      page(
        context,
        inIndex(company, {
          list: 'items of a site',
          scope: [company, site, filter],
          index: 'bySite',
          partition: ['sitePk', keys.sitePartition(company, site)],
          sort: ['siteSk'],
          newestFirst: true,
          filter,
        }),
        request,
      ),

    /** Those nobody acted on have rows of their own: few among many, and not to be looked for. */
    open: (company, site, filter, request) =>
      filter.status === 'nobodyActed'
        ? page(
            context,
            {
              ...workListing('what nobody acted on', keys.nobodyActedPartition(company, site)),
              scope: [company, site, filter],
              filter: { severity: filter.severity, category: filter.category },
            },
            request,
          )
        : page(
            context,
            inIndex(company, {
              list: 'open items',
              scope: [company, site, filter],
              index: 'open',
              partition: ['openPk', keys.openPartition(company, site)],
              sort: ['openSk'],
              filter,
            }),
            request,
          ),

    /** `now` may differ from page to page: the cursor is not bound to it. */
    overdue: (company, site, now, filter, request) =>
      page(
        context,
        inIndex(company, {
          list: 'overdue items',
          scope: [company, site, filter],
          index: 'open',
          partition: ['openPk', keys.openPartition(company, site)],
          sort: ['openSk', 'before', keys.sortable(now)],
          filter,
        }),
        request,
      ),

    work: (company, person, request) =>
      page(
        context,
        { ...workListing('work of a person', keys.workPartition(company, person)), scope: [company, person] },
        request,
      ),

    ended: (company, site, period, filter, request) =>
      page(
        context,
        inIndex(company, {
          list: 'ended items',
          scope: [company, site, period, filter],
          index: 'open',
          partition: ['openPk', keys.endedPartition(company, site)],
          sort: period ? ['openSk', 'between', keys.sortable(period.from), keys.sortable(period.to)] : ['openSk'],
          newestFirst: true,
          filter,
        }),
        request,
      ),

    byHousehold: (company, household, request) =>
      page(
        context,
        inIndex(company, {
          list: 'items of a household',
          scope: [company, household],
          index: 'byHousehold',
          partition: ['householdPk', keys.householdItems(company, household)],
          sort: ['householdSk'],
          newestFirst: true,
        }),
        request,
      ),

    sameCause: (company, site, building, unit, category, request) =>
      page(
        context,
        inIndex(company, {
          list: 'items of the same cause',
          scope: [company, site, building, unit, category],
          index: 'sameCause',
          partition: ['causePk', keys.causePartition(company, site, building, unit, category)],
          sort: ['causeSk'],
          newestFirst: true,
        }),
        request,
      ),

    /** By the commit's `wakeAt`: a sleep never lasts longer than that. */
    overdueWakeUps: (until, request) => pageOverShards(context, (shard) => overdueIn(shard, until), request),
  };
}

const itemAt = (position: string) => keys.split(position)[1] ?? '';

type WakeUp = Awaited<ReturnType<Items['overdueWakeUps']>>['rows'][number];
const overdueIn = (shard: number, until: number): Listing<WakeUp> => ({
  list: 'overdue wake-ups',
  scope: [],
  index: 'wake',
  partition: ['wakePk', keys.wakePartition(shard)],
  sort: ['wakeSk', 'before', keys.sortable(until)],
  position: keys.wakeSortPattern,
  keyAt: (position) => {
    const [, company = '', id = ''] = keys.split(position);
    return { ...keys.itemKey(company, id) };
  },
  read: (row) => {
    const { company, id, kind } = row as WakeUp;
    return { company, id, kind, wakeAt: Number(keys.split(String(row.wakeSk))[0]) };
  },
});
