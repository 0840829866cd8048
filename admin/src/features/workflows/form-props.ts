import type { Step, StepOf } from '#domain/workflow/definition';
import type { Editing } from './use-editing.ts';

/** What the form of a step works with. */
export interface FormProps<T extends Step['type'] = Step['type']> {
  editing: Editing;
  step: StepOf<T>;
  /** A change that gives `undefined` takes the field away. */
  set: (change: { [F in keyof StepOf<T>]?: StepOf<T>[F] | undefined }) => void;
  /** Path of the step within the body: "steps.3". */
  path: string;
}
