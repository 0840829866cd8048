import type { Items } from '#ports';
import type { Context } from './context.ts';
import {
  correctiveItems,
  countedItems,
  inIndex,
  itemsWithin,
  openItems,
  overdueItems,
  workOf,
} from './item-listings.ts';
import { summariesOf } from './item-summaries.ts';
import * as keys from './keys.ts';
import { count, type Listing, page } from './page.ts';
import { pageOverShards } from './sharded.ts';

type Lists = Pick<
  Items,
  | 'bySite'
  | 'filed'
  | 'open'
  | 'overdue'
  | 'within'
  | 'count'
  | 'corrective'
  | 'work'
  | 'byHousehold'
  | 'ended'
  | 'sameCause'
  | 'byAsset'
  | 'overdueWakeUps'
>;

/** Lists of items, one access pattern each. */
export function createItemLists(context: Context): Lists {
  return {
    bySite: (company, site, { kind, ...filter }, request) =>
      page(
        context,
        inIndex(company, {
          list: 'items of a site',
          scope: [company, site, kind, filter],
          index: 'bySite',
          partition: ['sitePk', keys.sitePartition(company, site, kind ?? 'complaint')],
          sort: ['siteSk'],
          newestFirst: true,
          filter,
        }),
        request,
      ),

    filed: (company, site, period, request, kind = 'complaint') =>
      page(
        context,
        inIndex(company, {
          list: 'items filed',
          scope: [company, site, period, kind],
          index: 'bySite',
          partition: ['sitePk', keys.sitePartition(company, site, kind)],
          sort: ['siteSk', 'between', keys.sortable(period.from), keys.sortable(period.to)],
          newestFirst: true,
        }),
        request,
      ),

    open: (company, site, filter, request) => page(context, openItems(company, site, filter), request),
    overdue: (company, site, now, filter, request) => page(context, overdueItems(company, site, now, filter), request),
    within: (company, which, filter, request) => page(context, itemsWithin(company, which, filter), request),
    count: (company, which, most) => count(context, countedItems(company, which), most),
    corrective: (company, site, filter, request) => page(context, correctiveItems(company, site, filter), request),
    work: (company, person, request) => page(context, workOf(company, person), request),

    ended: (company, site, period, { kind, ...filter }, request) =>
      page(
        context,
        inIndex(company, {
          list: 'ended items',
          scope: [company, site, period, kind, filter],
          index: 'open',
          partition: ['openPk', keys.endedPartition(company, site, kind ?? 'complaint')],
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

    sameCause: (company, site, building, unit, category, request, kind = 'complaint') =>
      page(
        context,
        inIndex(company, {
          list: 'items of the same cause',
          scope: [company, site, building, unit, category, kind],
          index: 'sameCause',
          partition: ['causePk', keys.causePartition(company, site, building, unit, category, kind)],
          sort: ['causeSk'],
          newestFirst: true,
        }),
        request,
      ),

    /** Rows of the facility name the orders; what these are now stands on their own. */
    async byAsset(company, asset, request) {
      const found = await page(context, ordersOf(company, asset), request);
      return { rows: await summariesOf(context, company, found.rows), next: found.next };
    },

    /** By the commit's `wakeAt`: a sleep never lasts longer than that. */
    overdueWakeUps: (until, request) => pageOverShards(context, (shard) => overdueIn(shard, until), request),
  };
}

const ordersOf = (company: string, asset: string): Listing<string> => ({
  list: 'work on a facility',
  scope: [company, asset],
  partition: ['pk', keys.assetOrders(company, asset)],
  sort: ['sk', 'startsWith', keys.assetOrderPrefix],
  newestFirst: true,
  position: keys.assetOrderPattern,
  keyAt: () => ({}),
  read: (row) => String(row.item),
});

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
