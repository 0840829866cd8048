import { workingDayAt, workingDays, workingHours } from '#domain/limit';
import type { ActionName } from '#domain/workflow/action';
import type { ActionRule, Definition, Level } from '#domain/workflow/definition';

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const rules = (next: Partial<Record<ActionName, string>>, stay: readonly ActionName[]): ActionRule[] => [
  ...Object.entries(next).map(([action, target]) => ({ action: action as ActionName, next: target })),
  ...stay.map((action) => ({ action })),
];

const desk = { kind: 'handler', department: 'customer-centre' } as const;
const deskHead = { kind: 'head', department: 'customer-centre' } as const;
const dutyManager = { kind: 'onDuty', roster: 'duty-manager' } as const;
const quality = { kind: 'companyPost', post: 'quality' } as const;

/** Out of hours the duty manager is told beside the director. */
const director: Level = {
  to: [{ kind: 'siteDirector' }],
  outside: [{ kind: 'siteDirector' }, dutyManager],
  within: 'acknowledge',
};
const eachWorkingDay = { after: workingDayAt(1, '09:00'), times: 5 };
/** The desk, its head, the director, the quality department: where a complaint is nobody's yet. */
const deskLadder: Level[] = [
  { to: [desk], within: 'acknowledge' },
  { to: [deskHead], within: 'acknowledge' },
  director,
  { to: [quality], reminders: eachWorkingDay },
];

/** Department head, site director, company: each with the acknowledge limit again. */
const superiors: Level[] = [
  { to: [{ kind: 'head', department: 'item' }], within: 'acknowledge' },
  director,
  { to: [quality, { kind: 'companyPost', post: 'general-manager' }], reminders: eachWorkingDay },
];

/** How long the resident may be silent; whoever asks for the verdict is reminded each working day meanwhile. */
const untilSilent = { within: workingDays(3), reminders: { after: workingDayAt(1, '09:00'), times: 2 } };
const askedForVerdict = rules({ verdict: 'is-satisfied' }, ['noAnswer', 'promise']);

/**
 * The complaint workflow that ships: the nine stages of complaint handling (受理, 分类核实, 派单, 跟进, 升级, 报告,
 * 答复, 回访 as the verdict, 归档). Managers change a copy of it; items keep the version they started with.
 */
export const defaultComplaint: Definition = {
  kind: 'complaint',
  name: text('标准投诉流程', 'Standard complaint'),
  start: 'received',
  withdrawn: 'tell-withdrawn',
  rerouted: 'is-major',
  pauseCap: workingDays(10),
  calls: { to: [desk], within: workingHours(4), late: [deskHead] },
  steps: [
    {
      id: 'received',
      label: text('告知已受理', 'Confirm receipt'),
      type: 'notify',
      to: 'resident',
      template: 'received',
      next: 'is-repeat',
    },
    {
      id: 'is-repeat',
      label: text('是否重复投诉', 'Repeat?'),
      type: 'branch',
      cases: [{ when: { field: 'isRepeat', is: 'eq', value: true }, next: 'raise-repeat' }],
      otherwise: 'is-major',
    },
    {
      id: 'raise-repeat',
      label: text('重复投诉升一级', 'Repeat: one level up'),
      type: 'set',
      raise: { levels: 1, why: 'repeat' },
      next: 'is-major',
    },
    {
      id: 'is-major',
      label: text('是否重大投诉', 'Major?'),
      type: 'branch',
      cases: [{ when: { field: 'major', is: 'eq', value: true }, next: 'report-major' }],
      otherwise: 'is-verified',
    },
    {
      id: 'report-major',
      label: text('立即报告', 'Report at once'),
      type: 'notify',
      to: [{ kind: 'head', department: 'item' }, { kind: 'siteDirector' }],
      template: 'major',
      next: 'is-verified',
    },
    {
      id: 'is-verified',
      label: text('是否已核实', 'Verified?'),
      type: 'branch',
      cases: [{ when: { field: 'verified', is: 'eq', value: true }, next: 'assign' }],
      otherwise: 'verify',
    },
    {
      id: 'verify',
      label: text('分类核实', 'Classify and verify'),
      type: 'ask',
      status: 'verifying',
      levels: deskLadder,
      watch: ['reply'],
      actions: rules({ accept: 'assign', reject: 'invalid' }, ['askSuperior', 'promise', 'escalate']),
      exhausted: 'nobody-acted',
    },
    {
      id: 'assign',
      label: text('派单', 'Assign'),
      type: 'assign',
      to: [
        { kind: 'handler', department: 'item' },
        { kind: 'head', department: 'item' },
      ],
      next: 'accept',
    },
    {
      id: 'accept',
      label: text('等待响应', 'Acknowledge'),
      type: 'ask',
      status: 'assigned',
      levels: [{ to: [{ kind: 'owner' }], within: 'acknowledge' }, ...superiors],
      watch: [],
      actions: rules(
        {
          acknowledge: 'handle',
          promise: 'handle',
          reply: 'handle',
          resolve: 'verdict',
          handOver: 'accept',
          notMine: 'dispatch',
          reject: 'invalid',
        },
        ['bringIn', 'escalate'],
      ),
      exhausted: 'nobody-acted',
    },
    {
      id: 'dispatch',
      label: text('重新派单', 'Dispatch again'),
      type: 'ask',
      status: 'assigned',
      levels: deskLadder,
      watch: [],
      actions: rules({ handOver: 'accept', reject: 'invalid' }, ['promise', 'escalate']),
      exhausted: 'nobody-acted',
    },
    {
      id: 'handle',
      label: text('跟进处理', 'Follow through'),
      type: 'ask',
      status: 'inProgress',
      levels: [{ to: [{ kind: 'owner' }] }, ...superiors],
      watch: ['reply', 'resolve'],
      actions: rules({ resolve: 'verdict', handOver: 'accept', notMine: 'dispatch', reject: 'invalid' }, [
        'promise',
        'reply',
        'noAnswer',
        'acknowledge',
        'bringIn',
        'askSuperior',
        'pause',
        'resume',
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
      actions: rules(
        {
          acknowledge: 'handle',
          promise: 'handle',
          handOver: 'accept',
          resolve: 'verdict',
          verdict: 'is-satisfied',
          reject: 'invalid',
        },
        ['bringIn'],
      ),
      exhausted: 'nobody-acted',
    },
    {
      id: 'verdict',
      label: text('业主评价', 'Resident’s verdict'),
      type: 'ask',
      status: 'resolved',
      levels: [{ to: [desk], ...untilSilent }],
      watch: [],
      actions: askedForVerdict,
      exhausted: 'tell-silent',
      unreached: 'verdict-superior',
    },
    {
      id: 'verdict-superior',
      label: text('上级代为回访', 'Verdict through a superior'),
      type: 'ask',
      status: 'resolved',
      levels: [{ to: [deskHead, { kind: 'siteDirector' }], ...untilSilent }],
      watch: [],
      actions: askedForVerdict,
      exhausted: 'tell-silent',
      unreached: 'verdict-quality',
    },
    {
      id: 'verdict-quality',
      label: text('品质部代为回访', 'Verdict through the quality department'),
      type: 'ask',
      status: 'resolved',
      levels: [{ to: [quality], ...untilSilent }],
      watch: [],
      actions: askedForVerdict,
      exhausted: 'tell-silent',
      unreached: 'nobody-acted',
    },
    {
      id: 'is-satisfied',
      label: text('是否满意', 'Satisfied?'),
      type: 'branch',
      cases: [
        { when: { field: 'verdict', is: 'eq', value: 'notSolved' }, next: 'reopen' },
        { when: { field: 'verdict', is: 'eq', value: 'partly' }, next: 'go-on' },
      ],
      otherwise: 'archive',
    },
    {
      id: 'go-on',
      label: text('部分解决，继续处理', 'Partly solved: go on'),
      type: 'set',
      restart: ['reply', 'resolve'],
      next: 'tell-going-on',
    },
    {
      id: 'tell-going-on',
      label: text('告知继续处理', 'Tell the resident'),
      type: 'notify',
      to: 'resident',
      template: 'goesOn',
      next: 'handle',
    },
    {
      id: 'reopen',
      label: text('重新打开并升级', 'Reopen one level up'),
      type: 'set',
      raise: { levels: 1, why: 'reopened' },
      restart: ['reply', 'resolve'],
      next: 'tell-reopened',
    },
    {
      id: 'tell-reopened',
      label: text('告知重新处理', 'Tell the resident'),
      type: 'notify',
      to: 'resident',
      template: 'reopened',
      next: 'accept',
    },
    {
      id: 'tell-silent',
      label: text('告知结案', 'Notice of closing'),
      type: 'notify',
      to: 'resident',
      template: 'closedSilent',
      next: 'archive',
    },
    {
      id: 'tell-withdrawn',
      label: text('告知撤回', 'Confirm withdrawal'),
      type: 'notify',
      to: 'resident',
      template: 'withdrawn',
      next: 'withdrawn',
    },
    { id: 'archive', label: text('结案归档', 'Close and archive'), type: 'end', status: 'closed' },
    { id: 'invalid', label: text('不成立', 'Not valid'), type: 'end', status: 'invalid' },
    { id: 'withdrawn', label: text('已撤回', 'Withdrawn'), type: 'end', status: 'withdrawn' },
  ],
};
