import { describe, expect, it } from 'vitest';
import type { DueFor } from '#domain/due-kind';
import type { Because } from '#domain/mail/view';
import { builtInNotices } from '#domain/templates/built-in-notices';
import { type Language, languages } from '#domain/text';
import type { MailReason } from '#domain/workflow/effect';
import { renderResidentMail, renderStaffMail } from '#mail/render-message';
import { HOSTILE, MIN, NIGHT, residentView, staffView } from '#test/support/mail-views';

const reasons = Object.keys({
  asked: 0,
  raised: 0,
  reminder: 0,
  nextStep: 0,
  handedOver: 0,
  broughtIn: 0,
  informed: 0,
  call: 0,
  callOverdue: 0,
  overdue: 0,
  ended: 0,
  nudged: 0,
  information: 0,
  linkedEnded: 0,
  pointMissed: 0,
} satisfies Record<MailReason, 0>)
  // Of orders alone, as its words are.
  .filter((reason) => reason !== 'pointMissed') as MailReason[];
const because: Because[] = [
  { type: 'responsible' },
  { type: 'major' },
  { type: 'nobodyActed' },
  { type: 'nobodyThere' },
  { type: 'nobodyAcknowledged', people: [], deadline: null },
  { type: 'missed', clock: 'reply', deadline: NIGHT },
  { type: 'promiseBroken', deadline: NIGHT },
  { type: 'escalatedBy', by: 'Li', reason: 'no spare part' },
  { type: 'askedBy', by: 'Li', question: 'may we?' },
  { type: 'undeliverable', people: ['Li'] },
  { type: 'repeat' },
  { type: 'reopened', reason: null },
  { type: 'partly', reason: 'the second lamp' },
  { type: 'nudged' },
  { type: 'nudgedAbove', people: ['Li'] },
  { type: 'information', reason: 'it smells' },
  { type: 'linkedEnded', reason: 'ELW-261123-002' },
  { type: 'rework' },
  { type: 'opinion', reason: null },
  { type: 'handedOver', by: 'Li', note: null },
  { type: 'broughtIn', by: 'Li', note: 'pump' },
  { type: 'deputyOf', absent: 'Li' },
  { type: 'acted' },
  { type: 'owner' },
  { type: 'involved' },
];
const each = <T>(list: readonly T[]): [T, Language][] =>
  list.flatMap((one) => languages.map((language): [T, Language] => [one, language]));
const count = (text: string, part: string): number => text.split(part).length - 1;
const DEADLINE = { 'zh-CN': '还有 2 小时 8 分钟，周五 04:00 前', en: 'in 2 h 8 min, Fri 04:00' };

describe('staff mail', () => {
  it.each(languages)('asking for the verdict in %s says that silence closes it, and counts no levels', (language) => {
    const { text } = renderStaffMail(
      staffView(language, {
        reason: 'asked',
        because: { type: 'responsible' },
        status: 'resolved',
        level: { at: 1, of: 1, post: null },
        due: { at: NIGHT + 128 * MIN, for: 'answer' },
        next: null,
      }),
    );
    expect(text).toContain(
      language === 'en' ? 'Without a verdict by then it is closed' : '届时仍无评价，将告知业主并结案',
    );
    expect(text).not.toMatch(/of 1|共 1 级/);
  });
  it('an owner whose resident was not satisfied reads so first', () => {
    const { text } = renderStaffMail(
      staffView('en', { reason: 'asked', because: { type: 'reopened', reason: 'still wet' } }),
    );
    expect(text).toMatch(/^The resident is not satisfied: it is open again/);
    expect(text).toContain('“still wet”');
  });
  it.each(each(reasons))('%s in %s says by when, why, what next, and has one link', (reason, language) => {
    const view = staffView(language, { reason });
    const mail = renderStaffMail(view);
    for (const body of [mail.text, mail.html]) {
      expect(count(body, view.link)).toBe(1);
      expect(count(body, 'http')).toBe(1);
      expect(body).toContain('Building 2, 1203');
      expect(body).toContain('Li Qiang');
      if (reason !== 'ended') expect(body).toContain(DEADLINE[language]);
      expect(body).not.toMatch(/\{\{|\{%|undefined|null|\[object/);
    }
    expect(mail.html).toContain(`lang="${language}"`);
    expect(mail.html).not.toContain('<script');
  });
  it.each(each(reasons))('%s in %s keeps people and places out of the subject', (reason, language) => {
    const { subject } = renderStaffMail(staffView(language, { reason }));
    expect(subject).toMatch(/^\[EL-261127-003\] /);
    expect(subject).toContain('Water leak from above');
    expect(subject).not.toMatch(/Zhang|139|1203|Building/);
    expect(subject).toContain(language === 'en' ? 'urgent' : '紧急');
    if (reason !== 'ended') expect(subject).toContain('04:00');
  });
  it.each(each(because))('tells "why you" for %o in %s', (why, language) => {
    const label = { 'zh-CN': '为何通知您：', en: 'Why you: ' }[language];
    const line = renderStaffMail(staffView(language, { because: why }))
      .text.split('\n')
      .find((one) => one.startsWith(label));
    expect(line?.length).toBeGreaterThan(label.length + 8);
    expect(line).toMatch(/[.。？！”?]$/);
  });
  it.each(
    each(
      Object.keys({ acknowledge: 0, verify: 0, reply: 0, promise: 0, resolve: 0, answer: 0, call: 0 } satisfies Record<
        DueFor,
        0
      >) as DueFor[],
    ),
  )('names the deadline for %s in %s', (what, language) => {
    const late = renderStaffMail(staffView(language, { due: { at: NIGHT - 90 * MIN, for: what }, reason: 'overdue' }));
    expect(late.text).toContain(language === 'en' ? '1 h 30 min overdue, was due Fri 00:22' : '已超时 1 小时 30 分钟');
  });
  it('says the ladder in one sentence', () => {
    const { text } = renderStaffMail(staffView('en'));
    expect(text).toContain(
      'Level 2 of 4: head of engineering, because nobody acknowledged by Fri 01:50 (asked: Li Qiang).',
    );
    expect(text).toContain('If nothing happens by then, it goes to Zhao Min.');
  });
  it('says so at the top of the ladder', () => {
    const view = staffView('en', { level: { at: 4, of: 4, post: null }, next: null });
    expect(renderStaffMail(view).text).toContain('You are the last level.');
  });
  it.each(languages)('tells what to say when the resident has to be called (%s)', (language) => {
    const call = { told: 'The pipe is new.', template: 'resolved' };
    const mail = renderStaffMail(
      staffView(language, { reason: 'call', call, due: { at: NIGHT + 128 * MIN, for: 'call' } }),
    );
    expect(mail.text).toContain('> The pipe is new.');
    expect(mail.html).toContain('The pipe is new.');
  });
  it.each(languages)('is not moved by hostile words (%s)', (language) => {
    const view = staffView(language, {
      description: HOSTILE,
      where: HOSTILE,
      since: HOSTILE,
      category: HOSTILE,
      reader: HOSTILE,
      soFar: [HOSTILE],
      because: { type: 'escalatedBy', by: HOSTILE, reason: HOSTILE },
    });
    const mail = renderStaffMail(view);
    expect(mail.html).not.toContain('<img');
    expect(mail.html).toContain('&lt;img');
    expect(mail.html).toContain('{{ link }}');
    expect(count(mail.html, view.link)).toBe(1);
    expect(count(mail.text, view.link)).toBe(1);
    expect(mail.text + mail.html + mail.subject).not.toMatch(/[\u202a-\u202e]/);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.subject.length).toBeLessThanOrEqual(200);
    expect(mail.text).not.toMatch(/^Bcc:/m);
    expect(mail.text).not.toContain('https://evil');
  });
  it('stays small enough for any mail program', () => {
    const soFar = Array.from({ length: 40 }, () => HOSTILE.repeat(5));
    const mail = renderStaffMail(staffView('zh-CN', { description: HOSTILE.repeat(100), soFar }));
    expect(Buffer.byteLength(mail.html)).toBeLessThan(20_000);
  });
});

describe('resident mail', () => {
  it.each(each([...builtInNotices.map(({ id }) => id), 'made-up-by-a-manager']))(
    '%s in %s names number, words told and telephone, and has one link',
    (template, language) => {
      const view = residentView(language, { template });
      const mail = renderResidentMail(view);
      expect(mail.subject).toMatch(/^\[EL-261127-003\] /);
      expect(mail.subject).not.toMatch(/Zhang|1203/);
      for (const body of [mail.text, mail.html]) {
        expect(body).toContain('We replaced the pipe.');
        expect(body).toContain('027-8888 0000');
        expect(body).toContain('Zhang Min');
        expect(count(body, view.link)).toBe(1);
        expect(body.replace(view.link, '')).not.toMatch(/http|\{\{|\{%|undefined|null/);
      }
    },
  );
  it.each(each(['received', 'promised', 'replied', 'resolved', 'reopened', 'pausedNotice'] as const))(
    '%s in %s names the time',
    (template, language) => {
      expect(renderResidentMail(residentView(language, { template })).text).toContain('04:00');
      expect(renderResidentMail(residentView(language, { template, when: null })).text).not.toContain('04:00');
    },
  );
  it.each(each(['received'] as const))('%s in %s says who looks after it', (template, language) => {
    const mail = renderResidentMail(residentView(language, { template }));
    for (const body of [mail.text, mail.html]) expect(body).toContain('Customer centre');
    expect(renderResidentMail(residentView(language, { template: 'replied' })).text).not.toContain('Customer centre');
  });
  it('addresses nobody in particular when the name is not known', () => {
    expect(renderResidentMail(residentView('zh-CN', { name: null })).text).toContain('尊敬的业主：');
  });
  it('escapes names and words told', () => {
    const mail = renderResidentMail(residentView('en', { name: HOSTILE, told: HOSTILE }));
    expect(mail.html).not.toContain('<img');
    expect(mail.subject).not.toContain('Bcc');
  });
});
