import type { Verdict } from '../item.ts';
import type { Language } from '../text.ts';

interface SaidWords {
  promised: string;
  reply: string;
  done: string;
  resolved: string;
  notMine: string;
  question: string;
  broughtIn: string;
  paused: string;
  opinions: Record<Verdict['verdict'], string | null>;
}

/** What imagined people write, in the resident's language. */
const words: Record<Language, SaidWords> = {
  'zh-CN': {
    promised: '已安排人员处理，会按约定的时间答复您。',
    reply: '正在处理，进展顺利，完成后再告知您。',
    done: '已处理完成。',
    resolved: '您反映的问题已处理完成，请查看。',
    notMine: '不属于本部门。',
    question: '请领导指示如何处理。',
    broughtIn: '需要贵部门协助处理。',
    paused: '等待配件到货。',
    opinions: { solved: null, partly: '还有一部分没有解决。', notSolved: '问题没有解决。' },
  },
  en: {
    promised: 'Somebody is on it; you will hear from us by the time agreed.',
    reply: 'We are working on it and will tell you when it is done.',
    done: 'Done.',
    resolved: 'What you reported has been put right. Please have a look.',
    notMine: 'Not for this department.',
    question: 'How shall we go about it?',
    broughtIn: 'We need your department’s help with this.',
    paused: 'A spare part is on its way.',
    opinions: { solved: null, partly: 'Part of it is left.', notSolved: 'It is not solved.' },
  },
};
export const wordsIn = (language: Language): SaidWords => words[language];
