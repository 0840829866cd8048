import type { History } from '#domain/backtest/history';
import { historyOf } from '#domain/backtest/history-of';
import { spanOfDates } from '#domain/span';
import { MINUTE } from '#domain/time';
import type { Entry } from '#domain/workflow/entry';
import type { Caller } from '#http/caller';
import type { HistoryPage, HistoryQuery } from '#http/schemas/history';
import { wireInstant } from '#http/schemas/wire';
import type { Ports } from '#ports';
import type { LoadDirectory } from './load-directory.ts';
import { pinnedForms } from './open-item.ts';
import { requireAtSite, siteOf } from './site-access.ts';

/** A decision dated before `since` may have been committed after it. */
const MARGIN = 5 * MINUTE;
/** Rows of a timeline in one read; nearly all have fewer. */
const ROWS = 100;

/**
 * Recorded pasts of a site's items for back-tests, newest first; no personal data. A page reads its items and their
 * timelines; those unchanged since the caller last read are not read. Throws NotAllowed | NotFound | BadCursor.
 */
export const createListHistories = ({
  items,
  documents,
  clock,
  loadDirectory,
}: Pick<Ports, 'items' | 'documents' | 'clock'> & { loadDirectory: LoadDirectory }) => {
  const timelineOf = async (company: string, id: string): Promise<Entry[]> => {
    const entries: Entry[] = [];
    let cursor: string | undefined;
    do {
      const page = await items.timeline(company, id, { cursor, limit: ROWS });
      entries.push(...page.rows);
      cursor = page.next ?? undefined;
    } while (cursor);
    return entries;
  };
  const read = async (company: string, id: string): Promise<History[]> => {
    const [item, timeline] = await Promise.all([items.get(company, id), timelineOf(company, id)]);
    return item ? [historyOf(item, timeline, await pinnedForms(documents, item))] : [];
  };
  return async (caller: Caller, query: HistoryQuery): Promise<HistoryPage> => {
    const { company } = caller;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'history.read', query.site, directory);
    const { zone } = siteOf(query.site, directory);
    const readAt = wireInstant(clock.now());
    const since = query.since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(query.since) - MARGIN;
    const period = spanOfDates(query.from, query.to, zone);
    const { rows, next } = await items.filed(company, query.site, period, query, query.kind);
    const data = await Promise.all(
      rows.map(async ({ id, updatedAt }) =>
        updatedAt < since ? [{ id, unchanged: true as const }] : read(company, id),
      ),
    );
    return { data: data.flat(), next, readAt };
  };
};
