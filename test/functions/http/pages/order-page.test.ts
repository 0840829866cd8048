import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/text';
import { renderActionPage } from '#http/pages/action-page';
import { bytesOf } from '#http/pages/html';
import { renderResultPage } from '#http/pages/result-page';
import { renderStatePage } from '#http/pages/state-page';
import type { ActionPageView } from '#http/pages/view';
import { HOSTILE } from '#test/support/mail-views';
import { checklist, found, orderPart, orderView } from '#test/support/order-views';
import { everyOffer, resultView, stateView } from '#test/support/page-views';

const documentOf = (page: string) => {
  const { document } = new Window();
  document.write(page);
  return document;
};
const shown = (changes: Partial<ActionPageView> = {}, language: 'zh-CN' | 'en' = 'zh-CN') =>
  documentOf(renderActionPage(orderView(language, changes)));
const done = checklist({ next: null, counts: { points: 12, answered: 12, missing: 0, flagged: 1, failed: 1 } });

describe('the page of a work order', () => {
  it('says which facility, what its label says, for which day, by when and what was done before', () => {
    const text = shown().body.textContent ?? '';
    for (const words of [
      '1 号客梯 · DT-01 · 1 栋电梯厅 · 三菱 LEHY · 质保至 2027-01-01',
      '2026年11月27日 周五 · 电梯月检',
      '完成截止',
      'ELW-261027-001',
      '1 项不合格',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/投诉|业主|答复/);
  });

  it('leads on where the checklist was left, and opens nothing else before it is filled in', () => {
    const document = shown();
    const [first] = document.querySelectorAll('a.g');
    expect([first?.getAttribute('href'), first?.textContent]).toEqual(['?check=0-1', '继续检查：机房与底坑']);
    expect([...document.querySelectorAll('a.o')].map((one) => one.getAttribute('href'))).toEqual(
      expect.arrayContaining(['?check=0-0', '?check=0-1', '?check=0-2']),
    );
    expect(document.querySelectorAll('details[open]').length).toBe(0);
    expect(document.querySelector('button[value=complete]')).toBeNull();
    expect(document.querySelector('button[value=check]')).toBeNull();
  });

  it('leads to photos where only they are missing', () => {
    const next = { at: '0-2', name: '收尾', photosOnly: true };
    expect(
      shown({ order: orderPart({ checklist: checklist({ next }) }) })
        .querySelector('a.g')
        ?.getAttribute('href'),
    ).toBe('?photos=0-2');
  });

  it('opens completing once nothing is missing, and says so', () => {
    const document = shown({ order: orderPart({ checklist: done }) });
    expect(document.querySelector('details[open] button')?.getAttribute('value')).toBe('complete');
    expect(document.body.textContent).toContain('已全部填写，可以提交完成。');
  });

  it('begins what was done with words that may be changed, and gives back what was typed instead', () => {
    const offers = [{ action: 'complete' as const, proposed: { done: '已按检查表完成。' } }];
    const order = orderPart({ checklist: done });
    const typed = (changes: Partial<ActionPageView>) =>
      shown({ offers, order, ...changes })
        .querySelector('textarea[name=done]')
        ?.textContent?.trim();
    expect(typed({})).toBe('已按检查表完成。');
    const posted = { action: 'complete' as const, errors: { done: ['请填写。'] }, problem: null };
    expect(typed({ posted: { ...posted, values: { done: '换了风机' } } })).toBe('换了风机');
    expect(typed({ posted: { ...posted, values: {} } })).toBe('');
  });

  it('asks to accept first while nobody has, without a way into the checklist', () => {
    const document = shown({
      status: 'assigned',
      order: orderPart({ checklist: checklist({ open: false }) }),
      due: { at: 0, for: 'acknowledge' },
      offers: everyOffer().filter(({ action }) => ['acknowledge', 'handOver', 'notMine'].includes(action)),
    });
    expect(document.querySelector('.f button')?.textContent).toBe('接单');
    expect(document.querySelector('a[href^="?check"]')).toBeNull();
    expect(document.body.textContent).toContain('接单截止');
  });

  it('shows who inspects what was found, in the order given, with notes and photos', () => {
    const answered = [
      found('制动器', { verdict: 'fail', found: '不合格', note: '有异响', photos: ['p1', 'p2'] }),
      found('年检标志', { verdict: 'pass' }),
    ];
    const document = shown({
      status: 'resolved',
      order: orderPart({ checklist: { ...done, open: false, answered } }),
      offers: everyOffer().filter(({ action }) => ['approve', 'decline'].includes(action)),
    });
    const rows = [...document.querySelectorAll('.a li')];
    expect(rows.map((row) => row.className)).toEqual(['fail', 'pass']);
    expect(rows[0]?.textContent).toContain('有异响');
    expect([...(rows[0]?.querySelectorAll('a') ?? [])].map((one) => one.getAttribute('href'))).toEqual([
      '?photo=p1',
      '?photo=p2',
    ]);
    expect(document.querySelector('button[value=approve]')?.textContent).toBe('验收通过');
    expect([...document.querySelectorAll('summary')].map((one) => one.textContent)).toContain('验收不通过');
  });

  it.each(languages)('stays small with many facilities and answers (%s)', (language) => {
    const parts = Array.from({ length: 200 }, (_, i) => ({
      at: `${i}-0`,
      facility: `电梯 ${i}`,
      name: '轿厢',
      counts: { points: 4, answered: 0, missing: 4, flagged: 0, failed: 0 },
    }));
    const answered = Array.from({ length: 500 }, (_, i) => found(`点 ${i}`, { note: '很长的备注'.repeat(50) }));
    const page = renderActionPage(
      orderView(language, { order: orderPart({ checklist: checklist({ parts, answered }) }) }),
    );
    expect(bytesOf(page)).toBeLessThan(60_000);
    const filled = renderActionPage(orderView(language, { order: orderPart({ checklist: checklist({ parts }) }) }));
    expect(bytesOf(filled)).toBeLessThanOrEqual(10_000);
    expect(documentOf(page).querySelectorAll('a[href^="?check"]').length).toBe(13);
  });

  it.each(languages)('lets no word become markup (%s)', (language) => {
    const x = `</title></style><script>alert(1)</script>${HOSTILE}`;
    const order = orderPart({
      facilities: [{ name: x, number: x, place: x, more: [x] }],
      plan: { name: x, day: x },
      origin: { number: x, why: x, detail: x },
      rework: { number: x, times: 2 },
      checklist: checklist({
        parts: [1, 2].map((n) => ({ at: x, facility: x, name: x, counts: { ...done.counts, missing: n } })),
        next: { at: x, name: x, photosOnly: false },
        answered: [found(x, { facility: x, found: x, note: x, photos: [x], by: x, verdict: 'fail' })],
      }),
      earlier: [{ number: x, at: 0, plan: x, status: 'closed', failed: 0 }],
    });
    const page = renderActionPage(orderView(language, { order }));
    const document = documentOf(page);
    expect(document.querySelectorAll('script,img,iframe').length).toBe(0);
    expect(page).not.toMatch(/[\u202a-\u202e]/);
    for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^\?/);
  });
});

describe('what follows an order', () => {
  it('is told in the words of orders after acting and when a link is late', () => {
    const after = renderResultPage(
      resultView('zh-CN', { kind: 'workOrder', due: { at: 0, for: 'resolve' }, number: 'ELW-1' }),
    );
    expect(after).toContain('✓ 接单');
    expect(after).toContain('完成截止');
    const late = renderStatePage(
      stateView('en', {
        kind: 'workOrder',
        soFar: [],
        order: orderPart({ checklist: { ...done, open: false } }),
        why: 'expired',
      }),
    );
    expect(late).toContain('This is how the order stands now.');
    expect(late).toContain('12 of 12 points answered');
    expect(`${after}${late}`).not.toMatch(/投诉|complaint/);
  });
});
