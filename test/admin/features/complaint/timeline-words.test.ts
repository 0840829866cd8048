// @vitest-environment happy-dom
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#domain/text';
import type { Action, ActionName } from '#domain/workflow/action';
import type { Happening } from '#domain/workflow/entry';
import { actedWords } from '../../../../admin/src/features/complaint/acted-words.ts';
import { type Telling, timelineWords } from '../../../../admin/src/features/complaint/timeline-words.ts';
import { changeLanguage, startLanguage, words } from '../../../../admin/src/i18n/language.ts';

const AT = '2026-09-29T06:00:00Z';
/** On the wire: instants are words. */
type Wire<T> = T extends number
  ? number | string
  : T extends (infer E)[]
    ? Wire<E>[]
    : T extends object
      ? { [K in keyof T]: Wire<T[K]> }
      : T;
type Sample<T extends Happening['type']> = Wire<Omit<Extract<Happening, { type: T }>, 'type'>>;

/** One of each, complete by type: a happening or action added to the domain needs its words here. */
const samples: { [T in Happening['type']]: Sample<T> } = {
  filed: {},
  assigned: { person: 'p1' },
  asked: { people: ['p1', 'p2'], due: AT, again: false },
  substituted: { absent: 'p1', deputy: 'p2' },
  skipped: { skippedLevel: 1, why: 'empty' },
  raised: { from: 0, to: 1, why: 'missed', clock: 'reply' },
  reminded: { people: ['p1'], left: 2 },
  missed: { clock: 'reply', promised: false, deadline: AT },
  kept: { deadline: AT },
  acted: { action: { name: 'handOver', input: { to: 'p2' } }, owner: 'p2' },
  refused: { action: 'resolve', why: 'ended' },
  resumed: {},
  status: { from: 'assigned', to: 'inProgress' },
  severity: { from: 'normal', to: 'high' },
  told: { template: 'received', via: 'call', told: 'the words', call: 'k1' },
  callOverdue: { call: 'k1' },
  informed: { people: ['p1'] },
  exhausted: {},
  recomputed: { moved: [{ what: 'reply', from: AT, to: AT }] },
  opened: { kind: 'visit' },
  stuck: { why: 'loop' },
  ended: { status: 'closed' },
  sent: { effect: 'c1/1', to: 'p1', reason: 'raised', template: 'raised' },
  bounced: { effect: 'c1/1', to: 'resident', why: 'no such mailbox' },
  clicked: { person: 'p1' },
  joined: { description: 'again', channel: 'phone' },
  attached: { photos: ['x1', 'x2'] },
  rerouted: { category: 'k', department: 'd', severity: 'low' },
  restarted: { epoch: 2 },
};
const at = Date.parse(AT);
const actions: { [N in ActionName]: Extract<Action, { name: N }>['input'] } = {
  acknowledge: { note: 'mine' },
  promise: { at, told: 'soon' },
  reply: { told: 'so', nextReplyAt: at },
  handOver: { to: 'p2' },
  notMine: { reason: 'r' },
  bringIn: { department: 'd', note: 'n' },
  escalate: { reason: 'r' },
  askSuperior: { question: 'q' },
  accept: {},
  reject: { reason: 'r', told: 't' },
  pause: { reason: 'r', until: at },
  resume: {},
  noAnswer: {},
  resolve: { done: 'd', told: 't' },
  verdict: { verdict: 'partly', score: 3, opinion: 'o' },
  withdraw: { reason: 'r' },
  reopen: { reason: 'r' },
  note: { text: 'x' },
  called: { call: 'k', reached: true },
  correct: { reason: 'r' },
  approve: {},
  decline: { reason: 'r' },
};

const telling = (language: Language): Telling => ({
  t: words,
  language,
  site: 's',
  when: () => '<when>',
  names: {
    person: (id) => `<${id}>`,
    building: (_, id) => id,
    department: (_, id) => `<department ${id}>`,
    category: (id) => `<category ${id}>`,
    site: (id) => id,
    categoryOf: () => undefined,
    place: () => '',
  },
});
const row = (type: string, data: object, by = 'p1') => ({
  seq: 1,
  at: AT,
  by,
  step: 'handle',
  level: 0,
  type,
  data: { ...data },
});

describe.each(['zh-CN', 'en'] as const)('the timeline in %s', (language) => {
  beforeAll(async () => {
    await startLanguage('zh-CN');
    await changeLanguage(language, false);
  });
  afterAll(() => changeLanguage('zh-CN', false));

  test.each(Object.entries(samples))('%s has words', (type, data) => {
    const told = timelineWords(row(type, data), telling(language));
    expect(told.title).not.toBe('');
    expect(`${told.title} ${told.quotes.join(' ')}`).not.toMatch(/tl\.|did\.|\{\{|undefined|null|NaN|\bp1\b(?!>)/);
    if (language === 'zh-CN') expect(told.title).toMatch(/[\u4e00-\u9fff]/);
    else expect(told.title).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test.each(Object.entries(actions))('the action %s has words', (name, input) => {
    const { title } = actedWords({ name, input } as Action, '<p1>', telling(language));
    expect(title).toContain('<p1>');
    expect(title).not.toMatch(/did\.|\{\{|undefined/);
  });
});

describe('what the words say', () => {
  beforeAll(() => startLanguage('zh-CN'));
  const said = (type: string, data: object, by = 'p1') => timelineWords(row(type, data, by), telling('zh-CN'));

  test('levels are counted as in the mails: the first asked are level 1', () => {
    expect(said('raised', { from: 0, to: 1, why: 'expired' }, 'system').title).toBe('升级至第 2 级：未在时限内响应');
    expect(said('skipped', { skippedLevel: 2, why: 'unreachable' }).title).toContain('第 3 级');
  });

  test('what people wrote stands on lines of its own', () => {
    expect(said('acted', { action: { name: 'resolve', input: { done: '换阀', told: '已修好' } } }).quotes).toEqual([
      '换阀',
      '告知业主：已修好',
    ]);
    expect(said('told', { template: 'x', via: 'mail', told: null }).quotes).toEqual([]);
  });

  test('the engine and the resident go by what they are', () => {
    expect(said('filed', {}, 'resident').title).toBe('业主登记了投诉');
    expect(said('sent', { to: 'resident', reason: 'resident', effect: 'x', template: 'y' }).title).toContain('业主');
  });

  test('a type of a newer server is told as such', () => {
    expect(said('teleported', {})).toEqual({ tone: 'quiet', title: '其他记录（teleported）', quotes: [] });
  });
});
