import { windowBack } from '#domain/improvement/figures';
import { type Figure, type FigureRef, isMissed, type Target } from '#domain/learned/figure';
import { targetsOf } from '#domain/visit-rules';
import type { Ports } from '#ports';
import { visitsAt } from '../visits/visits-at.ts';
import type { ReadFigures } from './read-figure.ts';

export interface MissedTarget {
  ref: FigureRef;
  target: Target;
  figure: Figure;
}

/** The figures of a site that miss what its settings of visits say they should be, over the days that end with `today`. */
export const createMissedTargets =
  ({ documents }: Pick<Ports, 'documents'>, readFigures: ReadFigures) =>
  async (company: string, site: string, today: string): Promise<MissedTarget[]> => {
    const settings = await visitsAt({ documents }, company, await documents.heads(company), site);
    const asked = (settings ? targetsOf(settings.visits) : []).map((target) => {
      const ref: FigureRef = { site, measure: target.measure, by: null };
      return { target, ref, period: windowBack(today, target.days) };
    });
    const figures = await readFigures(company, asked);
    return asked.flatMap(({ target, ref }, n) => {
      const figure = figures[n];
      return figure && isMissed(target, figure) ? [{ ref, target, figure }] : [];
    });
  };
