import type { CountedList } from '#domain/counted';
import { ItemChanged, KeyUsed } from '#domain/errors';
import type { Item } from '#domain/item';
import type { Span } from '#domain/span';
import { isCorrective, promiseDueOf, summaryOf } from '#domain/summary';
import type { Instant } from '#domain/time';
import type { Effect } from '#domain/workflow/effect';
import type { Entry } from '#domain/workflow/entry';
import type { ItemFilter, ItemSummary, Items, Page, PageRequest, Plans, Sleeping } from '#ports';
import type { MemoryRecoveries } from './memory-recoveries.ts';

/** A page of a list in memory; the cursor is the position. */
export function pageOfRows<T>(rows: readonly T[], { cursor, limit = 20 }: PageRequest): Page<T> {
  const from = Number(cursor ?? 0);
  const next = from + limit < rows.length ? String(from + limit) : null;
  return { rows: rows.slice(from, from + limit), next };
}

const byDue = (a: ItemSummary, b: ItemSummary) => (a.due ?? Number.MAX_VALUE) - (b.due ?? Number.MAX_VALUE);
const newestFirst = (a: ItemSummary, b: ItemSummary) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
const within = (at: Instant | null, { from, to }: Span) => at !== null && at >= from && at < to;
/** Whose "my work" an item is in. */
const waitsFor = (item: Item, person: string) =>
  item.endedAt === null &&
  (item.owner === person || (item.ask?.asked.some((asked) => asked.person === person && !asked.confirmed) ?? false));
const belongs = (item: Item, which: CountedList): boolean => {
  if (which.list === 'work') return waitsFor(item, which.person);
  if (item.site !== which.site) return false;
  switch (which.list) {
    case 'open':
      return item.endedAt === null;
    case 'overdue':
      return item.endedAt === null && (summaryOf(item).due ?? Number.MAX_VALUE) < which.now;
    case 'due':
      return item.endedAt === null && within(summaryOf(item).due, which.span);
    case 'corrective':
      return isCorrective(item);
    case 'promised':
      return within(promiseDueOf(item), which.span);
    case 'reopened':
      return within(item.reopenedAt, which.span);
  }
};
const passes = (row: ItemSummary, filter: ItemFilter) =>
  row.kind === (filter.kind ?? 'complaint') &&
  (!filter.status || row.status === filter.status) &&
  (!filter.severity || row.severity === filter.severity) &&
  (!filter.category || row.category === filter.category) &&
  (!filter.building || [filter.building].flat().some((one) => one === row.building)) &&
  (!filter.owner || row.owner === filter.owner) &&
  (!filter.unit || row.unit === filter.unit);

export interface MemoryItems extends Items {
  /** Effects committed so far, in order. */
  effects: Effect[];
  /** As they stand, in the order they came. */
  all(company: string): Item[];
  /** Puts an item there as it is. */
  put(item: Item, entries?: readonly Entry[]): void;
}

/** `Items` in maps: for handler and use case tests. Commits are conditional like the store's. */
export function createMemoryItems(
  plans?: Pick<Plans, 'put'>,
  recoveries?: Pick<MemoryRecoveries, 'take'>,
): MemoryItems {
  const items = new Map<string, Item>();
  const timelines = new Map<string, Entry[]>();
  const keys = new Set<string>();
  const numbers = new Map<string, number>();
  const sleeps = new Map<string, Sleeping>();
  const effects: Effect[] = [];
  const key = (company: string, id: string) => `${company}/${id}`;
  const timelineOf = (place: string): Entry[] => {
    const known = timelines.get(place) ?? [];
    timelines.set(place, known);
    return known;
  };
  const all = (company: string) => [...items.values()].filter((item) => item.company === company);
  /** `filter` null: of every kind. */
  const rows = (company: string, test: (item: Item) => boolean, filter: ItemFilter | null = {}) =>
    all(company)
      .filter(test)
      .map(summaryOf)
      .filter((row) => filter === null || passes(row, filter));
  const list = (found: ItemSummary[], order: (a: ItemSummary, b: ItemSummary) => number, page: PageRequest) =>
    Promise.resolve(pageOfRows(found.sort(order), page));

  return {
    effects,
    all: (company) => structuredClone(all(company)),
    put(item, entries = []) {
      items.set(key(item.company, item.id), structuredClone(item));
      timelineOf(key(item.company, item.id)).push(...entries);
    },
    get: async (company, id) => structuredClone(items.get(key(company, id)) ?? null),
    async commit({ before, after, entries, effects: wanted, key: used, plan, recovery }) {
      const place = key(after.company, after.id);
      const stored = items.get(place);
      if (used && keys.has(`${place}/${used}`)) throw new KeyUsed(used, after.id);
      if ((stored?.version ?? 0) !== (before?.version ?? 0)) throw new ItemChanged(after.id);
      if (recovery) recoveries?.take(recovery);
      if (plan) await plans?.put(plan);
      if (used) keys.add(`${place}/${used}`);
      items.set(place, structuredClone(after));
      timelineOf(place).push(...structuredClone(entries));
      effects.push(...wanted);
    },
    async committed(company, used) {
      const place = [...keys].find((each) => each.startsWith(`${company}/`) && each.endsWith(`/${used}`));
      return place?.slice(company.length + 1, -used.length - 1) ?? null;
    },
    async rewrite(company, id, change) {
      const place = key(company, id);
      timelines.set(place, change(timelineOf(place)));
    },
    async append(company, id, entries, used) {
      const place = key(company, id);
      if (used && keys.has(`${place}/${used}`)) return;
      if (used) keys.add(`${place}/${used}`);
      timelineOf(place).push(...entries.map((entry, n) => ({ ...entry, seq: entry.at * 1000 + n })));
    },
    timeline: async (company, id, page) => pageOfRows(timelineOf(key(company, id)), page),
    bySite: (company, site, filter, page) =>
      list(
        rows(company, (i) => i.site === site, filter),
        newestFirst,
        page,
      ),
    open: (company, site, filter, page) =>
      list(
        rows(company, (i) => belongs(i, { list: 'open', site }), filter),
        byDue,
        page,
      ),
    overdue: (company, site, now, filter, page) =>
      list(
        rows(company, (i) => belongs(i, { list: 'overdue', site, now }), filter),
        byDue,
        page,
      ),
    within: (company, which, filter, page) => {
      const lately = (row: ItemSummary) => items.get(key(company, row.id))?.reopenedAt ?? 0;
      const found = rows(company, (i) => belongs(i, which), filter);
      return list(found, which.list !== 'reopened' ? byDue : (a, b) => lately(b) - lately(a), page);
    },
    filed: (company, site, period, page, kind) =>
      list(
        rows(company, (item) => item.site === site && within(item.createdAt, period), { kind }),
        newestFirst,
        page,
      ),
    ended: (company, site, period, filter, page) => {
      const lastEnded = (a: ItemSummary, b: ItemSummary) => (b.endedAt ?? 0) - (a.endedAt ?? 0);
      const inside = ({ endedAt }: Item) =>
        endedAt !== null && (period === null || (endedAt >= period.from && endedAt < period.to));
      return list(
        rows(company, (i) => i.site === site && inside(i), filter),
        lastEnded,
        page,
      );
    },
    async count(company, which, most) {
      const kind =
        which.list === 'corrective' ? { kind: 'workOrder' as const } : 'kind' in which ? { kind: which.kind } : {};
      const found = rows(company, (item) => belongs(item, which), which.list === 'work' ? null : kind).length;
      return { count: Math.min(found, most), more: found > most };
    },
    work: (company, person, page) =>
      list(
        rows(company, (i) => waitsFor(i, person), null),
        byDue,
        page,
      ),
    byHousehold: (company, household, page) =>
      list(
        rows(company, (i) => i.intake.reporter.household === household, null),
        newestFirst,
        page,
      ),
    sameCause: (company, site, building, unit, category, page, kind) => {
      const same = (i: Item) =>
        i.site === site && i.building === building && (i.unit ?? i.place) === unit && i.category === category;
      return list(rows(company, same, { kind }), newestFirst, page);
    },
    corrective: (company, site, filter, page) =>
      list(
        rows(company, (i) => belongs(i, { list: 'corrective', site }), { ...filter, kind: 'workOrder' }),
        byDue,
        page,
      ),
    byAsset: (company, asset, page) =>
      list(
        rows(company, (i) => i.order?.assets.some(({ id }) => id === asset) ?? false, { kind: 'workOrder' }),
        newestFirst,
        page,
      ),
    byNumber: async (company, number) => all(company).find((item) => item.number === number)?.id ?? null,
    async nextNumber(company, site, date) {
      const place = `${company}/${site}/${date}`;
      const next = (numbers.get(place) ?? 0) + 1;
      numbers.set(place, next);
      return next;
    },
    async sleep(company, id, version, epoch, sleeping) {
      const item = items.get(key(company, id));
      if (item?.version !== version || item.epoch !== epoch) throw new ItemChanged(id);
      sleeps.set(key(company, id), sleeping);
    },
    sleeping: async (company, id) => sleeps.get(key(company, id)) ?? null,
    overdueWakeUps: async () => ({ rows: [], next: null }),
  };
}
