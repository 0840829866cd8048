import { type Figure, type FigureRef, isVisitMeasure } from '#domain/learned/figure';
import { shareOf } from '#domain/order-rates';
import { type DayPeriod, talliesOf } from '#domain/rate-sums';
import { localDate } from '#domain/time';
import type { Ports } from '#ports';
import { InvalidInput, problem } from '../errors.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { siteOf } from '../site-access.ts';

/** A service standard of a site, or of one part of it. Throws NotFound | InvalidInput for what visits tell: it is not counted yet. */
export const createReadFigure =
  ({ rates, clock, loadDirectory }: Pick<Ports, 'rates' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (company: string, { site, measure, by }: FigureRef, period: DayPeriod): Promise<Figure> => {
    if (isVisitMeasure(measure)) throw new InvalidInput([problem(['measure'], 'not_counted_yet')]);
    const { directory } = await loadDirectory(company);
    const today = localDate(clock.now(), siteOf(site, directory).zone);
    const counted = await rates.sums(company, site, { ...period, to: period.to > today ? period.to : today });
    const names = { area: 'area', worker: 'person', category: 'kind', age: 'kind', rule: 'kind' } as const;
    const tally = talliesOf(counted, period, by ? { [names[by.dimension]]: by.value } : {})[measure];
    return { value: shareOf(tally), counted: tally.of };
  };
export type ReadFigure = ReturnType<typeof createReadFigure>;
