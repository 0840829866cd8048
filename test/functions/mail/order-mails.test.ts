import { describe, expect, it } from 'vitest';
import type { OrderMail } from '#domain/mail/order-mail';
import { sampleStaffView } from '#domain/mail/sample-view';
import type { Because, StaffMailView } from '#domain/mail/view';
import { builtInOrders } from '#domain/templates/built-in-orders';
import { type Language, languages } from '#domain/text';
import { renderStaffMail } from '#mail/render-message';
import { situationOf } from '#mail/situation';
import { HOSTILE, MIN, NIGHT, staffView } from '#test/support/mail-views';

const order: OrderMail = {
  facility: '1 号客梯（DT-01）',
  plan: { name: '电梯月检', day: '2026年11月27日 周五' },
  origin: null,
  rework: null,
  reported: false,
  checklist: { points: 12, answered: 0, missing: 12, flagged: 0, failed: 0 },
  missed: 0,
};
const unplanned = { ...order, plan: null, checklist: null };
const view = (language: Language, changes: Partial<StaffMailView> = {}): StaffMailView =>
  staffView(language, {
    kind: 'workOrder',
    order,
    number: 'ELW-261127-003',
    category: 'Lift',
    description: 'Check the lift by the checklist.',
    since: null,
    soFar: [],
    reason: 'asked',
    level: null,
    because: { type: 'responsible' },
    actions: ['acknowledge', 'handOver', 'notMine'],
    ...changes,
  });
const each = <T>(list: readonly T[]): [T, Language][] =>
  list.flatMap((one) => languages.map((language): [T, Language] => [one, language]));

const failed = { number: 'ELW-261126-001', why: 'failedCheck' as const, detail: 'machine room: 41 ℃' };
const again = { number: 'ELW-261101-002', times: 2 };
const situations: [string, Partial<StaffMailView>][] = [
  ['order-asked', {}],
  ['order-corrective', { order: { ...unplanned, origin: failed } }],
  ['order-reported', { order: { ...unplanned, origin: { ...failed, why: 'report', detail: null } } }],
  ['order-reported', { order: { ...unplanned, reported: true } }],
  ['order-rework', { order: { ...unplanned, origin: failed, rework: again } }],
  ['order-redo', { status: 'inProgress', because: { type: 'declined', by: 'Zhao', reason: 'noise' } }],
  ['order-returned', { because: { type: 'returned', by: 'Li', reason: 'not ours' } }],
  ['order-reopened', { because: { type: 'reopened', reason: 'drips again' } }],
  ['order-inspect', { status: 'resolved', due: { at: NIGHT + 60 * MIN, for: 'answer' } }],
  ['order-inspect', { status: 'resolved', due: null }],
  ['order-raised', { reason: 'raised', because: { type: 'nobodyAcknowledged', people: ['Li'], deadline: NIGHT } }],
  ['order-decision', { reason: 'raised', because: { type: 'askedBy', by: 'Li', question: 'may we?' } }],
  ['order-nobodyActed', { status: 'nobodyActed' }],
  ['order-reminder', { reason: 'reminder' }],
  ['order-nextStep', { reason: 'nextStep', because: { type: 'acted' } }],
  ['order-handedOver', { reason: 'handedOver', because: { type: 'handedOver', by: 'Li', note: null } }],
  ['order-broughtIn', { reason: 'broughtIn', because: { type: 'broughtIn', by: 'Li', note: 'pump' } }],
  ['order-overdue', { reason: 'overdue', due: { at: NIGHT - 60 * MIN, for: 'resolve' } }],
  ['order-informed', { reason: 'informed', because: { type: 'involved' } }],
  ['order-linkedEnded', { reason: 'linkedEnded', because: { type: 'linkedEnded', reason: 'ELW-1' } }],
  [
    'order-patrol',
    { status: 'inProgress', due: null, because: { type: 'patrol', reason: '22:00 to 05:00, 9 points' } },
  ],
  [
    'order-pointMissed',
    { reason: 'pointMissed', due: null, because: { type: 'pointMissed', reason: 'East gate (by 22:30)' } },
  ],
  ['order-ended', { reason: 'ended', status: 'closed', due: null, next: null }],
];

describe('a mail about a work order', () => {
  it.each(situations)('is %s for %o, in words of its own', (situation, changes) => {
    expect(situationOf(view('en', changes))).toBe(situation);
    const words = builtInOrders.find(({ id }) => id === situation);
    expect(words).toBeDefined();
  });

  it('says what it has no words of its own for as of complaints', () => {
    expect(situationOf(view('en', { reason: 'nudged' }))).toBe('nudged');
  });

  it('has words for every situation, each reached by one', () => {
    expect(new Set(builtInOrders.map(({ id }) => id))).toEqual(new Set(situations.map(([situation]) => situation)));
  });

  it.each(each(situations))(
    '%o in %s: no word of complaints or residents, one link, no person in the subject',
    ([, changes], language) => {
      const mail = renderStaffMail(view(language, changes));
      for (const body of [mail.text, mail.html]) {
        expect(body).not.toMatch(/投诉|complaint|resident|业主|响应|\{\{|\{%|undefined|null|\[object/i);
        expect(body.split('http').length - 1).toBe(1);
        expect(body).toContain('1 号客梯（DT-01）');
        expect(body).toContain('Check the lift by the checklist.');
        expect(body).toContain('Building 2, 1203');
      }
      expect(mail.subject).toMatch(/^\[ELW-261127-003\] .*Lift/);
      expect(mail.subject).not.toMatch(/Li\b|Zhao|Wang|1203/);
    },
  );

  it('says what is to be done by when, on which facility, for which day, and to whom it goes next', () => {
    const { text, subject } = renderStaffMail(view('zh-CN'));
    expect(subject).toBe('[ELW-261127-003] Lift · 紧急 · 周五 04:00 前接单');
    expect(text).toMatch(/^有一张工单请您接单/);
    expect(text).toContain('接单截止：还有 2 小时 8 分钟，周五 04:00 前');
    expect(text).toContain('设备：1 号客梯（DT-01）');
    expect(text).toContain('计划日期：2026年11月27日 周五 · 电梯月检');
    expect(text).toContain('检查表：共 12 项');
    expect(text).toContain('届时仍未接单，将升级至Zhao Min。');
    expect(text).toContain('您可以：接单、转派、');
  });

  it('names the missed points of a patrol in the subject, and at its end how many they were', () => {
    const missed = view('zh-CN', {
      reason: 'pointMissed',
      due: null,
      because: { type: 'pointMissed', reason: '地下车库（00:20 前）' },
    });
    expect(renderStaffMail(missed).subject).toBe('[ELW-261127-003] 漏点：地下车库（00:20 前） · Lift');
    const ended = { reason: 'ended', status: 'closed', due: null, next: null } as const;
    const over = renderStaffMail(view('en', { ...ended, order: { ...order, missed: 8 } }));
    expect(over.subject).toMatch(/^\[ELW-261127-003\] 8 missed: Lift/);
    expect(over.text).toMatch(/^The patrol is over\. Points missed: 8/);
    expect(renderStaffMail(view('en', ended)).text).toMatch(/^The order has ended: done/);
  });

  it('says a site once that is the place, too', () => {
    const { text } = renderStaffMail(view('en', { where: 'East Lake', site: 'East Lake' }));
    expect(text).toContain('Where: East Lake\n');
  });

  it('says why there is a corrective order, and that it is rework', () => {
    const { text } = renderStaffMail(view('en', { order: { ...unplanned, origin: failed, rework: again } }));
    expect(text).toMatch(/^Rework: it has come back within its warranty/);
    expect(text).toContain('Opened because of: ELW-261126-001 · a check failed · machine room: 41 ℃');
    expect(text).toContain('Rework: 2nd time within the warranty, last repaired in ELW-261101-002');
  });

  it('tells who has to inspect what was found', () => {
    const checklist = { points: 12, answered: 12, missing: 0, flagged: 1, failed: 2 };
    const mail = renderStaffMail(
      view('en', {
        status: 'resolved',
        order: { ...order, checklist },
        actions: ['approve', 'decline'],
        due: { at: NIGHT + 128 * MIN, for: 'answer' },
      }),
    );
    expect(mail.text).toContain('Checklist: 12 of 12 points answered · 2 not in order · 1 to be watched');
    expect(mail.text).toContain('If nobody has inspected it by then, it goes to Zhao Min.');
    expect(mail.subject).toContain('inspect by Fri 04:00');
  });

  it.each(
    each<Because>([
      { type: 'responsible' },
      { type: 'nobodyThere' },
      { type: 'missed', clock: 'resolve', deadline: NIGHT },
      { type: 'escalatedBy', by: 'Li', reason: 'no part' },
      { type: 'undeliverable', people: ['Li'] },
      { type: 'rework' },
      { type: 'deputyOf', absent: 'Li' },
      { type: 'owner' },
      { type: 'involved' },
      { type: 'repeat' },
    ]),
  )('tells "why you" for %o in %s', (because, language) => {
    const label = { 'zh-CN': '为何通知您：', en: 'Why you: ' }[language];
    const line = renderStaffMail(view(language, { because }))
      .text.split('\n')
      .find((one) => one.startsWith(label));
    expect(line?.length).toBeGreaterThan(label.length + 8);
    expect(line).toMatch(/[.。？！”?]$/);
  });

  it.each(each(builtInOrders.map(({ id }) => id)))('%s in %s is previewed in its own words', (id, language) => {
    const shown = sampleStaffView(staffView(language), id, 'Li Qiang');
    expect(situationOf(shown)).toBe(id);
    expect(renderStaffMail(shown).text).not.toMatch(/投诉|complaint|\{\{|undefined/);
  });

  it.each(languages)('is not moved by hostile words (%s)', (language) => {
    const hostile: OrderMail = {
      ...order,
      facility: HOSTILE,
      plan: { name: HOSTILE, day: 'Fri' },
      origin: { number: HOSTILE, why: 'failedCheck', detail: HOSTILE },
      rework: { number: HOSTILE, times: 1 },
    };
    const mail = renderStaffMail(view(language, { order: hostile }));
    expect(mail.html).not.toContain('<img');
    expect(mail.text.split('https://').length - 1).toBe(1);
    expect(`${mail.subject}${mail.text}`).not.toMatch(/[\u202a-\u202e]/);
    expect(mail.text.split('\n').some((line) => line.startsWith('Bcc:'))).toBe(false);
  });
});
