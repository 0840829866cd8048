import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#domain/text';
import { type ActionName, actionInputs, actionNames } from '#domain/workflow/action';
import { fieldMessages } from '#http/messages';
import { renderActionPage } from '#http/pages/action-page';
import { parseActionForm } from '#http/pages/form';
import { bytesOf } from '#http/pages/html';
import type { ActionPageView } from '#http/pages/view';
import { HOSTILE, MIN, NIGHT, ZONE } from '#test/support/mail-views';
import { actionView, everyOffer, TIMES } from '#test/support/page-views';

const documentOf = (page: string) => {
  const { document } = new Window();
  document.write(page);
  return document;
};
const formOf = (page: string, action: ActionName) =>
  [...documentOf(page).querySelectorAll('form')].find((form) => form.querySelector(`button[value="${action}"]`));

/** Fills in the form as a person would and gives what the browser would send. */
function fillIn(page: string, action: ActionName): string {
  const form = formOf(page, action);
  const sent = new URLSearchParams({ action });
  for (const field of form?.querySelectorAll('input,textarea,select') ?? []) {
    const name = field.getAttribute('name') ?? '';
    const type = field.getAttribute('type');
    if (type === 'hidden') sent.set(name, field.getAttribute('value') ?? '');
    else if (type === 'radio') sent.set(name, sent.get(name) ?? field.getAttribute('value') ?? '');
    else if (type === 'datetime-local') sent.set(name, '');
    else if (field.tagName === 'SELECT')
      sent.set(name, field.querySelectorAll('option')[1]?.getAttribute('value') ?? '');
    else sent.set(name, `words for ${name}`);
  }
  return sent.toString();
}
const only = (language: Language, action: ActionName, changes: Partial<ActionPageView> = {}) =>
  actionView(language, { offers: everyOffer().filter((offer) => offer.action === action), ...changes });
/** The checklist and the walk have pages of their own. */
const onePage = actionNames.filter((name) => name !== 'check' && name !== 'scan');
const cases = languages.flatMap((language) => onePage.map((action): [ActionName, Language] => [action, language]));

describe('action page', () => {
  it.each(cases)('%s in %s round-trips through the form into valid input', (action, language) => {
    const posted = parseActionForm(fillIn(renderActionPage(only(language, action)), action), ZONE);
    expect(posted?.action).toBe(action);
    expect(posted?.nonce).toBe('nonce-1');
    const parsed = actionInputs[action].safeParse(posted?.input);
    expect(parsed.error?.issues ?? []).toEqual([]);
    if (action === 'promise') expect(posted?.input.at).toBe(TIMES[0]);
    if (action === 'verdict') expect(posted?.input).toMatchObject({ verdict: 'solved', score: 1 });
    if (action === 'openOrder') expect(posted?.input).toMatchObject({ asset: 'a1' });
    if (action === 'called') expect(posted?.input).toMatchObject({ call: 'call-1', reached: true });
  });
  it.each(cases)('%s in %s comes back with everything typed and errors at their fields', (action, language) => {
    const posted = parseActionForm(`action=${action}&nonce=n&call=call-1&score=9&reason=&unit=1203`, ZONE);
    const { error } = actionInputs[action].safeParse(posted?.input);
    const errors = fieldMessages(error?.issues ?? [], language);
    const page = renderActionPage(
      only(language, action, { posted: { action, values: posted?.values ?? {}, errors, problem: null } }),
    );
    const shown = documentOf(page).querySelectorAll('form .e').length;
    expect(shown).toBe(Object.keys(errors).length);
    if (action === 'correct') expect(page).toContain('value="1203"');
  });
  it.each(languages)('is at most 10 KB with every action offered and a long story (%s)', (language) => {
    const page = renderActionPage(
      actionView(language, {
        description: '水从天花板上流下来。'.repeat(400),
        soFar: Array.from({ length: 30 }, () => '周五 01:17 · 陈洁登记了投诉，说了很多很多话。'.repeat(10)),
        resident: { name: '张女士', phone: '+86 139 1234 5678', preferredTime: '18:00 以后' },
        photos: Array.from({ length: 10 }, (_, i) => `01JDKQ4V5W6X7Y8Z9A0BCDEFG${i}`),
      }),
    );
    expect(bytesOf(page)).toBeLessThanOrEqual(10_000);
    for (const action of onePage) expect(page).toMatch(new RegExp(`value="${action}"|\\?do=${action}"`));
  });
  it('opens the action asked for, however many there are', () => {
    for (const open of actionNames) {
      const page = renderActionPage(actionView('zh-CN', { open }));
      expect(formOf(page, open)?.closest('details')?.hasAttribute('open') ?? true).toBe(true);
      expect(bytesOf(page)).toBeLessThanOrEqual(10_000);
    }
  });
  it.each(languages)('lets no word become markup (%s)', (language) => {
    const hostile = `</textarea></title></style><script>alert(1)</script>${HOSTILE}`;
    const values = Object.fromEntries(['told', 'at.other', 'at', 'reason'].map((name) => [name, hostile]));
    const page = renderActionPage(
      actionView(language, {
        ...{ category: hostile, where: hostile, since: hostile, description: hostile, owner: hostile, site: hostile },
        ...{ number: hostile, soFar: [hostile], photos: [hostile], nonce: hostile, next: { to: [hostile] } },
        resident: { name: hostile, phone: 'javascript:alert(1)', preferredTime: hostile },
        calls: { 'call-1': { told: hostile } },
        posted: { action: 'promise', values, errors: { told: [hostile] }, problem: hostile },
      }),
    );
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/[\u202a-\u202e]/);
    const document = documentOf(page);
    expect(document.querySelectorAll('script,img,iframe,object,link,base').length).toBe(0);
    for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(\?|tel:[\d+]*$)/);
    for (const element of document.querySelectorAll('*'))
      expect([...element.attributes].filter(({ name }) => name.startsWith('on'))).toEqual([]);
    expect(document.querySelector('textarea[name="told"]')?.textContent).toContain('</textarea>');
  });
  it.each(languages)('says by when in words, the level and who is next (%s)', (language) => {
    const page = renderActionPage(actionView(language));
    expect(page).toContain(language === 'en' ? 'in 2 h 8 min, Fri 04:00' : '还有 2 小时 8 分钟，周五 04:00 前');
    expect(page).toContain(language === 'en' ? 'Level 2 of 4' : '第 2 级（共 4 级）');
    expect(page).toContain('Zhao Min');
  });
  it('shows the resident to the owner only', () => {
    const resident = { name: 'Ms Zhang', phone: '+86 139-1234-5678', preferredTime: 'after 18:00' };
    expect(renderActionPage(actionView('en', { resident }))).toContain('href="tel:+8613912345678"');
    expect(renderActionPage(actionView('en'))).not.toContain('tel:');
  });
  it('is one column of labelled fields', () => {
    const document = documentOf(renderActionPage(actionView('en', { offers: everyOffer().slice(0, 6) })));
    for (const field of document.querySelectorAll('textarea,select,input:not([type=hidden]):not([type=radio])')) {
      expect(document.querySelectorAll(`label[for="${field.id}"]`).length).toBe(1);
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('parseActionForm', () => {
  const at = (fields: Record<string, string>, zone = ZONE) =>
    parseActionForm(new URLSearchParams({ action: 'promise', told: 'x', ...fields }).toString(), zone)?.input.at;
  it('reads a local time in the zone of the site', () => {
    expect(at({ 'at.other': '2026-11-27T17:30' })).toBe(Date.parse('2026-11-27T17:30:00+08:00'));
    expect(at({ 'at.other': '2026-11-27T17:30' }, 'Europe/London')).toBe(Date.parse('2026-11-27T17:30:00Z'));
  });
  it('gives the first valid instant after a gap of the clock', () => {
    expect(at({ 'at.other': '2026-03-29T01:30' }, 'Europe/London')).toBe(Date.parse('2026-03-29T01:00:00Z'));
  });
  it('prefers what was typed to what was chosen', () => {
    expect(at({ at: String(NIGHT), 'at.other': '2026-11-27T17:30' })).toBe(Date.parse('2026-11-27T17:30:00+08:00'));
    expect(at({ at: String(NIGHT + MIN) })).toBe(NIGHT + MIN);
    expect(at({})).toBeUndefined();
  });
  it.each(['2026-02-30T10:00', '2026-13-01T10:00', '2026-11-27T25:00', 'tomorrow', '0'])(
    'refuses %s as a time',
    (value) => {
      const input = { at: at({ 'at.other': value }), told: 'x' };
      expect(actionInputs.promise.safeParse(input).success).toBe(false);
    },
  );
  it('knows only actions of ours and only their own fields', () => {
    expect(parseActionForm('action=__proto__', ZONE)).toBeNull();
    expect(parseActionForm('', ZONE)).toBeNull();
    expect(parseActionForm('action=accept&note=n&owner=me&__proto__=x', ZONE)?.input).toEqual({ note: 'n' });
    expect(parseActionForm('action=accept&note=%20%20', ZONE)?.input).toEqual({});
  });
});
