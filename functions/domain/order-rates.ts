import type { Text } from './text.ts';

/** The five service standards of maintenance, in the order directors read them. */
export const rateNames = ['timeliness', 'rework', 'pass', 'condition', 'lighting'] as const;
export type RateName = (typeof rateNames)[number];

/** A share: so many of so many. */
export interface Tally {
  hit: number;
  of: number;
}

interface RateDefinition {
  name: Text;
  /** A share, 0 to 1. */
  target: number;
  /** `most`: the less the better. */
  bound: 'least' | 'most';
  /** What is divided by what, and what counts nowhere. */
  meaning: Text;
  /** What the list behind the figure holds: those that pull it away from its target. */
  against: Text;
}

/** 服务标准 and what exactly is counted; whoever reads a figure can read this beside it. */
export const rateDefinitions: Record<RateName, RateDefinition> = {
  timeliness: {
    name: { 'zh-CN': '维修及时率', en: 'Timeliness' },
    target: 0.99,
    bound: 'least',
    meaning: {
      'zh-CN':
        '时限内完成的工单 ÷ 已有结果的工单。每张工单只计一次：完成当天，或时限已过仍未完成的当天。验收不通过后重新计时，以最后一次为准。撤回和不成立的工单不计，但此前已超时的仍计为超时。',
      en: 'Work orders finished inside their limit ÷ those whose fate is settled. Each counts once: on the day it was finished, or on the day its limit passed unfinished; work that was sent back counts by its last limit. Withdrawn and invalid ones count nowhere, unless they were late before.',
    },
    against: { 'zh-CN': '超时的工单', en: 'Late work orders' },
  },
  rework: {
    name: { 'zh-CN': '返修率', en: 'Rework' },
    target: 0.01,
    bound: 'most',
    meaning: {
      'zh-CN':
        '返修工单 ÷ 全部维修工单，按开单日计。返修指同一设备（或同一房号同一类别）在保修期内再次维修。计划保养和巡查不计。',
      en: 'Repairs that came back ÷ all repairs, by the day they were opened. A repair comes back when the same asset (or unit and kind) is repaired again within its warranty window. Planned work and patrols do not count.',
    },
    against: { 'zh-CN': '返修的工单', en: 'Repairs that came back' },
  },
  pass: {
    name: { 'zh-CN': '维修合格率', en: 'First-time pass' },
    target: 1,
    bound: 'least',
    meaning: {
      'zh-CN': '一次验收通过的工单 ÷ 经过验收并结案的工单，按结案日计。不需要验收的设备类别不计。',
      en: 'Work orders whose first acceptance check passed ÷ those closed after a check, by the day they were closed. Kinds that ask for no check do not count.',
    },
    against: { 'zh-CN': '验收曾不通过的工单', en: 'Work orders that failed a check' },
  },
  condition: {
    name: { 'zh-CN': '设施完好率', en: 'In good condition' },
    target: 1,
    bound: 'least',
    meaning: {
      'zh-CN': '状态为“完好”的设施 ÷ 台账中在用的全部设施，取期末当天。已报废的不计。',
      en: 'Facilities in good condition ÷ all in use on the register, as they stood at the end of the period. Retired ones do not count.',
    },
    against: { 'zh-CN': '未完好的设施', en: 'Facilities not in good condition' },
  },
  lighting: {
    name: { 'zh-CN': '亮灯率', en: 'Lamps lit' },
    target: 1,
    bound: 'least',
    meaning: {
      'zh-CN': '亮着的灯 ÷ 清点到的灯，取期内全部亮灯检查和夜间巡查之和，按清点当天计。',
      en: 'Lamps lit ÷ lamps counted, summed over all lighting checks and night patrols of the period, by the day they were counted.',
    },
    against: { 'zh-CN': '有灯不亮的工单', en: 'Checks that found lamps out' },
  },
};

/** 0 to 1; null: nothing was counted. */
export const shareOf = ({ hit, of }: Tally): number | null => (of > 0 ? hit / of : null);

/** Whether the standard is kept; null: nothing was counted. */
export function isMet(rate: RateName, tally: Tally): boolean | null {
  const share = shareOf(tally);
  if (share === null) return null;
  const { target, bound } = rateDefinitions[rate];
  return bound === 'least' ? share >= target : share <= target;
}

/** What pulls the figure away from its target: misses where much is good, hits where little is. */
export const againstOf = (rate: RateName, { hit, of }: Tally): number =>
  rateDefinitions[rate].bound === 'least' ? of - hit : hit;

/**
 * "98.7 %". Cut towards the worse side, so that 99.96 % of a standard of 100 % never reads as kept.
 */
export function shareWords(rate: RateName, tally: Tally): string | null {
  const share = shareOf(tally);
  if (share === null) return null;
  // A thousandth of a thousandth forgives what floating point made of whole shares.
  const tenths = share * 1000;
  const cut = rateDefinitions[rate].bound === 'least' ? Math.floor(tenths + 1e-6) : Math.ceil(tenths - 1e-6);
  return `${cut % 10 === 0 ? cut / 10 : (cut / 10).toFixed(1)} %`;
}
