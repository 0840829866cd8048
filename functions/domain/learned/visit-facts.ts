import { waveOf } from '../building-age.ts';
import type { Item } from '../item.ts';
import type { Organisation } from '../organisation.ts';
import type { Fact, VisitCount } from '../rate-facts.ts';
import { localDate } from '../time.ts';
import { isLow } from '../visit.ts';

/**
 * What a visit adds to its figures: once it was answered on the day it was, else, when nobody was reached, on the day that
 * was given up. A pure function of the visit and the organisation, so counting it again changes nothing.
 */
export function factsOfVisit(item: Item, { buildings, sites }: Pick<Organisation, 'buildings' | 'sites'>): Fact[] {
  const { visit, endedAt } = item;
  if (!visit) return [];
  const { answers } = visit;
  const at = answers?.at ?? endedAt;
  if (at === null || (!answers && !isGivenUp(item))) return [];
  const building = buildings.find(({ site, id }) => site === item.site && id === item.building);
  const zone = sites.find(({ id }) => id === item.site)?.zone ?? 'UTC';
  const where = {
    at,
    area: building?.area ?? '',
    person: visit.workers.toSorted().join(' '),
    kind: item.category,
    age: building ? waveOf(building.handedOver, localDate(at, zone)) : '',
    rule: visit.rule?.id ?? '',
    reason: '',
  };
  const fact = (rate: VisitCount, hit: number): Fact => ({ ...where, rate, hit, of: 1 });
  if (!answers) return [fact('reached', 0)];
  const low = isLow(visit, answers);
  return [
    fact('satisfaction', answers.score),
    ...(answers.held === null ? [] : [fact('held', answers.held === 'yes' ? 1 : 0)]),
    ...(answers.onTime === null ? [] : [fact('onTime', answers.onTime ? 1 : 0)]),
    fact('reached', 1),
    { ...fact('low', low ? 1 : 0), reason: (low && answers.reason) || '' },
  ];
}

const isGivenUp = ({ status, endedAt, visit }: Item): boolean =>
  endedAt !== null && status !== 'withdrawn' && (status === 'invalid' || visit?.gaveUp === true);
