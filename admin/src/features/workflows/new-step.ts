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
