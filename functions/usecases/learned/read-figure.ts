import { type Figure, type FigureRef, isVisitMeasure } from '#domain/learned/figure';
import type { Tally } from '#domain/order-rates';
import type { CountedName } from '#domain/rate-facts';
import { type DayPeriod, type RateFilter, talliesFor } from '#domain/rate-sums';
import { localDate } from '#domain/time';
import type { Ports } from '#ports';
import type { LoadDirectory } from '../load-directory.ts';
import { siteOf } from '../site-access.ts';

/** What a dimension is called where it is counted. */
export const countedBy = {
  area: 'area',
  age: 'age',
  category: 'kind',
  worker: 'person',
  rule: 'rule',
} as const satisfies Record<NonNullable<FigureRef['by']>['dimension'], keyof RateFilter>;

export const figureOf = ({ hit, of }: Tally): Figure => ({
  value: of > 0 ? hit / of : null,
  counted: of,
});

/** One figure over local dates, both included; buildings' ages and rules of visits mean nothing to the standards of maintenance. */
export const createReadFigure =
  ({ rates, clock, loadDirectory }: Pick<Ports, 'rates' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (company: string, { site, measure, by }: FigureRef, period: DayPeriod): Promise<Figure> => {
    const { directory } = await loadDirectory(company);
    const today = localDate(clock.now(), siteOf(site, directory).zone);
    // How facilities stood is told from today backwards.
    const days = { from: period.from, to: period.to > today ? period.to : today };
    const counted = await rates.sums(company, site, days, isVisitMeasure(measure) ? 'visits' : 'maintenance');
    const filter: RateFilter = by === null ? {} : { [countedBy[by.dimension]]: by.value };
    const name: CountedName = measure;
    return figureOf(talliesFor([name], counted, period, filter)[name]);
  };
export type ReadFigure = ReturnType<typeof createReadFigure>;
