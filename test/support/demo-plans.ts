import { MaintenancePlan, type MaintenancePlans } from '#domain/maintenance-plan';
import type { DayOfMonth, Frequency } from '#domain/recurrence/rule';
import type { AssetRow } from '#http/schemas/asset';
import type { Product } from './product.ts';

interface Sketch extends Partial<MaintenancePlan> {
  id: string;
  zh: string;
  en: string;
  frequency: Frequency;
  kinds: readonly string[];
  rule?: Partial<MaintenancePlan['recurrence']>;
}
const on = (day: number): DayOfMonth => ({ kind: 'date', day });

/** A year of a residential estate. */
const sketches: readonly Sketch[] = [
  {
    id: 'lift-month',
    zh: '电梯月检',
    en: 'Lifts, monthly',
    kinds: ['lift'],
    frequency: { unit: 'month', every: 1, on: on(5) },
    leadDays: 2,
  },
  {
    id: 'lift-year',
    zh: '电梯年检',
    en: 'Lifts, yearly',
    kinds: ['lift'],
    frequency: { unit: 'year', every: 1, month: 9, on: on(8) },
    absorbs: ['lift-month'],
    leadDays: 14,
    graceDays: 7,
  },
  {
    id: 'fire-month',
    zh: '消防设施月检',
    en: 'Fire equipment, monthly',
    kinds: ['fire'],
    frequency: { unit: 'month', every: 1, on: { kind: 'weekday', nth: 2, weekday: 3 } },
    per: 'round',
  },
  {
    id: 'pump-service',
    zh: '水泵保养',
    en: 'Pumps, service',
    kinds: ['pump'],
    frequency: { unit: 'month', every: 3, on: on(31) },
    mode: 'floating',
  },
  {
    id: 'tank-clean',
    zh: '水箱清洗',
    en: 'Tanks, cleaning',
    kinds: ['tank'],
    frequency: { unit: 'month', every: 6, on: on(15) },
    graceDays: 7,
    per: 'round',
  },
  {
    id: 'lighting-round',
    zh: '楼道照明巡检',
    en: 'Corridor lights, round',
    kinds: ['lighting'],
    frequency: { unit: 'week', every: 1, on: [2] },
    per: 'round',
  },
  {
    id: 'greening',
    zh: '绿化养护',
    en: 'Greening',
    kinds: ['greening'],
    frequency: { unit: 'week', every: 2, on: [4] },
    rule: { season: { from: '03-15', to: '11-15' } },
    per: 'round',
  },
  {
    id: 'pest-control',
    zh: '消杀',
    en: 'Pest control',
    kinds: ['pest-control'],
    frequency: { unit: 'month', every: 1, on: { kind: 'last' } },
    per: 'round',
    rule: { nonWorkingDay: 'before' },
  },
  {
    id: 'roof-autumn',
    zh: '屋面汛前检查',
    en: 'Roofs before the rains',
    kinds: ['roof', 'drainage'],
    frequency: { unit: 'year', every: 1, month: 5, on: { kind: 'weekday', nth: 1, weekday: 1 } },
    per: 'round',
    graceDays: 10,
  },
];

/** Plans for the assets there are; they begin with the year given, so that nothing opens before. */
export function demoPlans(assets: readonly Pick<AssetRow, 'id' | 'kind'>[], start: string): MaintenancePlans {
  return {
    plans: sketches.map(({ zh, en, frequency, kinds, rule, ...rest }) =>
      MaintenancePlan.parse({
        ...{ name: { 'zh-CN': zh, en }, work: { 'zh-CN': `${zh}：按检查表逐项完成。`, en: `${en}: point by point.` } },
        ...{ per: 'asset', checklist: null, mode: 'fixed', leadDays: 0, graceDays: 3, absorbs: [], meter: null },
        ...{
          status: 'active',
          moves: [],
          assets: assets.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id),
        },
        recurrence: {
          ...{ frequency, time: '09:00', start, end: null, season: null, missingDay: 'clamp', nonWorkingDay: 'after' },
          ...rule,
        },
        ...rest,
      }),
    ),
  };
}

/** Publishes them at a site of the demo estate. */
export async function publishDemoPlans({ call }: Pick<Product, 'call'>, site: string, start: string): Promise<void> {
  const assets: AssetRow[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = new URLSearchParams({ site, limit: '100', ...(cursor && { cursor }) });
    const page: { data: AssetRow[]; next: string | null } = await call('administrator', 'GET', `/api/assets?${query}`);
    assets.push(...page.data);
    cursor = page.next;
  }
  const body = { expected: 0, note: 'A year of plans', body: demoPlans(assets, start) };
  await call('administrator', 'PUT', `/api/documents/plans/${site}`, body);
}
