import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { siteOf } from '#domain/document-id';
import type { Definition, Step } from '#domain/workflow/definition';
import { fieldProps, type Problems } from '../document/problems.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { type Arrow, stepOf } from './arrows.ts';
import { copyStep, insertOn, MOST_STEPS, moveStep, replaceStep } from './edit.ts';
import { copyLabel, newLabels, type StepType } from './new-step.ts';
import { isPlain, type Removal, type Removals, removalsOf } from './removal.ts';
import { type Checked, useProblems } from './use-problems.ts';

/** The workflow itself stands where a step's id may. */
export const WHOLE = '*';
const SELECTED = 'at';

/** All that list, diagram and forms share while a workflow is edited. */
export interface Editing {
  body: Definition;
  editable: boolean;
  checked: Checked;
  /** Id of a step, `WHOLE`, or null. */
  selected: string | null;
  select: (id: string | null) => void;
  change: (next: (body: Definition) => Definition) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  setStep: (id: string, change: (step: Step) => Step) => void;
  /** False: the workflow has as many steps as it may have. */
  mayAdd: boolean;
  add: (arrow: Arrow, type: StepType) => void;
  copy: (id: string) => void;
  /** `by` places up (negative) or down. */
  move: (id: string, by: number) => void;
  /** Deletes, or asks first where the arrows are to go. */
  remove: (id: string) => void;
  removing: { step: Step; removals: Removals } | null;
  finishRemoving: (removal: Removal | null) => void;
  /** Messages by path within the body. */
  problems: Problems;
  /** Properties for the Form.Item of a field, by its path within the body. */
  field: (path: string) => ReturnType<typeof fieldProps>;
}

export function useEditing(document: OpenDocument<'workflow'>): Editing {
  const { body, editable, change } = document;
  const undo = document.canUndo ? document.undo : null;
  const redo = document.canRedo ? document.redo : null;
  const checked = useProblems(body, siteOf(document.id));
  const problems = { ...document.problems, ...checked.byPath };
  const [search, setSearch] = useSearchParams();
  const [removing, setRemoving] = useState<Editing['removing']>(null);
  // The address follows later: a key pressed at once must find what was just selected.
  const [at, setAt] = useState(() => search.get(SELECTED));
  const selected = at === WHOLE || (at !== null && stepOf(body, at)) ? at : null;
  const select = (id: string | null) => {
    setAt(id);
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (id === null) next.delete(SELECTED);
        else next.set(SELECTED, id);
        return next;
      },
      { replace: true },
    );
  };

  const finish = (id: string, removal: Removal) => {
    const index = body.steps.findIndex((step) => step.id === id);
    change(() => removal.definition);
    const left = removal.definition.steps;
    if (selected === id) select(left[Math.min(index, left.length - 1)]?.id ?? null);
  };
  return {
    body,
    editable,
    checked,
    selected,
    select,
    change,
    undo,
    redo,
    setStep: (id, set) => change((now) => replaceStep(now, id, set)),
    mayAdd: editable && body.steps.length < MOST_STEPS,
    add: (arrow, type) => {
      const { definition, step } = insertOn(body, arrow, type, newLabels[type]);
      change(() => definition);
      select(step);
    },
    copy: (id) => {
      const step = stepOf(body, id);
      const copied = step && copyStep(body, id, copyLabel(step.label));
      if (!copied) return;
      change(() => copied.definition);
      select(copied.step);
    },
    move: (id, by) => change((now) => moveStep(now, id, now.steps.findIndex((step) => step.id === id) + by)),
    remove: (id) => {
      const step = stepOf(body, id);
      if (!step) return;
      const removals = removalsOf(body, id);
      const [only] = [...removals.usual, ...removals.other];
      if (only && isPlain(removals)) finish(id, only);
      else setRemoving({ step, removals });
    },
    removing,
    finishRemoving: (removal) => {
      if (removing && removal) finish(removing.step.id, removal);
      setRemoving(null);
    },
    problems,
    field: (path) => fieldProps(problems, path),
  };
}
