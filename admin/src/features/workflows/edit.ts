import { slugOf } from '#domain/slug-of';
import type { Text } from '#domain/text';
import type { Definition, Step } from '#domain/workflow/definition';
import { type Arrow, pointed, stepOf } from './arrows.ts';
import { newStep, type StepType } from './new-step.ts';

/** The most steps a workflow may have, and the fewest. */
export const MOST_STEPS = 100;
export const FEWEST_STEPS = 2;

/** What one edit makes of the workflow, and the step it is about. */
export interface Edited {
  definition: Definition;
  step: string;
}

/** An id no step has; ids of steps are never shown, and never change. */
const freshId = ({ steps }: Definition, like: string): string =>
  slugOf(
    like,
    steps.map(({ id }) => id),
    'step',
  );

export const replaceStep = (definition: Definition, id: string, change: (step: Step) => Step): Definition => ({
  ...definition,
  steps: definition.steps.map((step) => (step.id === id ? change(step) : step)),
});

export const pointArrow = (definition: Definition, { from, field }: Arrow, to: string): Definition =>
  from === null ? { ...definition, [field]: to } : replaceStep(definition, from, (step) => pointed(step, field, to));

function placed(definition: Definition, step: Step, after: string | null): Definition {
  const steps = [...definition.steps];
  steps.splice(after === null ? 0 : steps.findIndex(({ id }) => id === after) + 1, 0, step);
  return { ...definition, steps };
}

/** A new step in the middle of an arrow, listed below the step the arrow leaves. An end there leads nowhere. */
export function insertOn(definition: Definition, arrow: Arrow, type: StepType, label: Text): Edited {
  const id = freshId(definition, type);
  const inserted = placed(definition, newStep(type, id, label, arrow.to), arrow.from);
  return { definition: pointArrow(inserted, arrow, id), step: id };
}

/**
 * A copy below the step. Where a step has one way on, the copy comes next on it; a copy of one with several ways leads
 * to the same steps and waits to be led to.
 */
export function copyStep(definition: Definition, id: string, label: Text): Edited | null {
  const step = stepOf(definition, id);
  if (!step || definition.steps.length >= MOST_STEPS) return null;
  const copy: Step = { ...structuredClone(step), id: freshId(definition, step.type), label };
  if (copy.type === 'ask' && copy.exhausted === id) copy.exhausted = copy.id;
  if (copy.type === 'ask' && copy.unreached === id) copy.unreached = copy.id;
  const added = placed(definition, copy, id);
  return {
    definition: 'next' in step ? pointArrow(added, { from: id, field: 'next', to: step.next }, copy.id) : added,
    step: copy.id,
  };
}

/** The step at another place of the list; the arrows stay as they are. */
export function moveStep(definition: Definition, id: string, to: number): Definition {
  const step = stepOf(definition, id);
  if (!step) return definition;
  const steps = definition.steps.filter((one) => one !== step);
  steps.splice(Math.max(0, Math.min(steps.length, to)), 0, step);
  return { ...definition, steps };
}
