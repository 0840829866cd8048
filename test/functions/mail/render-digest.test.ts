import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#domain/text';
import { renderDigestMail } from '#mail/render-digest';
import { HOSTILE, MIN, NIGHT } from '#test/support/mail-views';

const view = (language: Language, what = 'Monthly service: Lift 1') => ({
  language,
  now: NIGHT,
  zone: 'Asia/Shanghai',
  reader: 'Wang Wei',
  company: 'Lakeside',
  site: 'East Lake',
  orders: [1, 2, 3, 4].map((n) => ({
    number: `ELW-261105-00${n}`,
    what,
    due: n === 4 ? null : NIGHT + n * 60 * MIN,
    link: `https://steward.example/a/${n}`,
  })),
});
const count = (text: string, part: string): number => text.split(part).length - 1;

describe.each(languages)('a mail about several orders in %s', (language) => {
  it('says how many there are and has a link of its own for each, in the order given', () => {
    const { subject, text, html } = renderDigestMail(view(language));
    expect(subject).toContain('East Lake');
    expect(subject).toContain('4');
    for (const n of [1, 2, 3, 4])
      for (const part of [text, html]) expect(count(part, `https://steward.example/a/${n}`)).toBe(1);
    expect(text.indexOf('-001')).toBeLessThan(text.indexOf('-002'));
    expect(text).not.toMatch(/undefined|null|NaN|\{\{/);
  });

  it('says until when each is to be accepted', () => {
    const { text } = renderDigestMail(view(language));
    const line = text.split('\n').find((one) => one.includes('-002')) ?? '';
    expect(line).toMatch(language === 'en' ? /in 2 h/ : /还有 2 小时/);
  });

  it('takes what people typed for words', () => {
    const { subject, html } = renderDigestMail(view(language, HOSTILE));
    expect(html).not.toContain('<script');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(count(html, 'href="')).toBe(4);
  });
});
