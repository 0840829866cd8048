import type { CountedList } from '#domain/counted';
import { noPromises } from '#domain/item';
import type { ItemFilter, ItemSummary } from '#ports';
import * as keys from './keys.ts';
import type { Listing, Row } from './page.ts';

/** Lists of items as data: what is paged and what is counted are the same. */
type ItemListing = Listing<ItemSummary>;

const itemAt = (position: string) => keys.split(position)[1] ?? '';

/** Rows written before promises were counted have none. */
export const summaryIn = (row: Row): ItemSummary => {
  const summary = row.summary as ItemSummary;
  return { ...summary, promises: summary.promises ?? noPromises };
};

/** Over one of the item rows' indexes; a position names the item at its end. */
export const inIndex = (
  company: string,
  listing: Pick<ItemListing, 'list' | 'scope' | 'index' | 'partition' | 'sort'> & Partial<ItemListing>,
): ItemListing => ({
  position: keys.itemSortPattern,
  keyAt: (position) => ({ ...keys.itemKey(company, itemAt(position)) }),
  read: summaryIn,
  ...listing,
});

/** Rows that are kept for a list, in the table itself. */
const ownRows = (list: string, scope: readonly unknown[], partition: string): ItemListing => ({
  list,
  scope,
  partition: ['pk', partition],
  sort: ['sk'],
  position: keys.itemSortPattern,
  keyAt: () => ({}),
  read: summaryIn,
});

/** Those nobody acted on have rows of their own: few among many, and not to be looked for. */
export const openItems = (company: string, site: string, { kind, ...filter }: ItemFilter = {}): ItemListing =>
  filter.status === 'nobodyActed'
    ? {
        ...ownRows(
          'what nobody acted on',
          [company, site, kind, filter],
          keys.nobodyActedPartition(company, site, kind ?? 'complaint'),
        ),
        filter: { ...filter, status: undefined },
      }
    : inIndex(company, {
        list: 'open items',
        scope: [company, site, kind, filter],
        index: 'open',
        partition: ['openPk', keys.openPartition(company, site, kind ?? 'complaint')],
        sort: ['openSk'],
        filter,
      });

/** `now` may differ from page to page: the cursor is not bound to it. */
export const overdueItems = (
  company: string,
  site: string,
  now: number,
  { kind, ...filter }: ItemFilter = {},
): ItemListing =>
  inIndex(company, {
    list: 'overdue items',
    scope: [company, site, kind, filter],
    index: 'open',
    partition: ['openPk', keys.openPartition(company, site, kind ?? 'complaint')],
    sort: ['openSk', 'before', keys.sortable(now)],
    filter,
  });

type Spanned = Extract<CountedList, { span: unknown }>;
/** The cursor is not bound to the span: it is refused when the day or week is over. */
export const itemsWithin = (
  company: string,
  { list, site, span }: Spanned,
  { kind, ...filter }: ItemFilter = {},
): ItemListing => {
  const between = (attribute: string): ItemListing['sort'] => [
    attribute,
    'between',
    keys.sortable(span.from),
    keys.sortable(span.to),
  ];
  if (list === 'due')
    return inIndex(company, {
      list: 'items due',
      scope: [company, site, kind, filter],
      index: 'open',
      partition: ['openPk', keys.openPartition(company, site, kind ?? 'complaint')],
      sort: between('openSk'),
      filter,
    });
  const isPromise = list === 'promised';
  return inIndex(company, {
    list: `${list} items`,
    scope: [company, site, kind, filter],
    index: isPromise ? 'promise' : 'reopened',
    partition: isPromise
      ? ['promisePk', keys.promisePartition(company, site)]
      : ['reopenedPk', keys.reopenedPartition(company, site, kind ?? 'complaint')],
    sort: between(isPromise ? 'promiseSk' : 'reopenedSk'),
    newestFirst: !isPromise,
    filter,
  });
};

export const correctiveItems = (company: string, site: string, filter: ItemFilter = {}): ItemListing =>
  inIndex(company, {
    list: 'corrective orders',
    scope: [company, site, filter],
    index: 'promise',
    partition: ['promisePk', keys.correctivePartition(company, site)],
    sort: ['promiseSk'],
    filter: { ...filter, kind: undefined },
  });

export const workOf = (company: string, person: string): ItemListing =>
  ownRows('work of a person', [company, person], keys.workPartition(company, person));

export const countedItems = (company: string, which: CountedList): ItemListing => {
  switch (which.list) {
    case 'open':
      return openItems(company, which.site, { kind: which.kind });
    case 'overdue':
      return overdueItems(company, which.site, which.now, { kind: which.kind });
    case 'work':
      return workOf(company, which.person);
    case 'corrective':
      return correctiveItems(company, which.site);
    case 'due':
      return itemsWithin(company, which, { kind: which.kind });
    case 'promised':
    case 'reopened':
      return itemsWithin(company, which);
  }
};
