import { z } from 'zod';
import { type RateName, rateDefinitions, rateNames } from '../order-rates.ts';
import { Slug } from '../organisation.ts';
import type { Text } from '../text.ts';

/** What visits (回访) are measured by, in the order directors read it. */
export const visitMeasures = ['satisfaction', 'held', 'onTime', 'reached'] as const;
export type VisitMeasure = (typeof visitMeasures)[number];
/** The service standards of maintenance beside them. */
export const measures = [...visitMeasures, ...rateNames] as const;
export type Measure = (typeof measures)[number];
export const isVisitMeasure = (measure: string): measure is VisitMeasure =>
  visitMeasures.some((name) => name === measure);

/** `age`: wave of the building's age; `worker`: who did what was asked about; `rule`: of visits. */
export const dimensions = ['area', 'age', 'category', 'worker', 'rule'] as const;

/** One figure of a site; `by` null: of the whole of it. */
export const FigureRef = z.object({
  site: Slug,
  measure: z.enum(measures),
  by: z.object({ dimension: z.enum(dimensions), value: z.string().max(127) }).nullable(),
});
export type FigureRef = z.infer<typeof FigureRef>;

/** `value`: satisfaction is a mean from 1 to 5, all others a share from 0 to 1; null: nothing was counted. */
export const Figure = z.object({ value: z.number().nullable(), counted: z.number() });
export type Figure = z.infer<typeof Figure>;

/**
 * What a figure of a site should be, over so many days back from today. `goal` in the measure's own unit, the least or the
 * most it may be (`measureDefinitions`). Fewer than `answers` counted say nothing.
 */
export const Target = z.object({
  measure: z.enum(measures),
  goal: z.number().min(0).max(5),
  answers: z.int().min(1).max(1000),
  days: z.int().min(7).max(366),
});
export type Target = z.infer<typeof Target>;

interface MeasureDefinition {
  name: Text;
  unit: 'mean' | 'share';
  bound: 'least' | 'most';
  /** What is divided by what, and what counts nowhere. */
  meaning: Text;
  /** What the list behind the figure holds: those that pull it away from its target. */
  against: Text;
}

const ofVisits: Record<VisitMeasure, MeasureDefinition> = {
  satisfaction: {
    name: { 'zh-CN': '满意度', en: 'Satisfaction' },
    unit: 'mean',
    bound: 'least',
    meaning: {
      'zh-CN': '回访评分之和 ÷ 有评分的回访，1 到 5 分，按住户回答当天计。',
      en: 'Sum of the scores ÷ visits with a score, 1 to 5, by the day the resident answered.',
    },
    against: { 'zh-CN': '评分低的回访', en: 'Low scores' },
  },
  held: {
    name: { 'zh-CN': '彻底解决率', en: 'Held' },
    unit: 'share',
    bound: 'least',
    meaning: {
      'zh-CN': '住户说“彻底解决”的回访 ÷ 问过并回答了的回访。“部分解决”不算解决。',
      en: 'Visits where it held ÷ those that asked and were answered. Partly is not held.',
    },
    against: { 'zh-CN': '没有彻底解决的回访', en: 'What did not hold' },
  },
  onTime: {
    name: { 'zh-CN': '准时率', en: 'On time' },
    unit: 'share',
    bound: 'least',
    meaning: {
      'zh-CN': '住户说“准时”的回访 ÷ 问过并回答了的回访。',
      en: 'Visits where the resident said it was on time ÷ those that asked and were answered.',
    },
    against: { 'zh-CN': '住户说不准时的回访', en: 'What was not on time' },
  },
  reached: {
    name: { 'zh-CN': '回访成功率', en: 'Reached' },
    unit: 'share',
    bound: 'least',
    meaning: {
      'zh-CN': '问到结果的回访 ÷ 问到的加上多次未能联系上的回访。已取消的不计。',
      en: 'Visits that were answered ÷ those and the ones where nobody was reached in any way. Cancelled ones count nowhere.',
    },
    against: { 'zh-CN': '未能联系上的回访', en: 'Visits where nobody was reached' },
  },
};

const ofOrder = (rate: RateName): MeasureDefinition => ({ ...rateDefinitions[rate], unit: 'share' });

/** What each measure is called, means and should be. */
export const definitionOf = (measure: Measure): MeasureDefinition =>
  isVisitMeasure(measure) ? ofVisits[measure] : ofOrder(measure);

/** Whether a figure misses its target; what rests on too few answers misses nothing. */
export function isMissed({ measure, goal, answers }: Pick<Target, 'measure' | 'goal' | 'answers'>, figure: Figure) {
  if (figure.value === null || figure.counted < answers) return false;
  return definitionOf(measure).bound === 'least' ? figure.value < goal : figure.value > goal;
}

/** "4.3" or "97.5 %"; cut towards the worse side, so that what misses its target never reads as kept. */
export function valueWords(measure: Measure, value: number): string {
  const { unit, bound } = definitionOf(measure);
  const scale = unit === 'mean' ? 100 : 1000;
  // A thousandth of a step forgives what floating point made of whole numbers.
  const cut = bound === 'least' ? Math.floor(value * scale + 1e-6) : Math.ceil(value * scale - 1e-6);
  if (unit === 'mean') return (cut / 100).toFixed(2).replace(/0$/, '');
  return `${cut % 10 === 0 ? cut / 10 : (cut / 10).toFixed(1)} %`;
}

/** "≥ 4.5", "≤ 1 %"; nothing is above the best there can be. */
export function goalWords({ measure, goal }: Pick<Target, 'measure' | 'goal'>): string {
  const { unit, bound } = definitionOf(measure);
  const words = valueWords(measure, goal);
  if (bound === 'least' && goal === (unit === 'mean' ? 5 : 1)) return words;
  return `${bound === 'least' ? '≥' : '≤'} ${words}`;
}
