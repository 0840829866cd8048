import type { Wave } from '#domain/building-age';
import { type FigureRef, isVisitMeasure, type Measure } from '#domain/learned/figure';
import { useWords } from '../../i18n/language.ts';
import { useWorkplace } from '../workplace/workplace.tsx';

const WAVES: readonly Exclude<Wave, 'notYet'>[] = ['first', 'second', 'settled', 'third'];

export type Dimension = NonNullable<FigureRef['by']>['dimension'];

/** Parts a figure of the site can be divided into, by name. Rules of visits are chosen where their figures are. */
export function usePartOptions(site: string, dimension: Dimension | undefined, measure: Measure) {
  const { t, language } = useWords();
  const { directory } = useWorkplace();
  const here = <T extends { site: string | null }>(rows: readonly T[]) =>
    rows.filter((row) => row.site === site || row.site === null);
  const named = (rows: readonly { id: string; name: { 'zh-CN': string; en: string } }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name[language] }));
  switch (dimension) {
    case undefined:
    case 'rule':
      return [];
    case 'area':
      return named(here(directory.areas));
    case 'worker':
      return named(directory.people.filter(({ active, sites }) => active && sites.includes(site)));
    case 'age':
      return WAVES.map((wave) => ({ value: wave, label: t(`improve.age.${wave}`) }));
    case 'category':
      return named(isVisitMeasure(measure) ? directory.categories : here(directory.assetKinds));
  }
}
