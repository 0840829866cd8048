import type { VisitMeasure } from '#domain/learned/figure';
import type { CountedName } from '#domain/rate-facts';
import { spanOfDates } from '#domain/span';
import { summaryOf } from '#domain/summary';
import { localDate } from '#domain/time';
import type { Caller } from '#http/caller';
import type { LearnedListQuery, LearnedVisit } from '#http/schemas/learned';
import { wireInstant } from '#http/schemas/wire';
import type { Ports } from '#ports';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { periodOf } from '../orders/show-rates.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import { summaryView } from '../view-summary.ts';
import { filterOf } from './show-learned.ts';

/** The visits behind a figure, latest first: exactly those that were counted, as they stand now. Throws NotAllowed | NotFound | InvalidInput. */
export const createListLearnedVisits =
  ({
    rates,
    items,
    clock,
    loadDirectory,
  }: Pick<Ports, 'rates' | 'items' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, measure: VisitMeasure, query: LearnedListQuery): Promise<ListOf<LearnedVisit>> => {
    const { company } = caller;
    const { site, cursor, limit, reason } = query;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'item.list', site, directory);
    const { zone } = siteOf(site, directory);
    const now = clock.now();
    const { from, to } = periodOf(query, localDate(now, zone));
    const all = query.all === 'true' && reason === undefined;
    // Which scores pull the mean down is what the settings call low.
    const counted: CountedName = measure === 'satisfaction' && !all ? 'low' : measure;
    const filter = { ...filterOf(query), reason, against: all ? undefined : true };
    const span = spanOfDates(from, to, zone);
    const { rows, next } = await rates.facts(company, site, counted, span, filter, { cursor, limit });
    const data = await Promise.all(
      rows.map(async ({ item: id, at }): Promise<LearnedVisit[]> => {
        const item = await items.get(company, id);
        if (!item?.visit || at === null) return [];
        const { answers } = item.visit;
        return [
          {
            ...summaryView(summaryOf(item), now),
            counted: wireInstant(at),
            answers: answers && {
              score: answers.score,
              held: answers.held,
              onTime: answers.onTime,
              reason: answers.reason,
            },
          },
        ];
      }),
    );
    return { data: data.flat(), next };
  };
