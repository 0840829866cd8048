import { grouped } from '../grouped.ts';
import type { MaintenancePlan } from '../maintenance-plan.ts';
import type { Language } from '../text.ts';
import type { FeedEvent } from './calendar-feed.ts';
import type { PlannedWork } from './load.ts';

export interface FeedWords {
  site: string;
  language: Language;
  plans: ReadonlyMap<string, MaintenancePlan>;
  /** What an asset is called and where it is; null: it is not on the register (any more). */
  asset: (id: string) => { name: string; place: string } | null;
}

/** Named one by one; of more it is said how many. */
const MOST_NAMED = 30;

/** Planned work as entries of a calendar: one a plan and date, however many orders that brings. Names no person. */
export function feedEvents(work: readonly PlannedWork[], words: FeedWords): FeedEvent[] {
  const dates = grouped(work, ({ plan, planned, at }) => `${plan}/${planned}/${at}`);
  return [...dates.values()].flatMap((orders) => {
    const [first] = orders;
    const plan = first && words.plans.get(first.plan);
    return plan ? [eventOf(first, plan, [...new Set(orders.flatMap(({ assets }) => assets))], words)] : [];
  });
}

function eventOf(
  { planned, at }: PlannedWork,
  plan: MaintenancePlan,
  ids: readonly string[],
  { site, language, asset }: FeedWords,
): FeedEvent {
  const zh = language === 'zh-CN';
  const assets = ids.flatMap((id) => asset(id) ?? []);
  const places = new Set(assets.map(({ place }) => place));
  const [only] = assets;
  const what = assets.length === 1 && only ? only.name : zh ? `${assets.length} 台设备` : `${assets.length} assets`;
  const more = assets.length - MOST_NAMED;
  const named = assets.slice(0, MOST_NAMED).map(({ name, place }) => (place === '' ? name : `${name} · ${place}`));
  return {
    id: `${site}/${plan.id}/${planned}@steward`,
    at,
    summary: assets.length === 0 ? plan.name[language] : `${plan.name[language]} · ${what}`,
    description: [
      plan.work[language],
      ...named,
      ...(more > 0 ? [zh ? `另有 ${more} 台` : `and ${more} more`] : []),
    ].join('\n'),
    location: places.size === 1 ? (only?.place ?? '') : '',
  };
}
