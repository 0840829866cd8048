import type { Action, ActionInput, ActionName } from '#domain/workflow/action';
import type { Entry, Happening } from '#domain/workflow/entry';
import { HOSTILE, NIGHT } from './mail-views.ts';

export const LATER = NIGHT + 3_600_000;

/** One of each, complete by type: a happening added to the domain needs its words. */
export const happenings: { [T in Happening['type']]: Extract<Happening, { type: T }> } = {
  filed: { type: 'filed' },
  assigned: { type: 'assigned', person: 'li' },
  asked: { type: 'asked', people: ['li', 'wang'], due: LATER, again: true },
  substituted: { type: 'substituted', absent: 'li', deputy: 'wang' },
  skipped: { type: 'skipped', skippedLevel: 1, why: 'empty' },
  raised: { type: 'raised', from: 0, to: 1, why: 'missed', clock: 'reply' },
  reminded: { type: 'reminded', people: ['li'], left: 2 },
  missed: { type: 'missed', clock: 'resolve', promised: false, deadline: LATER },
  kept: { type: 'kept', deadline: LATER },
  acted: { type: 'acted', action: { name: 'acknowledge', input: {} }, owner: 'li' },
  refused: { type: 'refused', action: 'resolve', why: 'ended' },
  resumed: { type: 'resumed' },
  status: { type: 'status', from: 'assigned', to: 'inProgress' },
  severity: { type: 'severity', from: 'normal', to: 'high' },
  told: { type: 'told', template: 'received', via: 'call', told: null },
  callOverdue: { type: 'callOverdue', call: 'c' },
  informed: { type: 'informed', people: ['li'] },
  exhausted: { type: 'exhausted' },
  nudged: { type: 'nudged', people: ['li', 'wang'] },
  information: { type: 'information', text: HOSTILE },
  opinion: { type: 'opinion', report: 'r', verdict: 'partly', score: 3, opinion: HOSTILE },
  recomputed: { type: 'recomputed', moved: [{ what: 'reply', from: NIGHT, to: LATER }] },
  moved: { type: 'moved', from: 2, to: 3, place: { 'zh-CN': '处理', en: 'Handle' }, due: { from: null, to: LATER } },
  opened: { type: 'opened', kind: 'workOrder', why: 'failedCheck', about: { 'zh-CN': '制动器', en: 'Brake' } },
  linkedOpened: { type: 'linkedOpened', item: 'o', number: 'ELW-261123-002', kind: 'workOrder' },
  linkedEnded: { type: 'linkedEnded', item: 'o', number: 'ELW-261123-002', kind: 'workOrder', status: 'closed' },
  stuck: { type: 'stuck', why: 'loop' },
  ended: { type: 'ended', status: 'closed' },
  sent: { type: 'sent', effect: 'i/1', to: 'li', reason: 'asked', template: 'asked' },
  bounced: { type: 'bounced', effect: 'i/1', to: 'resident', why: '550' },
  retried: { type: 'retried', effect: 'i/1', to: 'li' },
  joined: { type: 'joined', description: HOSTILE, channel: 'phone' },
  attached: { type: 'attached', photos: ['a'] },
  rerouted: { type: 'rerouted', category: 'c', department: 'd', severity: 'low' },
  restarted: { type: 'restarted', epoch: 2 },
  linked: { type: 'linked', incident: 'n', number: 'EL-261123-I01', title: HOSTILE },
  unlinked: { type: 'unlinked', incident: 'n', number: 'EL-261123-I01' },
};
const inputs: { [N in ActionName]: ActionInput<N> } = {
  acknowledge: { note: 'on my way' },
  promise: { at: LATER, told: 'soon' },
  reply: { told: 'done', nextReplyAt: LATER },
  handOver: { to: 'wang' },
  notMine: { reason: 'r' },
  bringIn: { department: 'd', note: 'n' },
  escalate: { reason: 'r' },
  askSuperior: { question: 'q' },
  accept: {},
  reject: { reason: 'r', told: 't' },
  pause: { reason: 'r', until: LATER },
  resume: {},
  noAnswer: {},
  resolve: { done: 'd', told: 't' },
  verdict: { verdict: 'partly', score: 3, opinion: '' },
  withdraw: { reason: 'r' },
  reopen: { reason: 'r' },
  note: { text: HOSTILE },
  called: { call: 'c', reached: false },
  correct: { reason: 'r' },
  check: { asset: null, section: 's', answers: [] },
  complete: { done: 'd' },
  openOrder: { work: 'w' },
  approve: {},
  decline: { reason: 'r' },
};

export const entryOf = (happening: Happening, by: Entry['by'] = 'li'): Entry => ({
  seq: 1,
  at: NIGHT,
  by,
  step: 's',
  level: 0,
  ...happening,
});
/** Every happening and, as happenings, every action. */
export const everyHappening: Happening[] = [
  ...Object.values(happenings),
  ...Object.entries(inputs).map(([name, input]): Happening => ({ type: 'acted', action: { name, input } as Action })),
];
