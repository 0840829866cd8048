import { type CheckCounts, type CheckValue, type CheckVerdict, judge } from './checklist-answers.ts';
import type { ChecklistItem } from './maintenance.ts';
import type { Language } from './text.ts';

/** Words of checklists, shared by pages, mails, timeline and panel. */

type Words = Record<Language, string>;
const w = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

const VERDICTS: Record<CheckVerdict, Words> = {
  pass: w('合格', 'Pass'),
  flag: w('留意', 'Watch'),
  fail: w('不合格', 'Fail'),
};
export const checkVerdictWords = (verdict: CheckVerdict, language: Language): string => VERDICTS[verdict][language];

/** What a reading may be: "5–40 ℃", "≤ 40 ℃"; null: no bounds. */
export function rangeWords({ min, max, unit }: Extract<ChecklistItem, { type: 'reading' }>): string | null {
  if (min === null && max === null) return null;
  if (min === null) return `≤ ${max} ${unit}`;
  return max === null ? `≥ ${min} ${unit}` : `${min}–${max} ${unit}`;
}

/** An answer as it was given: "Fail", "41 ℃ (5–40 ℃)", "46 of 48". An option nobody knows any more stands for itself. */
export function checkValueWords(item: ChecklistItem, value: CheckValue, language: Language): string {
  if (typeof value === 'object')
    return language === 'en' ? `${value.count} of ${value.total}` : `${value.count}/${value.total}`;
  switch (item.type) {
    case 'check': {
      const verdict = judge(item, value);
      return verdict ? VERDICTS[verdict][language] : String(value);
    }
    case 'reading': {
      const range = judge(item, value) === 'fail' ? rangeWords(item) : null;
      const allowed = range === null ? '' : language === 'en' ? ` (allowed: ${range})` : `（允许 ${range}）`;
      return `${value} ${item.unit}${allowed}`;
    }
    case 'choice':
      return item.options.find(({ id }) => id === value)?.name[language] ?? String(value);
    default:
      return String(value);
  }
}

/** What was done, to begin with where a checklist says it all. */
export function completedWords({ points, failed, flagged }: CheckCounts, language: Language): string {
  const zh = language === 'zh-CN';
  const found = [
    failed > 0 && (zh ? `${failed} 项不合格，已另开整改工单` : `${failed} not in order, for which orders were opened`),
    flagged > 0 && (zh ? `${flagged} 项需留意` : `${flagged} to be watched`),
  ].filter(Boolean);
  const all = zh ? '全部合格' : 'all in order';
  return zh
    ? `已按检查表完成 ${points} 项检查，${found.join('，') || all}。`
    : `${points} points of the checklist done: ${found.join(', ') || all}.`;
}
