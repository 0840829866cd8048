import type { Condition } from '#domain/asset';
import type { Language } from '#domain/text';

/** Fixed words of the page behind a facility's label. */
export interface LabelWords {
  other: string;
  where: string;
  state: string;
  conditions: Record<Condition, string>;
  history: string;
  noHistory: string;
  repair: string;
  report: string;
  what: string;
  hint: string;
  needed: string;
  send: string;
  thanks: string;
  thanksHelp: string;
  answer: string;
  trap: string;
  call: (phone: string) => string;
  staff: string;
}
const zh: LabelWords = {
  other: 'English',
  where: '位置',
  state: '状态',
  conditions: {
    good: '正常使用',
    limited: '可以使用，部分功能受限',
    outOfOrder: '停用，正在处理',
    retired: '已不再使用',
  },
  history: '近期维保',
  noHistory: '暂无记录。',
  repair: '维修',
  report: '报告故障',
  what: '出了什么问题？',
  hint: '例如：门关不上、有异响',
  needed: '请写明出了什么问题。',
  send: '提交',
  thanks: '已收到，谢谢。',
  thanksHelp: '负责该设备的人员已知悉。',
  answer: '希望收到回复？填写联系方式报事',
  trap: '请勿填写',
  call: (phone) => `危险或人员被困，请立即拨打 ${phone}`,
  staff: '物业人员：登录查看维保记录、开工单',
};
const en: LabelWords = {
  other: '中文',
  where: 'Where',
  state: 'State',
  conditions: {
    good: 'Working',
    limited: 'Working, with limits',
    outOfOrder: 'Out of order, being looked after',
    retired: 'No longer in use',
  },
  history: 'Looked after lately',
  noHistory: 'Nothing on record yet.',
  repair: 'Repair',
  report: 'Report a fault',
  what: 'What is wrong?',
  hint: 'For example: the door does not close',
  needed: 'Please say what is wrong.',
  send: 'Send',
  thanks: 'Thank you, we have it.',
  thanksHelp: 'Whoever looks after this facility has been told.',
  answer: 'Would you like an answer? Report it with your contact',
  trap: 'Leave this empty',
  call: (phone) => `Danger, or somebody trapped? Call at once: ${phone}`,
  staff: 'Staff: sign in for its records and to open a work order',
};
const words: Record<Language, LabelWords> = { 'zh-CN': zh, en };
export const labelWords = (language: Language): LabelWords => words[language];
