import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/text';
import { renderActionPage } from '#http/pages/action-page';
import { renderCheckPage } from '#http/pages/check-page';
import { pageHeaders } from '#http/pages/frame';
import { bytesOf, cutTo, html } from '#http/pages/html';
import { renderUnopenedPoint } from '#http/pages/point-page';
import { renderResultPage } from '#http/pages/result-page';
import { renderInvalidLinkPage, renderStatePage } from '#http/pages/state-page';
import { checkView } from '#test/support/check-views';
import { HOSTILE } from '#test/support/mail-views';
import { checklist, found, orderPart, orderView } from '#test/support/order-views';
import { resultView, stateView } from '#test/support/page-views';

const judged = orderPart({ checklist: checklist({ answered: [found('门')] }) });

describe('headers', () => {
  it('allow nothing but our style sheets and our forms', () => {
    const order = renderActionPage(orderView('en', { order: judged }));
    const pages = [renderCheckPage(checkView('en')), order, renderUnopenedPoint('en')];
    const used = pages.flatMap((page) => [...page.matchAll(/<style>(.*?)<\/style>/gs)].map(([, sheet = '']) => sheet));
    const sheets = [...new Set(used)];
    expect(sheets).toHaveLength(4);
    const hashes = sheets.map((sheet) => `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`);
    const headers = pageHeaders('https://bucket.s3.eu-west-1.amazonaws.com');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src ${hashes.join(' ')}; img-src 'self'; form-action 'self' https://bucket.s3.eu-west-1.amazonaws.com; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
  });
  it('take no origin that would add to the policy', () => {
    expect(pageHeaders("https://x; script-src 'unsafe-inline'")['content-security-policy']).not.toContain('unsafe');
    expect(pageHeaders(null)['content-security-policy']).toContain("form-action 'self';");
  });
});

describe.each(languages)('result page in %s', (language) => {
  it('says what comes next, leads there, and takes a photo without script', () => {
    const page = renderResultPage(resultView(language));
    expect(page).toContain('https://steward.example/a/next');
    expect(page).toContain('enctype="multipart/form-data" action="https://bucket.example/"');
    expect(page.indexOf('name="Policy"')).toBeLessThan(page.indexOf('name="file"'));
    expect(page).toContain(language === 'en' ? 'in 2 h 8 min, Fri 04:00' : '还有 2 小时 8 分钟，周五 04:00 前');
    expect(bytesOf(page)).toBeLessThan(10_000);
  });
  it('tells what became of the photo', () => {
    const page = renderResultPage(resultView(language, { done: null, uploaded: 'rejected' }));
    expect(page).toContain(language === 'en' ? 'could not be taken' : '无法使用该文件');
  });
  it('claims a mail only where one was sent', () => {
    const mailed = language === 'en' ? 'We have mailed you' : '已发送到您的邮箱';
    expect(renderResultPage(resultView(language))).toContain(mailed);
    const before = renderResultPage(resultView(language, { done: 'note', mailed: 'before' }));
    expect(before).not.toContain(mailed);
    expect(before).toContain(language === 'en' ? 'The link in your mail' : '您邮件中的链接');
    expect(renderResultPage(resultView(language, { mailed: null }))).not.toMatch(/mailed you|in your mail|邮件|邮箱/);
  });
  it('proposes a promise after nobody was at home', () => {
    const promiseLink = 'https://steward.example/a/next?do=promise';
    const page = renderResultPage(resultView(language, { done: 'noAnswer', promiseLink }));
    expect(page).toContain(`href="${promiseLink}"`);
    expect(page.indexOf(promiseLink)).toBeLessThan(page.indexOf('a/next"'));
  });
  it('ends plainly when it has ended', () => {
    const page = renderResultPage(resultView(language, { status: 'closed', due: null, stepLink: null, upload: null }));
    expect(page).not.toContain('<form');
    expect(page).toContain(language === 'en' ? 'It has ended' : '流程已结束');
  });
});

describe.each(languages)('state page in %s', (language) => {
  it('says who was faster and when, and how it stands', () => {
    const page = renderStatePage(stateView(language));
    expect(page).toContain(
      language === 'en' ? 'Already handled by Li Qiang, Fri 01:47' : 'Li Qiang已于周五 01:47 处理',
    );
    expect(page).toContain(language === 'en' ? 'In progress' : '处理中');
    expect(page).not.toContain('<form');
  });
  it.each(['moved', 'ended', 'expired', 'readOnly'] as const)('knows why: %s', (why) => {
    const page = renderStatePage(stateView(language, { why, handled: null }));
    expect(bytesOf(page)).toBeLessThan(10_000);
    expect(page).toContain('EL-261127-003');
  });
  it('escapes', () => {
    const handled = { by: HOSTILE, at: 0, action: null };
    const page = renderStatePage(stateView(language, { handled, category: HOSTILE, soFar: [HOSTILE], owner: HOSTILE }));
    expect(page).not.toContain('<img');
  });
  it('tells nothing on a link that is not ours', () => {
    const page = renderInvalidLinkPage(language);
    expect(page).not.toMatch(/EL-|<form|<a /);
    expect(page).toContain(`lang="${language}"`);
  });
});

describe('html', () => {
  it('escapes everything but what it made itself', () => {
    const inner = html`<b>${'<'}</b>`;
    expect(html`<p title="${'"\''}">${inner}${['<', inner]}${null}${false}${0}</p>`.html).toBe(
      '<p title="&quot;&#39;"><b>&lt;</b>&lt;<b>&lt;</b>0</p>',
    );
  });
  it('cuts by escaped bytes, never inside a character', () => {
    expect(cutTo('abc', 3)).toBe('abc');
    expect(cutTo('漏水了漏水了', 12)).toBe('漏水了…');
    expect(cutTo('<<<<<', 11)).toBe('<<…');
    expect(cutTo('👍👍👍', 8)).toBe('👍…');
  });
});
