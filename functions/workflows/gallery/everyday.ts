import { workingDayAt, workingDays, workingHours } from '#domain/limit';
import type { Definition } from '#domain/workflow/definition';
import { desk, deskHead, director, eachWorkingDay, quality, rules, superiors, text } from '../parts.ts';
import { closing, handling, receiving } from './complaint-steps.ts';

const calls = { to: [desk], within: workingHours(4), late: [deskHead] };
const common = { kind: 'complaint', start: 'received', withdrawn: 'tell-withdrawn', calls } as const;

/** A lamp is out: the repairer of the area, four working hours to answer, done by the second working day. */
export const corridorLighting: Definition = {
  ...common,
  name: text('楼道照明报修流程', 'Corridor lighting'),
  rerouted: 'assign',
  pauseCap: workingDays(5),
  steps: [
    ...receiving('assign'),
    {
      id: 'assign',
      label: text('派给片区维修员', 'To the repairer of the area'),
      type: 'assign',
      to: [{ kind: 'areaRepairer' }, { kind: 'handler', department: 'engineering' }],
      next: 'accept',
    },
    ...handling({
      accept: [
        { to: [{ kind: 'owner' }], within: workingHours(4), reminders: { after: workingHours(2), times: 1 } },
        { to: [{ kind: 'head', department: 'engineering' }], within: workingHours(4) },
        director,
        { to: [quality], reminders: eachWorkingDay },
      ],
    }),
    ...closing(workingDays(2)),
  ],
};

/** A bill is questioned: checked by finance first; explained where it is right, corrected and told where it is not. */
export const fees: Definition = {
  ...common,
  name: text('收费疑问流程', 'Fees'),
  rerouted: 'check',
  pauseCap: workingDays(10),
  steps: [
    ...receiving('check'),
    {
      id: 'check',
      label: text('核对账目', 'Check the account'),
      type: 'ask',
      status: 'verifying',
      template: 'verify',
      levels: [
        { to: [{ kind: 'handler', department: 'finance' }], within: workingDays(1) },
        { to: [{ kind: 'head', department: 'finance' }], within: workingHours(4) },
        director,
        { to: [quality], reminders: eachWorkingDay },
      ],
      watch: ['reply'],
      actions: rules({ accept: 'assign', reject: 'invalid' }, ['promise', 'askSuperior', 'bringIn', 'escalate']),
      exhausted: 'nobody-acted',
    },
    {
      id: 'assign',
      label: text('派给财务经办人', 'To finance'),
      type: 'assign',
      to: [
        { kind: 'handler', department: 'finance' },
        { kind: 'head', department: 'finance' },
      ],
      next: 'accept',
    },
    ...handling({ accept: [{ to: [{ kind: 'owner' }], within: workingHours(4) }, ...superiors] }),
    ...closing(workingDays(5)),
  ],
};

/** Points along a route at night: started in half an hour, done in the shift, and looked into where it was not. */
export const patrol: Definition = {
  kind: 'workOrder',
  name: text('夜间巡查流程', 'Night patrol'),
  start: 'assign',
  withdrawn: 'called-off',
  rerouted: 'assign',
  pauseCap: workingHours(2),
  calls,
  steps: [
    {
      id: 'assign',
      label: text('派给当班值班经理', 'To the duty manager on duty'),
      type: 'assign',
      to: [
        { kind: 'onDuty', roster: 'duty-manager' },
        { kind: 'handler', department: 'security' },
        { kind: 'head', department: 'security' },
      ],
      next: 'begin',
    },
    {
      id: 'begin',
      label: text('接单、开始巡查', 'Accept and set out'),
      type: 'ask',
      status: 'assigned',
      levels: [
        { to: [{ kind: 'owner' }], within: { kind: 'elapsed', minutes: 30 } },
        { to: [{ kind: 'head', department: 'security' }], within: { kind: 'elapsed', minutes: 30 } },
        { to: [{ kind: 'siteDirector' }], within: { kind: 'elapsed', minutes: 60 } },
      ],
      watch: [],
      actions: rules({ acknowledge: 'walk', resolve: 'archive', handOver: 'begin' }, ['note', 'escalate']),
      exhausted: 'missed',
    },
    {
      id: 'walk',
      label: text('逐点巡查', 'Walk the points'),
      type: 'ask',
      status: 'inProgress',
      levels: [
        {
          to: [{ kind: 'owner' }],
          within: { kind: 'elapsed', minutes: 180 },
          reminders: { after: { kind: 'elapsed', minutes: 60 }, times: 2 },
        },
        { to: [{ kind: 'head', department: 'security' }], within: { kind: 'elapsed', minutes: 60 } },
      ],
      watch: [],
      actions: rules({ resolve: 'archive', handOver: 'begin' }, ['note', 'pause', 'resume', 'bringIn', 'escalate']),
      exhausted: 'missed',
    },
    {
      id: 'missed',
      label: text('漏巡说明', 'Why it was missed'),
      type: 'ask',
      status: 'nobodyActed',
      levels: [
        { to: [{ kind: 'siteDirector' }], within: workingDayAt(1, '10:00') },
        { to: [quality], reminders: eachWorkingDay },
      ],
      watch: [],
      actions: rules({ acknowledge: 'not-done', resolve: 'archive', handOver: 'begin' }, ['note']),
      exhausted: 'missed',
    },
    { id: 'archive', label: text('巡查完成', 'Patrol done'), type: 'end', status: 'closed' },
    { id: 'not-done', label: text('已说明、归档', 'Explained and filed'), type: 'end', status: 'invalid' },
    { id: 'called-off', label: text('已取消', 'Called off'), type: 'end', status: 'withdrawn' },
  ],
};

/** A visit after a repair or a closed complaint: the steward goes or calls; not satisfied goes back one level up. */
export const visit: Definition = {
  kind: 'visit',
  name: text('回访流程', 'Follow-up visit'),
  start: 'assign',
  withdrawn: 'called-off',
  rerouted: 'assign',
  pauseCap: workingDays(5),
  calls,
  steps: [
    {
      id: 'assign',
      label: text('派给楼栋管家', 'To the steward of the building'),
      type: 'assign',
      to: [{ kind: 'steward' }, { kind: 'areaCustomerService' }, desk],
      next: 'go',
    },
    {
      id: 'go',
      label: text('上门或致电回访', 'Visit or call'),
      type: 'ask',
      status: 'assigned',
      levels: [
        {
          to: [{ kind: 'owner' }],
          within: workingDays(3),
          reminders: { after: workingDayAt(1, '09:00'), times: 2 },
        },
        { to: [deskHead], within: workingDays(1) },
        { to: [{ kind: 'siteDirector' }], within: workingDays(1) },
      ],
      watch: [],
      actions: rules({ verdict: 'is-satisfied', handOver: 'go' }, [
        'acknowledge',
        'promise',
        'noAnswer',
        'note',
        'escalate',
      ]),
      exhausted: 'not-visited',
    },
    {
      id: 'is-satisfied',
      label: text('是否满意', 'Satisfied?'),
      type: 'branch',
      cases: [
        { when: { field: 'verdict', is: 'in', value: ['notSolved', 'partly'] }, next: 'tell-head' },
        { when: { field: 'score', is: 'lte', value: 2 }, next: 'tell-head' },
      ],
      otherwise: 'archive',
    },
    {
      id: 'tell-head',
      label: text('告知上级', 'Tell the superiors'),
      type: 'notify',
      to: [{ kind: 'head', department: 'item' }, deskHead, { kind: 'siteDirector' }],
      template: 'notSatisfied',
      next: 'open-again',
    },
    {
      id: 'open-again',
      label: text('再次立案处理', 'Open it again'),
      type: 'open',
      kind: 'complaint',
      next: 'archive',
    },
    {
      id: 'not-visited',
      label: text('未回访清单', 'Not visited'),
      type: 'ask',
      status: 'nobodyActed',
      template: 'nobodyActed',
      levels: [{ to: [quality] }],
      watch: [],
      actions: rules({ verdict: 'is-satisfied', handOver: 'go', reject: 'called-off' }, ['note']),
      exhausted: 'not-visited',
    },
    { id: 'archive', label: text('回访归档', 'Close and archive'), type: 'end', status: 'closed' },
    { id: 'called-off', label: text('不再回访', 'No visit any more'), type: 'end', status: 'withdrawn' },
  ],
};
