import { civilOfDay, epochDay, weekdayOfDay } from '#domain/civil-date';
import type { MaintenancePlan, MaintenancePlans } from '#domain/maintenance-plan';
import type { DayOfMonth, Frequency } from '#domain/recurrence/rule';
import type { Text } from '#domain/text';

/** A quarter is three months. */
export const units = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof units)[number];

export const unitOf = (frequency: Frequency): Unit =>
  frequency.unit === 'month' && frequency.every % 3 === 0 ? 'quarter' : frequency.unit;
/** How many of the unit. */
export const countOf = ({ every }: Frequency, unit: Unit): number => (unit === 'quarter' ? every / 3 : every);

const dayOf = (frequency: Frequency, start: string): DayOfMonth =>
  frequency.unit === 'month' || frequency.unit === 'year'
    ? frequency.on
    : { kind: 'date', day: civilOfDay(epochDay(start)).dayOfMonth };

/** The same rhythm in another unit; what the unit needs beside comes from what stood there, else from the start. */
export function inUnit(frequency: Frequency, unit: Unit, count: number, start: string): Frequency {
  switch (unit) {
    case 'day':
      return { unit, every: count };
    case 'week':
      return { unit, every: count, on: frequency.unit === 'week' ? frequency.on : [weekdayOfDay(epochDay(start))] };
    case 'month':
    case 'quarter':
      return { unit: 'month', every: unit === 'quarter' ? count * 3 : count, on: dayOf(frequency, start) };
    case 'year': {
      const month = frequency.unit === 'year' ? frequency.month : civilOfDay(epochDay(start)).month;
      return { unit, every: count, month, on: dayOf(frequency, start) };
    }
  }
}

/** A plan to begin with: every month from today on, in time for three days. */
export const newPlan = (id: string, name: Text, work: Text, today: string): MaintenancePlan => ({
  ...{ id, name, work, assets: [], per: 'asset', checklist: null, mode: 'fixed', leadDays: 0, graceDays: 3 },
  ...{ absorbs: [], meter: null, status: 'active', moves: [], route: null },
  recurrence: {
    frequency: { unit: 'month', every: 1, on: { kind: 'date', day: civilOfDay(epochDay(today)).dayOfMonth } },
    ...{ time: '09:00', start: today, end: null, season: null, missingDay: 'clamp', nonWorkingDay: 'after' },
  },
});

export const changePlan = (
  body: MaintenancePlans,
  id: string,
  change: (plan: MaintenancePlan) => MaintenancePlan,
): MaintenancePlans => ({ plans: body.plans.map((plan) => (plan.id === id ? change(plan) : plan)) });

/** Also out of what others include. */
export const removePlan = (body: MaintenancePlans, id: string): MaintenancePlans => ({
  plans: body.plans
    .filter((plan) => plan.id !== id)
    .map((plan) => (plan.absorbs.includes(id) ? { ...plan, absorbs: plan.absorbs.filter((one) => one !== id) } : plan)),
});

export interface Move {
  plan: string;
  /** Names the occurrence: the date by its rule. */
  planned: string;
  /** Where it stands if nobody moves it. */
  by: string;
  to: string;
}

/** One occurrence on another day; back where the rule puts it, it is moved no more. */
export const moveOccurrence = (body: MaintenancePlans, { plan, planned, by, to }: Move): MaintenancePlans =>
  changePlan(body, plan, (one) => {
    const others = one.moves.filter(({ from }) => from !== planned);
    return { ...one, moves: to === by ? others : [...others, { from: planned, to }].sort(byDate) };
  });

const byDate = (a: { from: string }, b: { from: string }): number => (a.from < b.from ? -1 : 1);
