import { epochDay } from '../civil-date.ts';
import type { Building } from '../organisation.ts';
import type { VisitRule, Visits } from '../visit-rules.ts';
import { fractionOf } from './sample.ts';

/** A household a rule of time names on a date. */
export interface DueHousehold {
  rule: VisitRule;
  household: string;
  /** What is sampled and asked about once: the household, and for a rule that comes again the date. */
  id: string;
}

/** Whether any rule depends on the date alone: without one no household need be read. */
export const goesByDate = ({ rules }: Pick<Visits, 'rules'>): boolean => rules.some(isByDate);
const isByDate = ({ active, after }: VisitRule): boolean =>
  active && (after.kind === 'handover' || after.kind === 'periodic');

/** Buildings of which some household may be due on the date, of those given. */
export const buildingsDue = ({ rules }: Pick<Visits, 'rules'>, date: string, buildings: readonly Building[]) =>
  buildings.filter((building) => rules.some((rule) => isByDate(rule) && isInSegment(rule, building, date)));

/**
 * The households of a building that are due on a local date. Each comes once in a rule's period, on a day of its own that
 * never changes; of several rules that name it on the same day the first.
 */
export function dueOn(
  { rules }: Pick<Visits, 'rules'>,
  date: string,
  building: Building,
  households: readonly string[],
): DueHousehold[] {
  const due = rules.filter((rule) => isByDate(rule) && isInSegment(rule, building, date));
  return households.flatMap((household) => {
    const rule = due.find((one) => isDay(one, household, date));
    if (!rule) return [];
    const id = rule.after.kind === 'periodic' ? `${household}/${date}` : household;
    return [{ rule, household, id }];
  });
}

function isInSegment({ after }: VisitRule, building: Building, date: string): boolean {
  if (after.kind === 'handover') return epochDay(date) - epochDay(building.handedOver) === after.days;
  if (after.kind !== 'periodic') return false;
  const { buildings, age } = after;
  if (buildings.length > 0 && !buildings.includes(building.id)) return false;
  const years = fullYears(building.handedOver, date);
  return age === null ? years >= 0 : years >= age.from && years <= age.to;
}

/** Negative before the delivery. */
const fullYears = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);

function isDay({ id, after }: VisitRule, household: string, date: string): boolean {
  if (after.kind !== 'periodic') return true;
  const phase = Math.floor(fractionOf(`${id}/${household}/day`) * after.everyDays);
  return epochDay(date) % after.everyDays === phase;
}
