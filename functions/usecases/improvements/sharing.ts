import type { z } from 'zod';
import { daysOfQuarter, quarterBefore } from '#domain/improvement/quarter';
import { isVisitMeasure, measures } from '#domain/learned/figure';
import { type DayPeriod, talliesFor, talliesForEach } from '#domain/rate-sums';
import { localDate } from '#domain/time';
import type { Caller } from '#http/caller';
import type { ImprovementRow } from '#http/schemas/improvement';
import type { SharedListQuery, SharingQuery, SharingView } from '#http/schemas/sharing';
import type { Ports } from '#ports';
import { figureOf } from '../learned/read-figure.ts';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import { visitsAt } from '../visits/visits-at.ts';
import { improvementRow } from './improvement-view.ts';
import { partNamesAt } from './part-names.ts';

type SharingPorts = Pick<Ports, 'improvements' | 'documents' | 'rates' | 'clock'> & { loadDirectory: LoadDirectory };
/** Reasons that are named, most frequent first. */
const TOP = 5;

/** What a site learned in a quarter, for all of its staff. Throws NotFound | NotAllowed. */
export function createSharing({ improvements, documents, rates, clock, loadDirectory }: SharingPorts) {
  return {
    /** The figures of the site beside those of the quarter before, and why visits came out low. */
    async show(caller: Caller, { site, quarter }: z.infer<typeof SharingQuery>): Promise<SharingView> {
      const { company } = caller;
      const { directory, heads } = await loadDirectory(company);
      requireAtSite(caller, 'sharing.read', site, directory);
      const period = daysOfQuarter(quarter);
      const before = daysOfQuarter(quarterBefore(quarter));
      const today = localDate(clock.now(), siteOf(site, directory).zone);
      // How facilities stood is told from today backwards.
      const days = { from: before.from, to: period.to > today ? period.to : today };
      const [visits, maintenance, settings] = await Promise.all([
        rates.sums(company, site, days, 'visits'),
        rates.sums(company, site, days, 'maintenance'),
        visitsAt({ documents }, company, heads, site),
      ]);
      const figures = measures.map((measure) => {
        const counted = isVisitMeasure(measure) ? visits : maintenance;
        const read = (of: DayPeriod) => figureOf(talliesFor([measure], counted, of)[measure]);
        return { measure, now: read(period), before: read(before) };
      });
      const named = new Map((settings?.visits.reasons ?? []).map(({ id, name }) => [id, name]));
      const reasons = talliesForEach(['low'], visits, period, 'reason')
        .map(({ id, tallies }) => ({ id, name: named.get(id) ?? null, count: tallies.low.hit }))
        .filter(({ id, count }) => count > 0 && id !== '')
        .toSorted((a, b) => b.count - a.count)
        .slice(0, TOP);
      return { quarter, ...period, before, figures, reasons };
    },

    /** Improvements closed in the quarter; what is about one person's work is between them and their manager. */
    async improvements(
      caller: Caller,
      { site, quarter, ...page }: z.infer<typeof SharedListQuery>,
    ): Promise<ListOf<ImprovementRow>> {
      const { company } = caller;
      const facts = await loadDirectory(company);
      requireAtSite(caller, 'sharing.read', site, facts.directory);
      const { rows, next } = await improvements.closed(company, site, daysOfQuarter(quarter), page);
      const shown = {
        today: localDate(clock.now(), siteOf(site, facts.directory).zone),
        partName: await partNamesAt({ documents }, company, facts, site),
      };
      const shared = rows.filter(({ ref }) => ref.by?.dimension !== 'worker');
      return { data: shared.map((one) => improvementRow(one, shown)), next };
    },
  };
}
export type Sharing = ReturnType<typeof createSharing>;
