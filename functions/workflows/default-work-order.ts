import { workingDays, workingHours } from '#domain/limit';
import type { Definition } from '#domain/workflow/definition';
import { desk, deskHead, director, eachWorkingDay, quality, rules, superiors, text } from './parts.ts';

/** Department head, site director, company: who checks the work, and who is asked when the head does not. */
const inspectors = [
  { to: [{ kind: 'head' as const, department: 'item' }], within: 'acknowledge' as const },
  director,
  { to: [quality, { kind: 'companyPost' as const, post: 'general-manager' }], reminders: eachWorkingDay },
];

/**
 * The workflow of work orders that ships: assigned to who answers for the facility, accepted (接单), done inside the time
 * limit, checked by somebody else where its kind asks for it (验收), closed. Late orders climb as complaints do; a repair
 * that comes back for the second time starts one level higher.
 */
export const defaultWorkOrder: Definition = {
  kind: 'workOrder',
  name: text('标准工单流程', 'Standard work order'),
  start: 'is-rework',
  withdrawn: 'cancelled',
  rerouted: 'assign',
  pauseCap: workingDays(10),
  calls: { to: [desk], within: workingHours(4), late: [deskHead] },
  steps: [
    {
      id: 'is-rework',
      label: text('是否再次返修', 'Rework again?'),
      type: 'branch',
      cases: [{ when: { field: 'reworkTimes', is: 'gte', value: 2 }, next: 'raise-rework' }],
      otherwise: 'assign',
    },
    {
      id: 'raise-rework',
      label: text('再次返修升一级', 'Rework again: one level up'),
      type: 'set',
      raise: { levels: 1, why: 'rework' },
      next: 'assign',
    },
    {
      id: 'assign',
      label: text('派给责任人', 'Assign'),
      type: 'assign',
      to: [{ kind: 'responsible' }, { kind: 'head', department: 'item' }],
      next: 'accept',
    },
    {
      id: 'accept',
      label: text('等待接单', 'Accept'),
      type: 'ask',
      status: 'assigned',
      levels: [{ to: [{ kind: 'owner' }], within: 'acknowledge' }, ...superiors],
      watch: [],
      actions: rules({ acknowledge: 'do', handOver: 'accept', notMine: 'dispatch' }, ['bringIn', 'escalate']),
      exhausted: 'nobody-acted',
    },
    {
      id: 'dispatch',
      label: text('重新派单', 'Dispatch again'),
      type: 'ask',
      status: 'assigned',
      levels: superiors,
      watch: [],
      actions: rules({ handOver: 'accept', acknowledge: 'do' }, ['escalate']),
      exhausted: 'nobody-acted',
    },
    {
      id: 'do',
      label: text('处理', 'Do the work'),
      type: 'ask',
      status: 'inProgress',
      levels: [{ to: [{ kind: 'owner' }] }, ...superiors],
      watch: ['resolve'],
      actions: rules({ complete: 'is-inspected', handOver: 'accept', notMine: 'dispatch' }, [
        'check',
        'acknowledge',
        'pause',
        'resume',
        'noAnswer',
        'bringIn',
        'askSuperior',
        'escalate',
      ]),
      exhausted: 'nobody-acted',
    },
    {
      id: 'nobody-acted',
      label: text('无人处理', 'Nobody acted'),
      type: 'ask',
      status: 'nobodyActed',
      template: 'nobodyActed',
      levels: [{ to: [quality] }],
      watch: [],
      actions: rules({ acknowledge: 'do', handOver: 'accept' }, ['bringIn']),
      exhausted: 'nobody-acted',
    },
    {
      id: 'is-inspected',
      label: text('是否需验收', 'To be checked?'),
      type: 'branch',
      cases: [{ when: { field: 'isInspected', is: 'eq', value: true }, next: 'inspect' }],
      otherwise: 'closed',
    },
    {
      id: 'inspect',
      label: text('验收', 'Acceptance check'),
      type: 'ask',
      status: 'resolved',
      levels: inspectors,
      watch: [],
      actions: rules({ approve: 'closed', decline: 'again' }, ['escalate']),
      exhausted: 'nobody-inspected',
    },
    {
      id: 'nobody-inspected',
      label: text('无人验收', 'Nobody checked it'),
      type: 'ask',
      status: 'nobodyActed',
      template: 'nobodyActed',
      levels: [{ to: [quality] }],
      watch: [],
      actions: rules({ approve: 'closed', decline: 'again' }, []),
      exhausted: 'nobody-inspected',
    },
    {
      id: 'again',
      label: text('返工', 'Do it again'),
      type: 'set',
      restart: ['resolve'],
      next: 'do',
    },
    { id: 'closed', label: text('完成归档', 'Close and archive'), type: 'end', status: 'closed' },
    { id: 'cancelled', label: text('取消', 'Cancelled'), type: 'end', status: 'withdrawn' },
  ],
};
