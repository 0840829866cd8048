import type { Wave } from '#domain/building-age';
import { idFor } from '#domain/document-id';
import { type FigureRef, isVisitMeasure } from '#domain/learned/figure';
import type { Text } from '#domain/text';
import type { Ports } from '#ports';
import { type CompanyFacts, routingAt, versionAt } from '../load-directory.ts';
import { visitsAt } from '../visits/visits-at.ts';

const waves: Record<Wave, Text> = {
  notYet: { 'zh-CN': '尚未交付的楼栋', en: 'Buildings not handed over yet' },
  first: { 'zh-CN': '交付半年内的楼栋', en: 'Buildings in their first half year' },
  second: { 'zh-CN': '交付半年至两年的楼栋', en: 'Buildings half a year to two years old' },
  settled: { 'zh-CN': '交付两年至八年的楼栋', en: 'Buildings two to eight years old' },
  third: { 'zh-CN': '交付八年以上的楼栋', en: 'Buildings over eight years old' },
};
const isWave = (value: string): value is Wave => Object.hasOwn(waves, value);

/** What parts of figures of one site are called now; of a name that is gone null. */
export type PartNames = (by: NonNullable<FigureRef['by']>) => Text | null;

export async function partNamesAt(
  ports: Pick<Ports, 'documents'>,
  company: string,
  facts: CompanyFacts,
  site: string,
): Promise<PartNames> {
  const { heads, directory } = facts;
  const maintenance = await versionAt(ports, company, heads, 'maintenance', idFor(heads, 'maintenance', 'main', site));
  const settings = await visitsAt(ports, company, heads, site);
  const { areas, people } = directory.organisation;
  const named = (list: readonly { id: string; name: Text }[], value: string) =>
    list.find(({ id }) => id === value)?.name ?? null;
  return ({ dimension, value }) => {
    switch (dimension) {
      case 'area':
        return named(
          areas.filter((area) => area.site === site),
          value,
        );
      case 'worker':
        return named(people, value);
      case 'age':
        return isWave(value) ? waves[value] : null;
      case 'category':
        return named([...routingAt(facts, site).categories, ...(maintenance?.body.kinds ?? [])], value);
      case 'rule':
        return named(settings?.visits.rules ?? [], value);
    }
  };
}

/** Service standards know neither age nor rule. */
export const hasParts = (measure: FigureRef['measure'], { dimension }: NonNullable<FigureRef['by']>): boolean =>
  isVisitMeasure(measure) || dimension === 'area' || dimension === 'worker' || dimension === 'category';
