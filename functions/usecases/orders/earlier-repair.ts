import type { Item } from '#domain/item';
import type { Order, Origin } from '#domain/order';
import { findRework } from '#domain/rework';
import { DAY, type Instant } from '#domain/time';
import type { ItemSummary, Page, PageRequest, Ports } from '#ports';

/** Earlier work that is looked through: pages, and rows of one. */
const PAGES = 5;
const LOOKED_AT = 100;

interface Repair {
  company: string;
  site: string;
  /** Null: it is known by its place and kind. */
  asset: string | null;
  where: Pick<Item, 'building' | 'unit' | 'place'>;
  kind: string;
  origin: Origin | null;
  /** Days. */
  warranty: number;
  now: Instant;
}

/** What a repair is the rework of: the one before it, done within the warranty and of the same fault as far as can be told. */
export async function earlierRepair(
  { items }: Pick<Ports, 'items'>,
  { company, site, asset, where, kind, origin, warranty, now }: Repair,
): Promise<Order['rework']> {
  const spot = where.unit ?? where.place;
  if (asset === null && !spot) return null;
  const list = (page: PageRequest) =>
    asset === null
      ? items.sameCause(company, site, where.building, spot ?? '', kind, page, 'workOrder')
      : items.byAsset(company, asset, page);
  const since = now - warranty * DAY;
  const done = (await earlierIn(list)).filter(
    ({ status, endedAt, order }) => status === 'closed' && (endedAt ?? 0) >= since && order?.plan === null,
  );
  for (const { id } of done.toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))) {
    const item = await items.get(company, id);
    const found = item && findRework(item, origin?.why === 'failedCheck' ? origin.detail : null);
    if (found) return found;
  }
  return null;
}

async function earlierIn(list: (page: PageRequest) => Promise<Page<ItemSummary>>): Promise<ItemSummary[]> {
  const rows: ItemSummary[] = [];
  let cursor: string | undefined;
  for (let n = 0; n < PAGES; n += 1) {
    const page = await list({ limit: LOOKED_AT, cursor });
    rows.push(...page.rows);
    if (page.next === null) break;
    cursor = page.next;
  }
  return rows;
}
