import { elapsed } from '#domain/limit';
import type { Recipient } from '#domain/recipients';
import type { Definition, Level, Step, StepOf } from '#domain/workflow/definition';

const label = { 'zh-CN': '步骤', en: 'Step' };

export const person = (id: string): Recipient => ({ kind: 'person', person: id });

/** A workflow of the steps given; starts, and goes on when withdrawn or re-routed, as said, else at the first step. */
export function define(steps: readonly [Step, ...Step[]], change: Partial<Definition> = {}): Definition {
  const first = steps[0].id;
  return {
    kind: 'complaint',
    name: label,
    start: first,
    withdrawn: steps.findLast(({ type }) => type === 'end')?.id ?? first,
    rerouted: first,
    pauseCap: elapsed(60),
    calls: { to: [person('customer-centre-clerk-a')], within: elapsed(30), late: [person('customer-centre-head')] },
    steps: [...steps],
    ...change,
  };
}

export const ask = (id: string, levels: Level[], more: Partial<StepOf<'ask'>> = {}): StepOf<'ask'> => ({
  id,
  label,
  type: 'ask',
  status: 'inProgress',
  levels,
  watch: [],
  actions: [{ action: 'resolve', next: 'done' }],
  exhausted: id,
  ...more,
});
export const end = (id: string, status: StepOf<'end'>['status'] = 'closed'): Step => ({
  id,
  label,
  type: 'end',
  status,
});
type Unlabelled = Step extends infer S ? (S extends Step ? Omit<S, 'label'> : never) : never;
/** Any other step, with a label. */
export const step = (given: Unlabelled): Step => ({ ...given, label });
