import type { History } from '#domain/backtest/history';
import { addDays } from '#domain/time';
import type { ItemKind } from '#domain/workflow/definition';
import type { HistoryPage } from '#http/schemas/history';

export type ReadPage = (query: Record<string, string>) => Promise<HistoryPage>;

interface Kept {
  from: string;
  readAt: string;
  byId: ReadonlyMap<string, History>;
}
export interface Loading {
  /** Whose memory it is: one person's reading is not another's. */
  reader: string;
  site: string;
  kind: ItemKind;
  /** Local dates of the site, both included. */
  from: string;
  to: string;
  read: ReadPage;
  /** Items read so far. */
  onRead?: (items: number) => void;
  stopped?: () => boolean;
}

/** What was read before in this tab: the next reading asks only for what has changed since. */
const kept = new Map<string, Kept>();
/** Stretches of days that are read beside one another. */
const DAYS = 7;
const ABREAST = 4;
const PAGE = '50';

export class Stopped extends Error {}

/** Pasts of a site's items, newest first. @throws Stopped when asked to, and whatever `read` throws */
export async function loadHistories(loading: Loading): Promise<History[]> {
  const key = `${loading.reader}/${loading.site}/${loading.kind}`;
  const before = kept.get(key);
  const known = before && before.from <= loading.from ? before : undefined;
  const byId = new Map<string, History>();
  let readAt: string | undefined;

  const readStretch = async (from: string, to: string): Promise<void> => {
    let cursor: string | null | undefined;
    do {
      if (loading.stopped?.()) throw new Stopped();
      const page = await loading.read({
        ...{ site: loading.site, kind: loading.kind, from, to, limit: PAGE },
        ...(known && { since: known.readAt }),
        ...(cursor && { cursor }),
      });
      readAt = readAt === undefined || page.readAt < readAt ? page.readAt : readAt;
      for (const row of page.data) {
        const history = 'unchanged' in row ? known?.byId.get(row.id) : row;
        if (history) byId.set(history.id, history);
      }
      loading.onRead?.(byId.size);
      cursor = page.next;
    } while (cursor);
  };

  const stretches: [string, string][] = [];
  for (let to = loading.to; to >= loading.from; to = addDays(to, -DAYS)) {
    const from = addDays(to, 1 - DAYS);
    stretches.push([from < loading.from ? loading.from : from, to]);
  }
  const worker = async () => {
    for (let next = stretches.shift(); next; next = stretches.shift()) await readStretch(...next);
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
  if (readAt !== undefined) kept.set(key, { from: loading.from, readAt, byId });
  return [...byId.values()].sort((a, b) => b.filed.createdAt - a.filed.createdAt || (a.id < b.id ? 1 : -1));
}
