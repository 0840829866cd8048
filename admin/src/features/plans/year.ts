import { grouped } from '#domain/grouped';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import { type Collision, collisions, type PlannedWork } from '#domain/plan/load';
import { addDays, isoWeekday } from '#domain/time';

/** More orders on one day than one person should have. */
export const MOST_A_DAY = 10;
/** What comes more often than this meets everything else: said of nothing. */
const OFTEN = 7;

/** One date of a plan: all its orders of that day. */
export interface DayEntry {
  plan: string;
  planned: string;
  date: string;
  /** Where it stands if nobody moves it. */
  by: string;
  shifts: PlannedWork['shifts'];
  orders: number;
  assets: readonly string[];
  people: readonly (string | null)[];
}

export const entryKey = ({ plan, planned }: Pick<DayEntry, 'plan' | 'planned'>): string => `${plan}/${planned}`;

/** What each day holds, by date; a day without work is not there. */
export function daysOf(work: readonly PlannedWork[]): Map<string, DayEntry[]> {
  const entries = [...grouped(work, ({ plan, planned, date }) => `${date}/${plan}/${planned}`).values()].flatMap(
    entryOf,
  );
  return grouped(entries, ({ date }) => date);
}

function entryOf(orders: readonly PlannedWork[]): DayEntry[] {
  const [first] = orders;
  if (first === undefined) return [];
  const { plan, planned, date, shifts } = first;
  const dragged = shifts.find((shift) => shift.kind === 'dragged');
  return [
    {
      ...{ plan, planned, date, shifts, by: dragged?.from ?? date, orders: orders.length },
      assets: [...new Set(orders.flatMap(({ assets }) => assets))],
      people: [...new Set(orders.map(({ person }) => person))],
    },
  ];
}

const isOften = ({ recurrence: { frequency } }: MaintenancePlan): boolean =>
  (frequency.unit === 'day' && frequency.every < OFTEN) || (frequency.unit === 'week' && frequency.on.length > 1);

/** By date: two rarer plans at one asset, and people with more than they can do. */
export function collisionsOf(
  work: readonly PlannedWork[],
  plans: readonly MaintenancePlan[],
): Map<string, Collision[]> {
  const often = new Set(plans.filter(isOften).map(({ id }) => id));
  const atAssets = collisions(
    work.filter(({ plan }) => !often.has(plan)),
    Number.POSITIVE_INFINITY,
  );
  const ofPeople = collisions(work, MOST_A_DAY).filter(({ kind }) => kind === 'person');
  return grouped([...atAssets, ...ofPeople], ({ date }) => date);
}

/** Mondays of the weeks that have a day in the year. */
export function weeksOf(year: number): string[] {
  const first = `${year}-01-01`;
  const weeks: string[] = [];
  for (let monday = addDays(first, 1 - isoWeekday(first)); monday <= `${year}-12-31`; monday = addDays(monday, 7))
    weeks.push(monday);
  return weeks;
}

/** 0 (none) to 4, by the fullest there is. */
export const levelOf = (count: number, most: number): number => (most === 0 ? 0 : Math.ceil((4 * count) / most));
