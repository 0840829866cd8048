import type { z } from 'zod';
import { daysOfQuarter, quarterBefore } from '#domain/improvement/quarter';
import { rateNames } from '#domain/order-rates';
import { localDate } from '#domain/time';
import type { Caller } from '#http/caller';
import type { ImprovementRow } from '#http/schemas/improvement';
import type { SharedListQuery, SharingQuery, SharingView } from '#http/schemas/sharing';
import type { Ports } from '#ports';
import type { ReadFigure } from '../learned/read-figure.ts';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite, siteOf } from '../site-access.ts';
import { improvementRow } from './improvement-view.ts';
import { partNamesAt } from './part-names.ts';

type SharingPorts = Pick<Ports, 'improvements' | 'documents' | 'clock'> & {
  loadDirectory: LoadDirectory;
  readFigure: ReadFigure;
};

/** What a site learned in a quarter, for all of its staff. Throws NotFound | NotAllowed. */
export function createSharing({ improvements, documents, clock, loadDirectory, readFigure }: SharingPorts) {
  return {
    /** The figures of the site up to today, beside those of the quarter before. */
    async show(caller: Caller, { site, quarter }: z.infer<typeof SharingQuery>): Promise<SharingView> {
      const { company } = caller;
      const { directory } = await loadDirectory(company);
      requireAtSite(caller, 'sharing.read', site, directory);
      const period = daysOfQuarter(quarter);
      const before = daysOfQuarter(quarterBefore(quarter));
      const figures = await Promise.all(
        rateNames.map(async (measure) => {
          const ref = { site, measure, by: null };
          const [now, then] = await Promise.all([readFigure(company, ref, period), readFigure(company, ref, before)]);
          return { measure, now, before: then };
        }),
      );
      return { quarter, ...period, before, figures };
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
