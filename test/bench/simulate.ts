import { elapsed, workingDays } from '#domain/limit';
import type { Rule } from '#domain/simulate/behaviour';
import { simulate } from '#domain/simulate/simulate';
import { DAY } from '#domain/time';
import { at, complaint, facts } from '#test/support/estate';
import { defaultComplaint } from '#workflows/default-complaint';
import { type Measure, percentile, tenths } from './measure.ts';

/** Never satisfied: it goes round until the year is over. */
const restless: Rule[] = [
  { does: 'confirm', level: null, after: elapsed(40) },
  { does: 'promise', after: elapsed(30), within: workingDays(1), keeps: false },
  { does: 'resolve', after: workingDays(3) },
  { does: 'verdict', after: elapsed(60), verdict: 'notSolved', times: null },
];

export const simulated: Measure = async (say) => {
  say('a year in the simulator');
  const start = at('2026-01-05', '18:40');
  const item = complaint(start, { category: 'corridor-light' });
  const given = { definition: defaultComplaint, item, facts, until: start + 365 * DAY };
  const live = (rules: Rule[]) => simulate({ ...given, behaviour: { rules, script: [] } });
  for (let n = 0; n < 20; n += 1) live(restless);
  const took: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    const began = performance.now();
    live(restless);
    took.push(performance.now() - began);
  }
  const { mails, turns } = live(restless);
  return [
    {
      what: 'A year simulated, ms',
      value: `${tenths(percentile(took, 0.5))}`,
      how: `median of 100 lives of ${turns.length} moments and ${mails.length} mails: escalated, promised, broken, reopened for a year; 99th percentile ${tenths(percentile(took, 0.99))}`,
    },
  ];
};
