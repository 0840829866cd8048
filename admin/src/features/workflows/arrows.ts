import { targetsOf } from '#domain/workflow/check';
import type { Definition, Step } from '#domain/workflow/definition';

/** Fields of the workflow itself that name a step. */
export const roots = ['start', 'withdrawn', 'rerouted'] as const;
export type Root = (typeof roots)[number];
/** What names a step to go to: a field of a step ("actions.2.next"), or of the workflow itself (`from` null). */
export type Arrow = { from: string; field: string; to: string } | { from: null; field: Root; to: string };

export const stepOf = ({ steps }: Definition, id: string): Step | undefined => steps.find((step) => step.id === id);

/** All arrows of the workflow, its own first. */
export const arrowsOf = (definition: Definition): Arrow[] => [
  ...roots.map((field) => ({ from: null, field, to: definition[field] })),
  ...definition.steps.flatMap((step) => targetsOf(step).map(({ field, to }) => ({ from: step.id, field, to }))),
];

/** The step with one of its arrows, named by its field, leading elsewhere; as it was when it has no such arrow. */
export function pointed(step: Step, field: string, to: string): Step {
  const [list, at] = field.split('.');
  switch (step.type) {
    case 'end':
      return step;
    case 'ask':
      if (field === 'exhausted' || field === 'unreached') return { ...step, [field]: to };
      return {
        ...step,
        actions: step.actions.map((rule, index) =>
          list === 'actions' && index === Number(at) ? { ...rule, next: to } : rule,
        ),
      };
    case 'branch':
      if (field === 'otherwise') return { ...step, otherwise: to };
      return {
        ...step,
        cases: step.cases.map((one, index) => (list === 'cases' && index === Number(at) ? { ...one, next: to } : one)),
      };
    default:
      return field === 'next' ? { ...step, next: to } : step;
  }
}

/** The workflow with every arrow to `from` leading to `to`. */
export function redirected(definition: Definition, from: string, to: string): Definition {
  const next = { ...definition };
  for (const root of roots) if (next[root] === from) next[root] = to;
  next.steps = definition.steps.map((step) =>
    targetsOf(step)
      .filter((arrow) => arrow.to === from)
      .reduce((now, { field }) => pointed(now, field, to), step),
  );
  return next;
}

/** Where a step leads, each step once, in the order of its ways; itself left out. */
export const successorsOf = (step: Step): string[] => [
  ...new Set(targetsOf(step).flatMap(({ to }) => (to === step.id ? [] : [to]))),
];

/** Steps that can be reached by what the workflow and its steps name. */
export function reachableIn(definition: Definition): Set<string> {
  const found = new Set<string>();
  const open = roots.map((root) => definition[root]);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = found.has(id) ? undefined : stepOf(definition, id);
    if (!step) continue;
    found.add(id);
    open.push(...successorsOf(step));
  }
  return found;
}
