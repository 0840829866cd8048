import { type Figure, type FigureRef, isVisitMeasure } from '#domain/learned/figure';
import type { Tally } from '#domain/order-rates';
import type { CountedName } from '#domain/rate-facts';
import { type Counted, type DayPeriod, type RateFilter, talliesFor } from '#domain/rate-sums';
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

interface Asked {
  ref: FigureRef;
  /** Local dates, both included. */
  period: DayPeriod;
}

/**
 * Figures in the order they are asked for; what a site has counted is read once for all of them. Buildings' ages and rules
 * of visits mean nothing to the standards of maintenance.
 */
export const createReadFigures =
  ({ rates, clock, loadDirectory }: Pick<Ports, 'rates' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (company: string, asked: readonly Asked[]): Promise<Figure[]> => {
    const { directory } = await loadDirectory(company);
    const countedOf = ({ ref }: Asked) => (isVisitMeasure(ref.measure) ? 'visits' : 'maintenance');
    const readOnce = new Map<string, Promise<Counted>>();
    const read = (one: Asked): Promise<Counted> => {
      const { site } = one.ref;
      const of = countedOf(one);
      const known = readOnce.get(`${of}/${site}`);
      if (known) return known;
      const periods = asked
        .filter((other) => other.ref.site === site && countedOf(other) === of)
        .map(({ period }) => period);
      // How facilities stood is told from today backwards.
      const today = localDate(clock.now(), siteOf(site, directory).zone);
      const from = periods.map((period) => period.from).reduce((a, b) => (a < b ? a : b));
      const to = periods.map((period) => period.to).reduce((a, b) => (a > b ? a : b), today);
      const reading = rates.sums(company, site, { from, to }, of);
      readOnce.set(`${of}/${site}`, reading);
      return reading;
    };
    return Promise.all(
      asked.map(async (one) => {
        const { ref, period } = one;
        const filter: RateFilter = ref.by === null ? {} : { [countedBy[ref.by.dimension]]: ref.by.value };
        const name: CountedName = ref.measure;
        return figureOf(talliesFor([name], await read(one), period, filter)[name]);
      }),
    );
  };
export type ReadFigures = ReturnType<typeof createReadFigures>;

/** One of them. */
export const createReadFigure = (ports: Parameters<typeof createReadFigures>[0]) => {
  const readFigures = createReadFigures(ports);
  return async (company: string, ref: FigureRef, period: DayPeriod): Promise<Figure> => {
    const [figure] = await readFigures(company, [{ ref, period }]);
    return figure ?? { value: null, counted: 0 };
  };
};
export type ReadFigure = ReturnType<typeof createReadFigure>;
