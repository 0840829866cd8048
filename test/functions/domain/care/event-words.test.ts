import { describe, expect, it } from 'vitest';
import { announcement } from '#domain/care/event-words';
import { reachOf } from '#domain/care/reach';
import { renderNotice } from '#mail/render-notice';
import { at } from '#test/support/estate';

const place = {
  site: { 'zh-CN': '东湖花园', en: 'East Lake Garden' },
  company: { 'zh-CN': '示范物业', en: 'Demo' },
  ...{ phone: '021-5555 0100', zone: 'Asia/Shanghai', buildings: [{ 'zh-CN': '1 栋', en: 'Building 1' }] },
};
const cut = {
  ...{ kind: 'waterCut' as const, from: at('2026-11-26', '09:00'), to: at('2026-11-26', '17:00') },
  words: { 'zh-CN': '更换水泵', en: '' },
};
const now = at('2026-11-24', '10:00');

describe('what residents are told of an event', () => {
  it('says what, when, where and what to do, in their language', () => {
    const mail = renderNotice(announcement(cut, false, place, 'zh-CN', now));
    expect(mail.subject).toBe('停水：周四 09:00 至 17:00 · 东湖花园');
    expect(mail.text).toMatch(/请提前储水[\s\S]*更换水泵[\s\S]*范围：1 栋[\s\S]*咨询电话：021-5555 0100/);
    const english = renderNotice(announcement(cut, false, place, 'en', now));
    expect(english.subject).toBe('Water cut: Thu 09:00 to 17:00 · East Lake Garden');
    expect(english.text).toMatch(/store some water[\s\S]*更换水泵[\s\S]*Where: Building 1/);
  });
  it('says that it was cancelled, and nothing of what it would have been for', () => {
    const { subject, text } = renderNotice(announcement(cut, true, { ...place, buildings: [] }, 'en', now));
    expect(subject).toBe('Cancelled: Water cut: Thu 09:00 to 17:00 · East Lake Garden');
    expect(text).toMatch(/will not take place[\s\S]*The whole site/);
    expect(text).not.toMatch(/更换水泵|store/);
  });
  it('escapes what somebody wrote', () => {
    const words = { 'zh-CN': '<b>x</b> https://evil.example', en: '' };
    const { html } = renderNotice(announcement({ ...cut, words }, false, place, 'zh-CN', now));
    expect(html).toContain('&lt;b&gt;x&lt;/b&gt; https: //evil.example');
  });
});

it('whoever has no e-mail, or would rather not have one, is told in person', () => {
  const member = { name: 'x', phone: null, email: 'a@b.example', language: 'en' as const, preferredTime: null };
  const rest = { channel: null, relation: null };
  expect(reachOf({ members: [{ ...member, ...rest }] })).toEqual({ mails: [0], call: false });
  expect(reachOf({ members: [{ ...member, ...rest, channel: 'phone' }] })).toEqual({ mails: [], call: true });
  expect(reachOf({ members: [{ ...member, ...rest, email: null }] })).toEqual({ mails: [], call: true });
  expect(reachOf({ members: [] })).toEqual({ mails: [], call: true });
});
