import { workingDays, workingHours } from '#domain/limit';
import type { Definition, Level } from '#domain/workflow/definition';
import { desk, deskHead, deskLadder, director, eachWorkingDay, quality, rules, text } from './parts.ts';

const above: Level[] = [
  { to: [deskHead], within: 'acknowledge' },
  director,
  { to: [quality], reminders: eachWorkingDay },
];

/**
 * The workflow of follow-up visits (回访) that ships: it waits until it is due, asks by message or tells the visitor, who
 * takes it, visits by the limit and records what was said. Late visits climb as everything does. Low scores take up again
 * what was asked about; praise reaches whoever earned it. Whom nobody reaches in any way is left in peace.
 */
export const defaultVisit: Definition = {
  kind: 'visit',
  name: text('标准回访流程', 'Standard follow-up visit'),
  start: 'due',
  withdrawn: 'cancelled',
  rerouted: 'assign',
  pauseCap: workingDays(10),
  calls: { to: [desk], within: workingHours(4), late: [deskHead] },
  steps: [
    { id: 'due', label: text('等待到期', 'Wait until it is due'), type: 'wait', until: 'visitDue', next: 'begin' },
    { id: 'begin', label: text('开始计时', 'Start the clock'), type: 'set', restart: ['resolve'], next: 'by-message' },
    {
      id: 'by-message',
      label: text('是否发消息', 'By message?'),
      type: 'branch',
      cases: [{ when: { field: 'visitChannel', is: 'eq', value: 'message' }, next: 'send' }],
      otherwise: 'assign',
    },
    {
      id: 'send',
      label: text('请住户评价', 'Ask the resident'),
      type: 'notify',
      to: 'resident',
      template: 'visitAsk',
      next: 'await-answer',
    },
    {
      id: 'await-answer',
      label: text('等待住户评价', 'Wait for the answer'),
      type: 'wait',
      for: workingDays(1),
      next: 'is-silent',
    },
    {
      id: 'is-silent',
      label: text('是否还有其他方式', 'Another way left?'),
      type: 'branch',
      cases: [{ when: { field: 'visitGaveUp', is: 'eq', value: true }, next: 'not-reached' }],
      otherwise: 'assign',
    },
    {
      id: 'assign',
      label: text('安排回访人', 'Assign the visitor'),
      type: 'assign',
      to: [{ kind: 'visitor' }, { kind: 'steward' }, desk, deskHead],
      next: 'accept',
    },
    {
      id: 'accept',
      label: text('等待接受', 'Take it'),
      type: 'ask',
      status: 'assigned',
      levels: [{ to: [{ kind: 'owner' }], within: 'acknowledge' }, ...above],
      watch: ['resolve'],
      actions: rules(
        { visited: 'judge', acknowledge: 'visit', noAnswer: 'tries', handOver: 'accept', notMine: 'dispatch' },
        ['escalate'],
      ),
      exhausted: 'nobody-acted',
    },
    {
      id: 'visit',
      label: text('回访', 'Visit'),
      type: 'ask',
      status: 'inProgress',
      levels: [{ to: [{ kind: 'owner' }] }, ...above],
      watch: ['resolve'],
      actions: rules({ visited: 'judge', noAnswer: 'tries', handOver: 'accept', notMine: 'dispatch' }, [
        'acknowledge',
        'pause',
        'resume',
        'askSuperior',
        'escalate',
      ]),
      exhausted: 'nobody-acted',
    },
    {
      id: 'tries',
      label: text('是否还有其他方式', 'Another way left?'),
      type: 'branch',
      cases: [{ when: { field: 'visitGaveUp', is: 'eq', value: true }, next: 'not-reached' }],
      otherwise: 'visit',
    },
    {
      id: 'dispatch',
      label: text('重新安排', 'Assign again'),
      type: 'ask',
      status: 'assigned',
      levels: deskLadder,
      watch: ['resolve'],
      actions: rules({ handOver: 'accept', visited: 'judge', noAnswer: 'tries' }, ['escalate']),
      exhausted: 'nobody-acted',
    },
    {
      id: 'nobody-acted',
      label: text('无人回访', 'Nobody visited'),
      type: 'ask',
      status: 'nobodyActed',
      template: 'nobodyActed',
      levels: [{ to: [quality] }],
      watch: [],
      actions: rules({ visited: 'judge', handOver: 'accept', noAnswer: 'tries' }, []),
      exhausted: 'nobody-acted',
    },
    {
      id: 'judge',
      label: text('判断结果', 'Judge'),
      type: 'branch',
      cases: [
        {
          when: {
            all: [
              { field: 'visitOutcome', is: 'eq', value: 'low' },
              { field: 'visitOf', is: 'known' },
            ],
          },
          next: 'reopen',
        },
        { when: { field: 'visitOutcome', is: 'eq', value: 'low' }, next: 'attend' },
        { when: { field: 'visitOutcome', is: 'eq', value: 'praise' }, next: 'praise' },
      ],
      otherwise: 'closed',
    },
    {
      id: 'reopen',
      label: text('原事项升一级重新处理', 'Take it up again, one level up'),
      type: 'open',
      kind: 'complaint',
      next: 'closed',
    },
    {
      id: 'attend',
      label: text('主管跟进', 'Followed up by a superior'),
      type: 'ask',
      status: 'resolved',
      levels: [{ to: [deskHead], within: workingDays(1) }, director, { to: [quality], reminders: eachWorkingDay }],
      watch: [],
      actions: rules({ complete: 'closed' }, ['acknowledge', 'escalate']),
      exhausted: 'attend',
    },
    {
      id: 'praise',
      label: text('转达表扬', 'Pass the praise on'),
      type: 'notify',
      to: [{ kind: 'worker' }],
      template: 'praised',
      next: 'closed',
    },
    { id: 'closed', label: text('回访归档', 'Close and archive'), type: 'end', status: 'closed' },
    { id: 'not-reached', label: text('未能联系上', 'Not reached'), type: 'end', status: 'invalid' },
    { id: 'cancelled', label: text('已取消', 'Cancelled'), type: 'end', status: 'withdrawn' },
  ],
};
