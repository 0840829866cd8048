import type { Text } from '#domain/text';
import type { Step } from '#domain/workflow/definition';

export type StepType = Step['type'];
/** In the order they are offered. */
export const stepTypes = [
  'ask',
  'notify',
  'assign',
  'branch',
  'wait',
  'set',
  'open',
  'end',
] as const satisfies StepType[];

/**
 * A step that works as it stands: it leads on to `next`, and one that asks waits for good with whoever is on top. What it
 * asks, tells or decides is the usual thing, to be changed.
 */
export function newStep(type: StepType, id: string, label: Text, next: string): Step {
  const base = { id, label };
  switch (type) {
    case 'assign':
      return {
        ...base,
        type,
        to: [
          { kind: 'handler', department: 'item' },
          { kind: 'head', department: 'item' },
        ],
        next,
      };
    case 'notify':
      return { ...base, type, to: 'resident', template: 'goesOn', next };
    case 'ask':
      return {
        ...base,
        type,
        status: 'inProgress',
        levels: [
          { to: [{ kind: 'owner' }], within: 'acknowledge' },
          { to: [{ kind: 'head', department: 'item' }], within: 'acknowledge' },
          { to: [{ kind: 'siteDirector' }] },
        ],
        watch: [],
        actions: [{ action: 'resolve', next }, { action: 'promise' }, { action: 'escalate' }],
        exhausted: id,
      };
    case 'branch':
      return {
        ...base,
        type,
        cases: [{ when: { field: 'major', is: 'eq', value: true }, next }],
        otherwise: next,
      };
    case 'wait':
      return { ...base, type, for: { kind: 'workingDays', days: 1 }, next };
    case 'set':
      return { ...base, type, next };
    case 'open':
      return { ...base, type, kind: 'visit', next };
    case 'end':
      return { ...base, type, status: 'closed' };
  }
}

const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });
/** What a new step is called until somebody names it. */
export const newLabels: Record<StepType, Text> = {
  ask: text('新的请办', 'Ask somebody'),
  notify: text('新的通知', 'Tell somebody'),
  assign: text('新的指派', 'Assign'),
  branch: text('新的判断', 'Decide'),
  wait: text('新的等待', 'Wait'),
  set: text('新的变更', 'Change the complaint'),
  open: text('新的关联事项', 'Open something linked'),
  end: text('新的结束', 'End'),
};
const LONGEST = 500;
export const copyLabel = (label: Text): Text => ({
  'zh-CN': `${label['zh-CN']}（副本）`.slice(0, LONGEST),
  en: `${label.en} (copy)`.slice(0, LONGEST),
});
