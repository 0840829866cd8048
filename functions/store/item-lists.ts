import type { Items } from '#ports';
import type { Context } from './context.ts';
import { countedItems, inIndex, itemsWithin, openItems, overdueItems, workOf } from './item-listings.ts';
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
  | 'work'
  | 'byHousehold'
  | 'ended'
  | 'sameCause'
  | 'overdueWakeUps'
>;

/** Lists of items, one access pattern each. */
export function createItemLists(context: Context): Lists {
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

    filed: (company, site, period, request) =>
      page(
        context,
        inIndex(company, {
          list: 'items filed',
          scope: [company, site, period],
          index: 'bySite',
          partition: ['sitePk', keys.sitePartition(company, site)],
          sort: ['siteSk', 'between', keys.sortable(period.from), keys.sortable(period.to)],
          newestFirst: true,
        }),
        request,
      ),

    open: (company, site, filter, request) => page(context, openItems(company, site, filter), request),
    overdue: (company, site, now, filter, request) => page(context, overdueItems(company, site, now, filter), request),
    within: (company, which, filter, request) => page(context, itemsWithin(company, which, filter), request),
    count: (company, which, most) => count(context, countedItems(company, which), most),
    work: (company, person, request) => page(context, workOf(company, person), request),

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
