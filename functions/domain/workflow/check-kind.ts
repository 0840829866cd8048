import { fieldsOf } from '../condition.ts';
import { isFieldOf, itemFields } from '../fields.ts';
import type { Recipient } from '../recipients.ts';
import type { Text } from '../text.ts';
import { actionLabel } from '../words.ts';
import { type ActionName, actionNames } from './action.ts';
import type { Problem } from './check.ts';
import type { Definition, ItemKind, Step } from './definition.ts';
import { isForKind } from './kinds.ts';

type Wrong = (field: string, what: string) => void;

/** What means nothing to items of the definition's kind: an action they never have, a person or field of another kind. */
export function kindProblems({ kind, steps }: Definition): Problem[] {
  const problems: Problem[] = [];
  for (const step of steps)
    checkStep(step, kind, (field, what) => {
      problems.push({ step: step.id, field, code: 'wrong_kind', detail: { what } });
    });
  return problems;
}

function checkStep(step: Step, kind: ItemKind, wrong: Wrong): void {
  const isOrder = kind === 'workOrder';
  const people = (field: string, list: readonly Recipient[]) => {
    for (const kind of ['responsible', 'patrol'] as const)
      if (!isOrder && list.some((one) => one.kind === kind)) wrong(field, kind);
    for (const post of ['visitor', 'worker'] as const)
      if (kind !== 'visit' && list.some((one) => one.kind === post)) wrong(field, post);
  };
  switch (step.type) {
    case 'assign':
      return people('to', step.to);
    case 'notify':
      if (step.to !== 'resident') people('to', step.to);
      else if (isOrder) wrong('to', 'resident');
      return;
    case 'branch':
      step.cases.forEach(({ when }, index) => {
        for (const field of fieldsOf(when)) if (!isFieldOf(field, kind)) wrong(`cases.${index}.when`, field);
      });
      return;
    case 'set':
      if (isOrder && step.restart?.includes('reply')) wrong('restart', 'reply');
      return;
    case 'ask':
      step.levels.forEach((level, index) => {
        people(`levels.${index}.to`, level.to);
        people(`levels.${index}.outside`, level.outside ?? []);
      });
      step.actions.forEach(({ action }, index) => {
        if (!isForKind(action, kind)) wrong(`actions.${index}`, action);
      });
      if (isOrder && step.watch.includes('reply')) wrong('watch', 'reply');
      return;
    default:
      return;
  }
}

const others: Record<string, Text> = {
  responsible: { 'zh-CN': '设备责任人', en: 'person who answers for the facility' },
  patrol: { 'zh-CN': '巡查人员', en: 'people of the patrol' },
  visitor: { 'zh-CN': '回访人', en: 'visitor' },
  worker: { 'zh-CN': '经办人', en: 'whoever did the work' },
  resident: { 'zh-CN': '业主', en: 'resident' },
};
const isAction = (what: string): what is ActionName => actionNames.some((name) => name === what);

/** What was named, as people call it; undefined: by no name known. */
export function whatWords(what: string): Text | undefined {
  if (isAction(what)) return { 'zh-CN': actionLabel(what, 'zh-CN'), en: actionLabel(what, 'en') };
  return others[what] ?? itemFields.find(({ name }) => name === what)?.label;
}
