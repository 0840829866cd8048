import { expect, test } from 'vitest';
import { driftWords, leftOutWords, missedWords, planWords, shiftWords } from '#domain/plan/plan-words';
import { monthly, planOf } from './plan-fixture.ts';

const names = new Map([['lift-month', { 'zh-CN': '电梯月检', en: 'Lift, monthly' }]]);
const year = planOf({
  id: 'lift-year',
  assets: ['lift1', 'lift2'],
  leadDays: 7,
  graceDays: 1,
  absorbs: ['lift-month'],
  meter: { every: 2_000, unit: 'h', alone: false },
  moves: [{ from: '2026-03-05', to: '2026-03-07' }],
  status: 'paused',
  rule: { frequency: monthly(5), nonWorkingDay: 'after' },
});

test('a plan in words', () => {
  expect(planWords(year, names, 'en')).toEqual([
    'Every month on the 5th, 09:00, from 1 January 2024; on a non-working day: the next working day',
    'Or every 2000 h, whichever comes first',
    '2 assets, an order for each',
    'Opened 7 days ahead',
    'In time until 1 day after',
    'Includes that period\'s "Lift, monthly"',
    '1 date moved by hand',
    'Paused: opens no orders',
  ]);
  expect(planWords(year, names, 'zh-CN')).toEqual([
    '每月的 5 日，09:00，自 2024年1月1日起；遇非工作日顺延',
    '或每用满 2000 h，以先到者为准',
    '2 台设备，每台一张工单',
    '提前 7 天开单',
    '宽限 1 天，期内完成算按时',
    '包含当期的“电梯月检”',
    '手动调整了 1 次日期',
    '已暂停，不开单',
  ]);
});

test('a meter alone, a round, an end', () => {
  const plan = planOf({ per: 'round', meter: { every: 250, unit: 'h', alone: true }, status: 'ended' });
  expect(planWords(plan, names, 'en')).toEqual([
    'Every 250 h, from 1 January 2024',
    '1 asset, one order for the round',
    'Ended: opens no more orders',
  ]);
  const bounded = planOf({ meter: { every: 250, unit: 'h', alone: true }, rule: { end: '2024-12-31' } });
  expect(planWords(bounded, names, 'zh-CN')).toEqual([
    '每用满 250 h，2024年1月1日至 2024年12月31日',
    '一台设备，每次一张工单',
  ]);
});

test('reasons', () => {
  expect(shiftWords({ kind: 'gap', wanted: '01:30' }, 'zh-CN')).toBe('当天夏令时拨快，没有 01:30，取其后最早的时间');
  expect(shiftWords({ kind: 'dragged', from: '2026-03-05' }, 'zh-CN')).toBe('由 2026年3月5日手动调整');
  expect(leftOutWords({ planned: '2026-10-03', because: 'sameDay', text: null }, 'en')).toBe(
    'Left out: a day off; another has the working day it would move to',
  );
  expect(missedWords('2026-03-05', 'en')).toBe('Not opened: the order of 5 March 2026 was still open');
  expect(missedWords('m1250-2026-03-01', 'zh-CN')).toBe('上一张工单尚未完成，未再开单');
  expect([7, 0, -1].map((days) => driftWords(days, 'en'))).toEqual([
    '7 days behind the rhythm of the rule',
    'On the rhythm of the rule',
    '1 day ahead of the rhythm of the rule',
  ]);
});
