import type { CheckAnswer } from './checklist-answers.ts';
import type { Value } from './condition.ts';
import type { Order } from './order.ts';

const PREFIX = 'answers.';
const wellFormed = /^answers\.[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$/;

/** `answers.<section>.<item>`: what a point of the checklist was answered. */
export const isAnswerField = (name: string): boolean => wellFormed.test(name);

const rank = ({ value, failed }: CheckAnswer): number => (failed ? 2 : value === 'flag' ? 1 : 0);

/**
 * The answer to a point: verdict, number, how many were counted, option or text. Of several assets the one that was found
 * worst speaks, else the first; undefined: nobody answered it.
 */
export function answerOf(order: Order | null, name: string): Value | undefined {
  const [section, item] = name.slice(PREFIX.length).split(/\./);
  const answers = Object.entries(order?.answers ?? {}).filter(([key]) => key.endsWith(`/${section}/${item}`));
  const worst = answers.reduce<CheckAnswer | null>(
    (found, [, answer]) => (found === null || rank(answer) > rank(found) ? answer : found),
    null,
  );
  if (worst === null) return undefined;
  return typeof worst.value === 'object' ? worst.value.count : worst.value;
}

const answersOf = (order: Order | null): CheckAnswer[] => Object.values(order?.answers ?? {});
export const failedIn = (order: Order | null): number => answersOf(order).filter(({ failed }) => failed).length;
export const flaggedIn = (order: Order | null): number =>
  answersOf(order).filter(({ value }) => value === 'flag').length;
