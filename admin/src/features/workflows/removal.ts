import { arrowProblems } from '#domain/workflow/check';
import type { Definition } from '#domain/workflow/definition';
import { arrowsOf, reachableIn, redirected, stepOf, successorsOf } from './arrows.ts';
import { FEWEST_STEPS } from './edit.ts';

/** A sound way to delete a step. */
export interface Removal {
  /** Where everything goes that led to it; null: nothing did. */
  to: string | null;
  /** Steps that nothing leads to any more, and that go with it. */
  also: string[];
  definition: Definition;
}
export interface Removals {
  /** The step led there itself. */
  usual: Removal[];
  /** Any other step. */
  other: Removal[];
}

const keysOf = (definition: Definition): Set<string> =>
  new Set(arrowProblems(definition).map(({ step, code }) => `${step} ${code}`));

/** All sound ways to delete a step: none brings a problem of the arrows that was not there before. */
export function removalsOf(definition: Definition, id: string): Removals {
  const step = stepOf(definition, id);
  if (!step) return { usual: [], other: [] };
  const before = keysOf(definition);
  const ledTo = arrowsOf(definition).some((arrow) => arrow.to === id && arrow.from !== id);
  const tried = (to: string | null): Removal[] => {
    const removal = without(definition, id, to);
    const sound =
      removal.definition.steps.length >= FEWEST_STEPS &&
      [...keysOf(removal.definition)].every((key) => before.has(key));
    return sound ? [removal] : [];
  };
  if (!ledTo) return { usual: tried(null), other: [] };
  const successors = successorsOf(step);
  const rest = definition.steps.map((one) => one.id).filter((one) => one !== id && !successors.includes(one));
  return { usual: successors.flatMap(tried), other: rest.flatMap(tried) };
}

/** Whether there is nothing to ask: one way, and only the step itself goes. */
export const isPlain = ({ usual, other }: Removals): boolean =>
  usual.length === 1
    ? usual[0]?.also.length === 0
    : usual.length === 0 && other.length === 1 && other[0]?.also.length === 0;

function without(definition: Definition, id: string, to: string | null): Removal {
  const reached = reachableIn(definition);
  const led = to === null ? definition : redirected(definition, id, to);
  const left = { ...led, steps: led.steps.filter((step) => step.id !== id) };
  const still = reachableIn(left);
  const also = left.steps.flatMap((step) => (reached.has(step.id) && !still.has(step.id) ? [step.id] : []));
  const goes = new Set(also);
  return { to, also, definition: { ...left, steps: left.steps.filter((step) => !goes.has(step.id)) } };
}
