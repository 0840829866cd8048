import { elapsed, type Limit, workingDays, workingHours } from '#domain/limit';
import type { Rule } from '#domain/simulate/behaviour';

/** What may be chosen of how people behave: one or none of each group. */
export interface Choices {
  /** 'nobody', 'anyone', or a level counted from 1. */
  confirms: 'nobody' | 'anyone' | number;
  confirmAfter: Limit;
  /** Does the first owner keep it? '': yes; `toDesk`: gives it back; else whom it is handed over to. */
  passes: string;
  promises: 'no' | 'keeps' | 'breaks';
  promiseWithin: Limit;
  resolves: boolean;
  resolveAfter: Limit;
  verdict: 'silent' | 'solved' | 'partly' | 'notSolved' | 'notSolvedOnce';
  verdictAfter: Limit;
  calls: boolean;
  nudges: boolean;
  /** Whose mail comes back. */
  bounces: readonly string[];
}

export const nobody: Choices = {
  confirms: 'nobody',
  confirmAfter: elapsed(40),
  passes: '',
  promises: 'no',
  promiseWithin: workingHours(4),
  resolves: false,
  resolveAfter: workingDays(1),
  verdict: 'silent',
  verdictAfter: elapsed(120),
  calls: true,
  nudges: false,
  bounces: [],
};

const SOON = elapsed(10);
/** No person's id has this form. */
export const toDesk = '@desk';

/** Named mixtures: a click, and then changed as one likes. */
export const presets = {
  nobody,
  level2: { ...nobody, confirms: 2, resolves: true, verdict: 'solved' },
  // Inside the limits of everything that ships, the most urgent too.
  smooth: {
    ...{ ...nobody, confirms: 'anyone', confirmAfter: elapsed(2), verdict: 'solved' },
    ...{ promises: 'keeps', promiseWithin: elapsed(60), resolves: true, resolveAfter: elapsed(120) },
  },
  broken: { ...nobody, confirms: 'anyone', confirmAfter: SOON, promises: 'breaks' },
  unhappy: { ...nobody, confirms: 'anyone', confirmAfter: SOON, resolves: true, verdict: 'notSolvedOnce' },
  silent: { ...nobody, confirms: 'anyone', confirmAfter: SOON, resolves: true },
} as const satisfies Record<string, Choices>;
export type Preset = keyof typeof presets;

export const presetOf = (choices: Choices): Preset | null =>
  (Object.keys(presets) as Preset[]).find((name) => JSON.stringify(presets[name]) === JSON.stringify(choices)) ?? null;

export function rulesOf(choices: Choices): Rule[] {
  const rules: Rule[] = [];
  const { confirms, confirmAfter: after } = choices;
  if (confirms !== 'nobody') rules.push({ does: 'confirm', level: confirms === 'anyone' ? null : confirms - 1, after });
  const { passes: to } = choices;
  if (to !== '') rules.push(to === toDesk ? { does: 'notMine', after: SOON } : { does: 'handOver', after: SOON, to });
  if (choices.promises !== 'no')
    rules.push({ does: 'promise', after: SOON, within: choices.promiseWithin, keeps: choices.promises === 'keeps' });
  if (choices.resolves) rules.push({ does: 'resolve', after: choices.resolveAfter });
  if (choices.calls) rules.push({ does: 'call', after: elapsed(30), reached: true });
  if (choices.nudges) rules.push({ does: 'nudge', after: elapsed(60) });
  const { verdict, verdictAfter } = choices;
  const says = (given: 'solved' | 'partly' | 'notSolved', times: number | null) =>
    rules.push({ does: 'verdict', after: verdictAfter, verdict: given, times });
  if (verdict === 'notSolvedOnce') {
    says('notSolved', 1);
    says('solved', null);
  } else if (verdict === 'partly') {
    says('partly', 1);
    says('solved', null);
  } else if (verdict !== 'silent') says(verdict, null);
  return [...rules, ...choices.bounces.map((to): Rule => ({ does: 'bounce', to }))];
}
