import { dateOfDay, epochDay } from '../civil-date.ts';
import { type DocumentProblem, repeated } from '../document-problem.ts';
import type { MaintenancePlan, MaintenancePlans } from '../maintenance-plan.ts';
import { MOST_POINTS } from '../order.ts';
import { plannedDays } from '../recurrence/planned-days.ts';
import type { Frequency } from '../recurrence/rule.ts';
import type { Language, Text } from '../text.ts';
import type { AssetFacts } from './asset-fact.ts';
import { hasFixedDates } from './compiled-plan.ts';
import { type OrderPointFacts, pointsOfOrder } from './order-points.ts';

/** What the plans of a site are judged against. */
export interface PlanFacts extends OrderPointFacts {
  assets: AssetFacts;
}

/** What is wrong with the plans of a site. */
export function planProblems({ plans }: MaintenancePlans, facts: PlanFacts): DocumentProblem[] {
  const known = new Map(plans.map((plan) => [plan.id, plan]));
  return [
    ...repeated(
      plans,
      ({ id }) => id,
      (index) => ['plans', index, 'id'],
    ),
    ...plans.flatMap((plan, index) =>
      [
        ...assetProblems(plan, facts),
        ...dateProblems(plan),
        ...moveProblems(plan),
        ...absorptionProblems(plan, known),
      ].map((problem) => ({ ...problem, path: ['plans', index, ...problem.path] })),
    ),
  ];
}

function assetProblems(plan: MaintenancePlan, facts: PlanFacts): DocumentProblem[] {
  const { meter, checklist } = plan;
  const { assets, checklists } = facts;
  const points = pointsOfOrder(plan, facts);
  const meterProblem = (id: string, index: number): DocumentProblem[] => {
    const asset = assets.get(id);
    if (meter === null || plan.per === 'round' || asset === undefined || asset.unit === meter.unit) return [];
    const code = asset.unit === null ? 'asset_without_meter' : 'other_unit';
    return [{ path: ['assets', index], code, value: asset.name }];
  };
  return [
    ...repeated(
      plan.assets,
      (id) => id,
      (index) => ['assets', index],
    ),
    ...plan.assets.flatMap((id, index): DocumentProblem[] =>
      assets.has(id) ? meterProblem(id, index) : [{ path: ['assets', index], code: 'unknown_asset', value: id }],
    ),
    // Whose work it is, and how soon it must be done, follows from them; a night's walk says it itself.
    ...(plan.assets.length === 0 && plan.route === null ? [{ path: ['assets'], code: 'no_assets' as const }] : []),
    ...(meter !== null && plan.per === 'round' ? [{ path: ['meter'], code: 'meter_of_a_round' as const }] : []),
    ...(checklist === null || checklists.has(checklist)
      ? []
      : [{ path: ['checklist'], code: 'unknown_checklist' as const, value: checklist }]),
    ...(points > MOST_POINTS
      ? [{ path: ['checklist'], code: 'too_long_a_checklist' as const, value: String(points) }]
      : []),
  ];
}

function dateProblems({ recurrence, leadDays, meter }: MaintenancePlan): DocumentProblem[] {
  const { start, end, season, frequency } = recurrence;
  if (end !== null && end < start) return [{ path: ['recurrence', 'end'], code: 'ends_before_it_starts' }];
  if (meter?.alone) return [];
  if (plannedDays(recurrence).from(epochDay(start)) === null)
    return [{ path: ['recurrence', season === null ? 'end' : 'season'], code: 'never_comes' }];
  // An order would be opened before the one ahead of it is due, and so always be missed.
  return leadDays > 0 && leadDays >= shortestInterval(frequency)
    ? [{ path: ['leadDays'], code: 'lead_too_long', value: String(shortestInterval(frequency) - 1) }]
    : [];
}

/** Days that lie between two planned dates at the least. */
function shortestInterval(frequency: Frequency): number {
  const { unit, every } = frequency;
  if (unit === 'day') return every;
  if (unit !== 'week') return (unit === 'month' ? 28 : 365) * every - (frequency.on.kind === 'weekday' ? 6 : 0);
  const days = [...new Set(frequency.on)].sort();
  const first = (days[0] ?? 1) + 7 * every;
  return Math.min(...days.map((day, index) => (days[index + 1] ?? first) - day));
}

function moveProblems({ moves, recurrence, mode }: MaintenancePlan): DocumentProblem[] {
  const days = plannedDays(recurrence);
  const isPlanned = (date: string): boolean => {
    const day = days.from(epochDay(date));
    return day !== null && dateOfDay(day) === date;
  };
  const moved = new Set(moves.map(({ from }) => from));
  return [
    ...repeated(
      moves,
      ({ from }) => from,
      (index) => ['moves', index, 'from'],
    ),
    ...repeated(
      moves,
      ({ to }) => to,
      (index) => ['moves', index, 'to'],
    ),
    ...(mode === 'floating' ? [] : moves).flatMap(({ from, to }, index): DocumentProblem[] => [
      ...(isPlanned(from) ? [] : [{ path: ['moves', index, 'from'], code: 'never_planned' as const, value: from }]),
      ...(isPlanned(to) && !moved.has(to)
        ? [{ path: ['moves', index, 'to'], code: 'lands_on_another' as const, value: to }]
        : []),
    ]),
  ];
}

function absorptionProblems(plan: MaintenancePlan, known: ReadonlyMap<string, MaintenancePlan>): DocumentProblem[] {
  const circle = circleOf(plan, known);
  const mine = new Set(plan.assets);
  return [
    ...repeated(
      plan.absorbs,
      (id) => id,
      (index) => ['absorbs', index],
    ),
    ...plan.absorbs.flatMap((id, index): DocumentProblem[] => {
      const other = known.get(id);
      const path = ['absorbs', index];
      if (other === undefined) return [{ path, code: 'unknown_plan', value: id }];
      if (circle?.[1]?.id === id) return [{ path, code: 'absorption_loop', value: named(circle) }];
      if (other.id === plan.id) return []; // the circle says so
      if (!hasFixedDates(plan)) return [{ path, code: 'absorbs_without_dates', value: plan.name }];
      if (!hasFixedDates(other)) return [{ path, code: 'absorbs_without_dates', value: other.name }];
      const meets =
        other.per === 'round'
          ? other.assets.every((asset) => mine.has(asset))
          : other.assets.some((asset) => mine.has(asset));
      return meets ? [] : [{ path, code: 'absorbs_elsewhere', value: other.name }];
    }),
  ];
}

const named = (plans: readonly MaintenancePlan[]): Text => {
  const line = (language: Language) => plans.map(({ name }) => name[language]).join(' → ');
  return { 'zh-CN': line('zh-CN'), en: line('en') };
};

/** The plans of a circle that this one is in, beginning and ending with it. Does not call itself: a document may chain all its plans. */
function circleOf(
  start: MaintenancePlan,
  known: ReadonlyMap<string, MaintenancePlan>,
): readonly MaintenancePlan[] | null {
  const cameFrom = new Map<string, MaintenancePlan>();
  const waiting = [start];
  for (let plan = waiting.shift(); plan !== undefined; plan = waiting.shift()) {
    for (const id of plan.absorbs) {
      if (id === start.id) return path(start, plan, cameFrom);
      const next = known.get(id);
      if (next === undefined || cameFrom.has(id)) continue;
      cameFrom.set(id, plan);
      waiting.push(next);
    }
  }
  return null;
}

function path(start: MaintenancePlan, last: MaintenancePlan, cameFrom: ReadonlyMap<string, MaintenancePlan>) {
  const found = [last, start];
  for (let plan = last; plan.id !== start.id; ) {
    const before = cameFrom.get(plan.id) ?? start;
    found.unshift(before);
    plan = before;
  }
  return found;
}
