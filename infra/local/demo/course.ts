import type { Severity } from '#domain/routing';
import type { Random } from './random.ts';

/** What somebody does next, `after` minutes from the step before: working minutes, or plain ones where it is urgent. */
export interface Step {
  after: number;
  do: 'accept' | 'acknowledge' | 'promise' | 'reply' | 'resolve' | 'reject' | 'withdraw' | 'solved' | 'notSolved';
}

export const courses = [
  'smooth',
  'promised',
  'broken',
  'slow',
  'top',
  'reopened',
  'invalid',
  'withdrawn',
  'silent',
] as const;
export type CourseName = (typeof courses)[number];

/** How often a complaint goes which way. */
const shares: readonly (readonly [CourseName, number])[] = [
  ['smooth', 36],
  ['promised', 15],
  ['broken', 9],
  ['slow', 16],
  ['top', 6],
  ['reopened', 8],
  ['invalid', 4],
  ['withdrawn', 2],
  ['silent', 5],
];
const WORKING_DAY = 450;
/** Minutes after which a promised reply is due, working ones or plain ones. */
export const PROMISED = { urgent: 180, other: 240 };

/** Minutes to acknowledge, and to get it done, as the default limits have them. */
const pace: Record<Severity, { acknowledge: number; resolve: number }> = {
  critical: { acknowledge: 5, resolve: 240 },
  urgent: { acknowledge: 15, resolve: 1_440 },
  high: { acknowledge: 60, resolve: WORKING_DAY },
  normal: { acknowledge: 240, resolve: 2 * WORKING_DAY },
  low: { acknowledge: WORKING_DAY, resolve: 5 * WORKING_DAY },
};

export const isUrgent = (severity: Severity): boolean => severity === 'critical' || severity === 'urgent';

/** One complaint's course from its filing on. */
export function courseOf(severity: Severity, random: Random): { name: CourseName; steps: Step[] } {
  const { acknowledge, resolve } = pace[severity];
  const about = (minutes: number) => Math.max(1, Math.round(minutes * (0.6 + 0.8 * random.next())));
  const seen: Step = { after: about(acknowledge * 0.4), do: 'acknowledge' };
  const done: Step = { after: about(resolve * 0.25), do: 'resolve' };
  // Where it is urgent the first reply is due long before it is mended.
  const first: Step[] = isUrgent(severity) ? [{ after: about(acknowledge * 1.2), do: 'reply' }] : [];
  const promised = isUrgent(severity) ? PROMISED.urgent : PROMISED.other;
  const solved: Step = { after: about(WORKING_DAY * 0.8), do: 'solved' };
  const name = random.pick(shares);
  const steps: Record<CourseName, () => Step[]> = {
    smooth: () => [seen, ...first, done, solved],
    promised: () => [
      seen,
      { after: about(acknowledge * 0.3), do: 'promise' },
      { after: about(Math.min(resolve * 0.15, promised * 0.6)), do: 'reply' },
      done,
      solved,
    ],
    broken: () => [
      seen,
      { after: about(acknowledge * 0.3), do: 'promise' },
      // The superior who hears of it takes it on.
      { after: promised + about(acknowledge * 0.4), do: 'acknowledge' },
      { ...done, after: about(resolve * 0.2) },
      solved,
    ],
    slow: () => [
      { ...seen, after: about(acknowledge * 1.5) },
      { after: about(acknowledge * 0.2), do: 'reply' },
      { ...done, after: about(resolve * 0.6) },
      solved,
    ],
    top: () => [{ ...seen, after: about(acknowledge * 5.5) }, ...first, done, solved],
    reopened: () => [
      seen,
      ...first,
      done,
      { ...solved, do: 'notSolved' },
      { ...seen, after: about(acknowledge * 0.5) },
      done,
      solved,
    ],
    invalid: () => [{ after: about(acknowledge * 0.6), do: 'reject' }],
    withdrawn: () => [{ after: about(acknowledge * 0.8), do: 'withdraw' }],
    silent: () => [seen, ...first, done],
  };
  return { name, steps: steps[name]() };
}
