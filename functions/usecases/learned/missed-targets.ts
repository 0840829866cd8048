import { type Figure, type FigureRef, isMissed, type Target } from '#domain/learned/figure';
import { addDays } from '#domain/time';
import { targetsOf } from '#domain/visit-rules';
import type { Ports } from '#ports';
import { visitsAt } from '../visits/visits-at.ts';
import type { ReadFigure } from './read-figure.ts';

export interface MissedTarget {
  ref: FigureRef;
  target: Target;
  figure: Figure;
}

/** The figures of a site that miss what its settings of visits say they should be, over the days that end with `today`. */
export const createMissedTargets =
  ({ documents }: Pick<Ports, 'documents'>, readFigure: ReadFigure) =>
  async (company: string, site: string, today: string): Promise<MissedTarget[]> => {
    const settings = await visitsAt({ documents }, company, await documents.heads(company), site);
    const found: MissedTarget[] = [];
    for (const target of settings ? targetsOf(settings.visits) : []) {
      const ref: FigureRef = { site, measure: target.measure, by: null };
      const figure = await readFigure(company, ref, { from: addDays(today, 1 - target.days), to: today });
      if (isMissed(target, figure)) found.push({ ref, target, figure });
    }
    return found;
  };
