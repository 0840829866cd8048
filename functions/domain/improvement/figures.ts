import { definitionOf, type Figure, type FigureRef, type Measure } from '../learned/figure.ts';
import { addDays } from '../time.ts';
import type { ImprovementEffect } from './improvement.ts';

/** Where a figure can lie. */
export const rangeOf = (measure: Measure): { least: number; most: number } =>
  definitionOf(measure).unit === 'mean' ? { least: 1, most: 5 } : { least: 0, most: 1 };

/** Whether the target is kept; null: nothing was counted. */
export const meets = (measure: Measure, { value }: Figure, target: number): boolean | null => {
  if (value === null) return null;
  return definitionOf(measure).bound === 'least' ? value >= target : value <= target;
};

/** Less than this is no change: half a point of a hundred, a twentieth of a mark. */
const leastChange = { share: 0.005, mean: 0.05 };

/** What two readings of one figure say by themselves; null: one of them counted nothing. */
export function compare(measure: Measure, before: Figure, after: Figure): ImprovementEffect | null {
  if (before.value === null || after.value === null) return null;
  const { unit, bound } = definitionOf(measure);
  const gain = (after.value - before.value) * (bound === 'least' ? 1 : -1);
  // A billionth forgives what floating point made of half a point.
  if (Math.abs(gain) < leastChange[unit] - 1e-9) return 'same';
  return gain > 0 ? 'better' : 'worse';
}

/** One figure, one key: an improvement stands for one only. */
export const figureKey = ({ site, measure, by }: FigureRef): string =>
  [site, measure, ...(by ? [by.dimension, by.value] : [])].join('/');

/** The last `days` days. */
export const windowBack = (today: string, days: number) => ({ from: addDays(today, 1 - days), to: today });

/** As long at most, and nothing from before it was done. */
export function windowAfter(today: string, days: number, doneOn: string) {
  const back = windowBack(today, days);
  const first = addDays(doneOn, 1);
  return { from: first > back.from ? first : back.from, to: today };
}
