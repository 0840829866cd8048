import { workingDays } from '#domain/limit';
import type { Level, LimitRef, Step } from '#domain/workflow/definition';
import { askedForVerdict, desk, deskHead, deskLadder, quality, rules, superiors, text } from '../parts.ts';

/** The receipt to the resident; who complains again is heard one level up. Goes on at `next`. */
export const receiving = (next: string): Step[] => [
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
    otherwise: next,
  },
  {
    id: 'raise-repeat',
    label: text('重复投诉升一级', 'Repeat: one level up'),
    type: 'set',
    raise: { levels: 1, why: 'repeat' },
    next,
  },
];

interface Handling {
  /** Who is asked to take it, and who above; their owner handles it afterwards. */
  accept: Level[];
  /** Above the owner while it is handled. */
  above?: Level[];
  /** Where a resolved one goes. */
  resolved?: string;
}

/** Taking it, handing it back and on, handling it to the end, and the list of what nobody acted on. */
export const handling = ({ accept, above = superiors, resolved = 'verdict' }: Handling): Step[] => [
  {
    id: 'accept',
    label: text('等待响应', 'Acknowledge'),
    type: 'ask',
    status: 'assigned',
    levels: accept,
    watch: [],
    actions: rules(
      {
        acknowledge: 'handle',
        promise: 'handle',
        reply: 'handle',
        resolve: resolved,
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
    levels: [{ to: [{ kind: 'owner' }] }, ...above],
    watch: ['reply', 'resolve'],
    actions: rules({ resolve: resolved, handOver: 'accept', notMine: 'dispatch', reject: 'invalid' }, [
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
        resolve: resolved,
        verdict: 'is-satisfied',
        reject: 'invalid',
      },
      ['bringIn'],
    ),
    exhausted: 'nobody-acted',
  },
];

/** The resident's verdict, asked for `within` and closed in silence after it; reopening one level up; the ends. */
export const closing = (within: LimitRef = workingDays(3)): Step[] => [
  {
    id: 'verdict',
    label: text('业主评价', 'Resident’s verdict'),
    type: 'ask',
    status: 'resolved',
    levels: [{ to: [desk], within }],
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
    levels: [{ to: [deskHead, { kind: 'siteDirector' }], within }],
    watch: [],
    actions: askedForVerdict,
    exhausted: 'tell-silent',
    unreached: 'nobody-acted',
  },
  {
    id: 'is-satisfied',
    label: text('是否满意', 'Satisfied?'),
    type: 'branch',
    cases: [{ when: { field: 'verdict', is: 'in', value: ['notSolved', 'partly'] }, next: 'reopen' }],
    otherwise: 'archive',
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
];
