import type { Language } from '#domain/text';

/** Fixed words of the page of a work order. */
const en = {
  facility: 'Facility',
  others: (n: number) => `and ${n} more`,
  plan: 'Planned for',
  origin: 'Opened because of',
  rework: 'Rework',
  reworked: (number: string, times: number) =>
    times > 1 ? `repaired ${times} times within the warranty, last in ${number}` : `repaired before in ${number}`,
  earlier: 'Last orders of this facility',
  none: 'This is the first one.',
  repair: 'Repair',
  failed: (n: number) => `${n} not in order`,
};
type OrderWords = typeof en;
const zh: OrderWords = {
  facility: '设备',
  others: (n) => `等，另有 ${n} 项`,
  plan: '计划日期',
  origin: '来源',
  rework: '返修',
  reworked: (number, times) =>
    times > 1 ? `质保期内第 ${times} 次返修，上次工单 ${number}` : `质保期内返修，原工单 ${number}`,
  earlier: '该设备的近期工单',
  none: '这是第一张。',
  repair: '维修',
  failed: (n) => `${n} 项不合格`,
};

const WORDS: Record<Language, OrderWords> = { 'zh-CN': zh, en };
export const orderWords = (language: Language): OrderWords => WORDS[language];
