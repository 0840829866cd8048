import { describe, expect, it } from 'vitest';
import { languages } from '#domain/text';
import type { Action, ActionInput, ActionName } from '#domain/workflow/action';
import type { Entry, Happening } from '#domain/workflow/entry';
import { describeEntry, type Names } from '#mail/happenings';
import { mailRenderer } from '#mail/renderer';
import { HOSTILE, NIGHT, ZONE } from '#test/support/mail-views';

const names: Names = {
  person: (id) => ({ li: 'Li Qiang', wang: 'Wang Wei' })[id] ?? id,
  department: () => 'Engineering',
  category: () => 'Water leak',
};
const LATER = NIGHT + 3_600_000;

const happenings: { [T in Happening['type']]: Extract<Happening, { type: T }> } = {
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
  recomputed: { type: 'recomputed', moved: [] },
  opened: { type: 'opened', kind: 'visit' },
  stuck: { type: 'stuck', why: 'loop' },
  ended: { type: 'ended', status: 'closed' },
  sent: { type: 'sent', effect: 'i/1', to: 'li', reason: 'asked', template: 'asked' },
  bounced: { type: 'bounced', effect: 'i/1', to: 'resident', why: '550' },
  clicked: { type: 'clicked', person: 'li' },
  joined: { type: 'joined', description: HOSTILE, channel: 'phone' },
  attached: { type: 'attached', photos: ['a'] },
  rerouted: { type: 'rerouted', category: 'c', department: 'd', severity: 'low' },
  restarted: { type: 'restarted', epoch: 2 },
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
  approve: {},
  decline: { reason: 'r' },
};
const entry = (happening: Happening): Entry => ({ seq: 1, at: NIGHT, by: 'li', step: 's', level: 0, ...happening });
const all = [
  ...Object.values(happenings),
  ...Object.entries(inputs).map(([name, input]): Happening => ({ type: 'acted', action: { name, input } as Action })),
];

describe.each(languages)('describeEntry in %s', (language) => {
  it.each(all)('tells %o in one sentence without ids', (happening) => {
    const words = describeEntry(entry(happening), names, language, ZONE);
    expect(words.length).toBeGreaterThan(3);
    expect(words).not.toMatch(/undefined|null|\[object|NaN|[\r\n\u202e]/);
    expect(words).not.toMatch(/\b(li|wang)\b/);
  });
  it('says who is the owner after an action', () => {
    expect(describeEntry(entry(happenings.acted), names, language, ZONE)).toBe(
      { en: 'Li Qiang acknowledged. Li Qiang is the owner now.', 'zh-CN': 'Li Qiang已响应。责任人现为Li Qiang。' }[
        language
      ],
    );
  });
});

describe('lines of a summary', () => {
  it('stop once after somebody’s sentence', () => {
    const noted = (note: string) =>
      describeEntry(entry({ type: 'acted', action: { name: 'acknowledge', input: { note } } }), names, 'zh-CN', ZONE);
    expect(noted('马上去看。')).toBe('Li Qiang已响应：“马上去看。”');
    expect(noted('马上去看')).toBe('Li Qiang已响应：“马上去看”。');
  });
  it('begin with the time at the site', () => {
    const line = mailRenderer.line(entry(happenings.filed), names, 'en', ZONE, LATER);
    expect(line).toBe('Fri 01:52 · Li Qiang recorded the complaint.');
  });
  it('leave out bookkeeping', () => {
    expect(mailRenderer.line(entry(happenings.sent), names, 'en', ZONE, LATER)).toBeNull();
    expect(mailRenderer.line(entry(happenings.clicked), names, 'en', ZONE, LATER)).toBeNull();
  });
});
