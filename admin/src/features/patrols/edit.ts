import type { MaintenancePlan, MaintenancePlans } from '#domain/maintenance-plan';
import { newPointCode } from '#domain/patrol/code';
import type { PatrolPoint, PatrolRoute } from '#domain/patrol/route';
import type { Recurrence } from '#domain/recurrence/rule';
import { minutesOf } from '#domain/time';

/** A plan that is walked. */
export type RoutePlan = MaintenancePlan & { route: PatrolRoute };

export const isRoute = (plan: MaintenancePlan): plan is RoutePlan => Boolean(plan.route);
export const routesOf = ({ plans }: MaintenancePlans): RoutePlan[] => plans.filter(isRoute);

const clock = (minutes: number): string => {
  const within = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};

const WINDOW = 30;
const BEGINS = '22:00';

const freshId = (stem: string, taken: readonly { id: string }[]): string => {
  const ids = new Set(taken.map(({ id }) => id));
  for (let n = taken.length + 1; ; n += 1) if (!ids.has(`${stem}-${n}`)) return `${stem}-${n}`;
};

/** A point after the last one of the walk, with a label of its own. */
export function newPoint(points: readonly PatrolPoint[], begins: string): PatrolPoint {
  const from = points.at(-1)?.to ?? begins;
  return {
    id: freshId('point', points),
    name: { 'zh-CN': '', en: '' },
    asset: null,
    code: newPointCode(crypto.getRandomValues(new Uint8Array(25))),
    from,
    to: clock(minutesOf(from) + WINDOW),
    lamps: null,
    required: true,
  };
}

/** Proved by the label of a facility, or (null) by one of its own, which is made anew. */
export const labelledBy = (point: PatrolPoint, asset: string | null): PatrolPoint => ({
  ...point,
  asset,
  code: asset === null ? (point.code ?? newPointCode(crypto.getRandomValues(new Uint8Array(25)))) : null,
});

/** Every night from today on: the duty manager walks, the head of security hears of what is missed. */
export function newRoute(body: MaintenancePlans, today: string): RoutePlan {
  const point = newPoint([], BEGINS);
  return {
    id: freshId('patrol', body.plans),
    name: { 'zh-CN': '夜间巡查', en: 'Night patrol' },
    work: { 'zh-CN': '按路线逐点检查，清点亮灯数。', en: 'Walk the route, look at each point and count the lamps.' },
    ...{ assets: [], per: 'round', checklist: null, mode: 'fixed', leadDays: 0, graceDays: 0 },
    ...{ absorbs: [], meter: null, status: 'active', moves: [] },
    recurrence: {
      frequency: { unit: 'day', every: 1 },
      ...{ time: '21:30', start: today, end: null, season: null, missingDay: 'clamp', nonWorkingDay: 'asIs' },
    },
    route: {
      kind: 'night-patrol',
      building: null,
      people: [{ kind: 'onDuty', roster: 'duty-manager' }],
      alarm: [{ kind: 'onDuty', roster: 'duty-manager' }],
      points: [point],
    },
  };
}

export const withRoute = (
  body: MaintenancePlans,
  id: string,
  change: (plan: RoutePlan) => RoutePlan,
): MaintenancePlans => ({
  plans: body.plans.map((plan) => (plan.id === id && isRoute(plan) ? change(plan) : plan)),
});

export const withoutRoute = (body: MaintenancePlans, id: string): MaintenancePlans => ({
  plans: body.plans.filter((plan) => plan.id !== id),
});

export const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;
export type Day = (typeof everyDay)[number];

/** The nights of a week; null: another rhythm, made elsewhere. */
export function nightsOf({ frequency }: Recurrence): Day[] | null {
  if (frequency.unit === 'day') return frequency.every === 1 ? [...everyDay] : null;
  return frequency.unit === 'week' && frequency.every === 1
    ? everyDay.filter((day) => frequency.on.includes(day))
    : null;
}

/** The same with other nights; a week without any keeps those it had. */
export function onNights(rule: Recurrence, days: readonly Day[]): Recurrence {
  if (days.length === 0) return rule;
  const on = everyDay.filter((day) => days.includes(day));
  const frequency: Recurrence['frequency'] =
    on.length === 7 ? { unit: 'day', every: 1 } : { unit: 'week', every: 1, on };
  return { ...rule, frequency };
}

/** First and last minute of the walk by the clock; null: it has no points. */
export function spanOf({ recurrence, route }: RoutePlan): { from: string; to: string } | null {
  const after = (time: string) => (minutesOf(time) - minutesOf(recurrence.time) + 1440) % 1440;
  const [first] = route.points.map(({ from }) => from).sort((a, b) => after(a) - after(b));
  const last = route.points.map(({ to }) => to).sort((a, b) => after(b) - after(a))[0];
  return first !== undefined && last !== undefined ? { from: first, to: last } : null;
}
