import { expect, test } from 'vitest';
import { recurrenceWords } from '#domain/recurrence/recurrence-words';
import type { Recurrence } from '#domain/recurrence/rule';

const base: Recurrence = {
  frequency: { unit: 'day', every: 1 },
  time: '09:00',
  start: '2026-01-01',
  end: null,
  season: null,
  missingDay: 'clamp',
  nonWorkingDay: 'asIs',
};

test.each<[Partial<Recurrence>, string, string]>([
  [{}, 'Every day, 09:00, from 1 January 2026', '每天，09:00，自 2026年1月1日起'],
  [
    { frequency: { unit: 'week', every: 2, on: [5, 1] }, end: '2026-12-31' },
    'Every 2 weeks on Monday and Friday, 09:00, 1 January 2026 to 31 December 2026',
    '每 2 周的周一、五，09:00，2026年1月1日至 2026年12月31日',
  ],
  [
    { frequency: { unit: 'month', every: 1, on: { kind: 'date', day: 31 } }, nonWorkingDay: 'before' },
    'Every month on the 31st, 09:00, from 1 January 2026; on a non-working day: the working day before; the last there is in months without such a day',
    '每月的 31 日，09:00，自 2026年1月1日起；遇非工作日提前；当月没有该日则取最后一个',
  ],
  [
    { frequency: { unit: 'month', every: 3, on: { kind: 'weekday', nth: -1, weekday: 5 } }, nonWorkingDay: 'after' },
    'Every quarter on the last Friday, 09:00, from 1 January 2026; on a non-working day: the next working day',
    '每季度的最后一个周五，09:00，自 2026年1月1日起；遇非工作日顺延',
  ],
  [
    {
      frequency: { unit: 'year', every: 1, month: 5, on: { kind: 'weekday', nth: 2, weekday: 3 } },
      season: { from: '04-01', to: '10-31' },
    },
    'Every year on the 2nd Wednesday of May, 09:00, from 1 January 2026, only from 1 April to 31 October',
    '每年的 5 月第二个周三，09:00，自 2026年1月1日起，仅限 4月1日至 10月31日',
  ],
])('%o', (changes, en, zh) => {
  expect(recurrenceWords({ ...base, ...changes }, 'en')).toBe(en);
  expect(recurrenceWords({ ...base, ...changes }, 'zh-CN')).toBe(zh);
});

test('floating says what it is counted from', () => {
  const rule: Recurrence = { ...base, frequency: { unit: 'month', every: 3, on: { kind: 'last' } } };
  expect(recurrenceWords(rule, 'en', true)).toBe('3 months after completion, 09:00, from 1 January 2026');
  expect(recurrenceWords(rule, 'zh-CN', true)).toBe('完成后 3 个月，09:00，自 2026年1月1日起');
});
