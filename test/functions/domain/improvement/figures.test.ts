import { describe, expect, it, test } from 'vitest';
import { openImprovement, plan } from '#domain/improvement/course';
import { compare, figureKey, meets, windowAfter, windowBack } from '#domain/improvement/figures';
import { namesResident } from '#domain/improvement/good-case';
import { improvementMail, improvementNews } from '#domain/improvement/news';
import { daysOfQuarter, quarterAfter, quarterBefore, quarterOf } from '#domain/improvement/quarter';
import type { Measure } from '#domain/learned/figure';

const figure = (value: number | null) => ({ value, counted: 10 });

test.each<[Measure, number | null, number | null, string | null]>([
  ['satisfaction', 3.9, 4.2, 'better'],
  ['satisfaction', 4.2, 4.16, 'same'],
  ['timeliness', 0.9, 0.895, 'worse'],
  ['timeliness', 0.9, 0.9049, 'same'],
  ['rework', 0.04, 0.01, 'better'],
  ['rework', 0.01, 0.04, 'worse'],
  ['held', null, 0.9, null],
  ['held', 0.9, null, null],
])('%s from %s to %s is %s', (measure, before, after, effect) => {
  expect(compare(measure, figure(before), figure(after))).toBe(effect);
});

test('a target is the least of most figures, and the most of rework', () => {
  expect([meets('timeliness', figure(0.99), 0.99), meets('timeliness', figure(0.98), 0.99)]).toEqual([true, false]);
  expect([meets('rework', figure(0.01), 0.01), meets('rework', figure(0.02), 0.01)]).toEqual([true, false]);
  expect(meets('held', figure(null), 0.9)).toBeNull();
});

test('the reading after is as long at most, and has nothing from before it was done', () => {
  expect(windowBack('2026-11-30', 30)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(windowAfter('2026-12-31', 30, '2026-11-12')).toEqual({ from: '2026-12-02', to: '2026-12-31' });
  expect(windowAfter('2026-12-10', 30, '2026-11-26')).toEqual({ from: '2026-11-27', to: '2026-12-10' });
});

test('each figure has a key of its own', () => {
  const ref = { site: 'east-lake', measure: 'held', by: null } as const;
  const part = { ...ref, by: { dimension: 'area', value: 'south' } } as const;
  expect([figureKey(ref), figureKey(part)]).toEqual(['east-lake/held', 'east-lake/held/area/south']);
});

describe('quarters', () => {
  it('go by the calendar', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
      ...['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4'],
    ]);
    expect([quarterBefore('2026-Q1'), quarterAfter('2026-Q4'), quarterAfter('2026-Q1')]).toEqual([
      ...['2025-Q4', '2027-Q1', '2026-Q2'],
    ]);
    expect(daysOfQuarter('2026-Q1')).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(daysOfQuarter('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  });
});

test.each<[string, string | null]>([
  ['提前一天逐户确认，没有一户投诉', null],
  ['王小明一家很满意', 'name'],
  ['MRS  Smith was pleased', 'name'],
  ['回电 138 0013 8000 后满意', 'phone'],
  ['2026 年第 4 季度 99 %', null],
])('"%s" names %s', (words, named) => {
  expect(namesResident(words, ['王小明', 'mrs  smith', '', '王'])).toBe(named);
});

test('mails say figure, target and what to do; no name of a person is in a subject', () => {
  const first = openImprovement(
    {
      ...{ id: 'i1', company: 'demo', number: 'ELP-261102-001', target: 0.99, days: 30 },
      ref: { site: 'east-lake', measure: 'timeliness', by: { dimension: 'worker', value: 'repairer-a' } },
      before: { value: 0.9, counted: 40, from: '2026-10-04', to: '2026-11-02' },
    },
    { by: 'system', at: 0, today: '2026-11-02' },
  );
  const outcome = plan(
    first,
    { cause: '缺备件', action: '提前下单', owner: 'repairer-a', actionBy: '2026-11-16', weeks: 4 },
    { today: '2026-11-02' },
  );
  if (!outcome.ok) throw new Error('the plan is sound');
  const names = {
    site: { 'zh-CN': '东湖花园', en: 'East Lake' },
    company: { 'zh-CN': '示范', en: 'Demo' },
    part: '维修工甲',
  };
  const mail = (why: (typeof improvementNews)[number], language: 'zh-CN' | 'en' = 'zh-CN') =>
    improvementMail(outcome.improvement, why, names, 'https://steward.example/improvements/i1', language);
  for (const why of improvementNews) {
    expect(mail(why).subject).not.toContain('维修工甲');
    expect(mail(why).facts).toContainEqual({ label: '开始时', text: '90 %（目标 ≥ 99 %）' });
    expect(mail(why, 'en').subject).toMatch(/^[\x20-\x7e·]+$/);
  }
  expect(mail('assigned').facts.map(({ label }) => label)).toEqual(['指标', '开始时', '原因', '措施', '完成日期']);
  expect(mail('opened').facts.map(({ label }) => label)).toEqual(['指标', '开始时']);
});
