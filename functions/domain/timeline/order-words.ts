import type { Language } from '../text.ts';
import { type ActionWords, wrote } from './said.ts';

/** What was done to a work order, where the words for complaints would not fit. */
export const orderActions: Record<Language, Partial<ActionWords>> = {
  'zh-CN': {
    acknowledge: (i, t) => wrote(`${t.by}已接单`, i.note),
    notMine: (i, t) => wrote(`${t.by}退回了工单`, i.reason),
    withdraw: (i, t) => wrote(`${t.by}取消了工单`, i.reason),
    approve: (i, t) => wrote(`${t.by}验收通过`, i.note),
    decline: (i, t) => wrote(`${t.by}验收不通过，退回返工`, i.reason),
  },
  en: {
    acknowledge: (i, t) => wrote(`${t.by} accepted the order`, i.note),
    notMine: (i, t) => wrote(`${t.by} declined the order`, i.reason),
    withdraw: (i, t) => wrote(`${t.by} cancelled the order`, i.reason),
    approve: (i, t) => wrote(`${t.by} passed the work`, i.note),
    decline: (i, t) => wrote(`${t.by} sent the work back`, i.reason),
  },
};
