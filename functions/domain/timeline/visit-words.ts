import type { Language } from '../text.ts';
import type { VisitFinding } from '../workflow/event.ts';
import { type ActionWords, wrote } from './said.ts';

const HELD = { yes: '已彻底解决', partly: '部分解决', no: '未解决' } as const;
const HELD_EN = { yes: 'it held', partly: 'partly fixed', no: 'not fixed' } as const;
const ON_TIME = { yes: '准时', no: '不准时' } as const;
const ON_TIME_EN = { yes: 'on time', no: 'not on time' } as const;

/** "4 分 · 已彻底解决"; null: nobody was reached. */
export function scoreWords(
  { score, held }: { score: number | null; held: VisitFinding['held'] },
  language: Language,
): string {
  if (score === null) return language === 'zh-CN' ? '未能联系上' : 'not reached';
  return language === 'zh-CN'
    ? [`${score} 分`, ...(held ? [HELD[held]] : [])].join('，')
    : [`${score} of 5`, ...(held ? [HELD_EN[held]] : [])].join(', ');
}

/** What was done about a visit, where the words for complaints would not fit. */
export const visitActions: Record<Language, Partial<ActionWords>> = {
  'zh-CN': {
    acknowledge: (i, t) => wrote(`${t.by}接受了回访`, i.note),
    notMine: (i, t) => wrote(`${t.by}退回了回访`, i.reason),
    noAnswer: (i, t) => wrote(`${t.by}未能联系上住户`, i.note),
    withdraw: (i, t) => wrote(`${t.by}取消了回访`, i.reason),
    complete: (i, t) => wrote(`${t.by}已跟进`, i.done),
  },
  en: {
    acknowledge: (i, t) => wrote(`${t.by} took the visit`, i.note),
    notMine: (i, t) => wrote(`${t.by} returned the visit`, i.reason),
    noAnswer: (i, t) => wrote(`${t.by} did not reach the resident`, i.note),
    withdraw: (i, t) => wrote(`${t.by} cancelled the visit`, i.reason),
    complete: (i, t) => wrote(`${t.by} followed up`, i.done),
  },
};

type Visited = ActionWords['visited'];
export const visitedZh: Visited = (i, t) =>
  wrote(
    `${t.by}${t.byResident ? '评价' : '记录回访'}：${scoreWords({ score: i.score, held: i.held ?? null }, 'zh-CN')}${i.onTime ? `，${ON_TIME[i.onTime]}` : ''}`,
    i.remarks,
  );
export const visitedEn: Visited = (i, t) =>
  wrote(
    `${t.by} ${t.byResident ? 'answered' : 'recorded the visit'}: ${scoreWords({ score: i.score, held: i.held ?? null }, 'en')}${i.onTime ? `, ${ON_TIME_EN[i.onTime]}` : ''}`,
    i.remarks,
  );
