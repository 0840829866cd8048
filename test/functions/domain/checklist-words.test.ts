import { expect, test } from 'vitest';
import type { CheckValue } from '#domain/checklist-answers';
import { checkValueWords, checkVerdictWords, completedWords, rangeWords } from '#domain/checklist-words';
import type { ChecklistItem } from '#domain/maintenance';

const t = (words: string) => ({ 'zh-CN': words, en: words });
const base = { id: 'x', label: t('x'), photo: 'none', required: true } as const;
const heat = { ...base, type: 'reading' as const, unit: '℃', min: 5, max: 40 };
const choice: ChecklistItem = {
  ...base,
  type: 'choice',
  options: [
    { id: 'whole', name: { 'zh-CN': '完好', en: 'Whole' } },
    { id: 'broken', name: { 'zh-CN': '破损', en: 'Broken' } },
  ],
};

test.each<[ChecklistItem, CheckValue, string, string]>([
  [{ ...base, type: 'check' }, 'flag', 'Watch', '留意'],
  [{ ...base, type: 'check' }, 'gone', 'gone', 'gone'],
  [heat, 30, '30 ℃', '30 ℃'],
  [heat, 41, '41 ℃ (allowed: 5–40 ℃)', '41 ℃（允许 5–40 ℃）'],
  [{ ...base, type: 'count', total: null }, { count: 46, total: 48 }, '46 of 48', '46/48'],
  [choice, 'broken', 'Broken', '破损'],
  [choice, 'gone', 'gone', 'gone'],
  [{ ...base, type: 'text' }, 'oil', 'oil', 'oil'],
])('%o with %o', (item, value, en, zh) => {
  expect(checkValueWords(item, value, 'en')).toBe(en);
  expect(checkValueWords(item, value, 'zh-CN')).toBe(zh);
});

test('a reading says what it may be', () => {
  expect(rangeWords({ ...heat, min: null })).toBe('≤ 40 ℃');
  expect(rangeWords({ ...heat, max: null })).toBe('≥ 5 ℃');
  expect(rangeWords({ ...heat, min: null, max: null })).toBeNull();
});

test('a verdict has a word of its own in each language', () => {
  expect((['pass', 'flag', 'fail'] as const).map((verdict) => checkVerdictWords(verdict, 'zh-CN'))).toEqual([
    '合格',
    '留意',
    '不合格',
  ]);
});

test('what was done begins with what the checklist says', () => {
  const counts = { points: 12, answered: 12, missing: 0, flagged: 0, failed: 0 };
  expect(completedWords(counts, 'zh-CN')).toBe('已按检查表完成 12 项检查，全部合格。');
  expect(completedWords({ ...counts, failed: 1, flagged: 2 }, 'en')).toBe(
    '12 points of the checklist done: 1 not in order, for which orders were opened, 2 to be watched.',
  );
});
