import type { OriginReason } from './order.ts';
import type { Language } from './text.ts';

const w = (zh: string, en: string): Record<Language, string> => ({ 'zh-CN': zh, en });
const WORDS: Record<OriginReason, Record<Language, string>> = {
  failedCheck: w('检查不合格', 'a check failed'),
  complaint: w('投诉', 'a complaint'),
  report: w('报修', 'a report'),
  rule: w('流程规定', 'a rule of its workflow'),
  care: w('业主关怀', 'care for a resident'),
};
/** Why an item was opened by another one. */
export const originWords = (why: OriginReason, language: Language): string => WORDS[why][language];
