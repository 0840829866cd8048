import type { OrderMail } from '#domain/mail/order-mail';
import { originWords } from '#domain/origin-words';
import type { CommonName } from '#domain/templates/templates';
import type { Language } from '#domain/text';
import { ordinal } from '#domain/words';
import { oneLine, unlinked } from './clean.ts';

interface Fact {
  label: string;
  text: string;
}
const line = (text: string, max = 200): string => unlinked(oneLine(text, max));

/** What is to be worked on, when, and why, as rows of a mail. */
export function orderFactRows(
  { facility, plan, origin, rework, checklist }: OrderMail,
  language: Language,
  common: (name: CommonName) => string,
): Fact[] {
  const words = WORDS[language];
  const row = (name: CommonName, text: string | null): Fact[] => (text === null ? [] : [{ label: common(name), text }]);
  return [
    ...row('labelFacility', facility && line(facility, 300)),
    ...row('labelPlan', plan && `${plan.day} · ${line(plan.name)}`),
    ...row(
      'labelOrigin',
      origin &&
        [line(origin.number, 40), originWords(origin.why, language), origin.detail && line(origin.detail)]
          .filter(Boolean)
          .join(' · '),
    ),
    ...row('labelRework', rework && words.rework(line(rework.number, 40), rework.times)),
    ...row(
      'labelChecklist',
      checklist &&
        [
          checklist.answered === 0 ? words.points(checklist.points) : words.done(checklist.answered, checklist.points),
          checklist.failed > 0 && words.failed(checklist.failed),
          checklist.flagged > 0 && words.flagged(checklist.flagged),
        ]
          .filter(Boolean)
          .join(' · '),
    ),
  ];
}

const WORDS: Record<
  Language,
  {
    rework: (number: string, times: number) => string;
    points: (n: number) => string;
    done: (answered: number, points: number) => string;
    failed: (n: number) => string;
    flagged: (n: number) => string;
  }
> = {
  'zh-CN': {
    rework: (number, times) => `质保期内第 ${times} 次返修，上次工单 ${number}`,
    points: (n) => `共 ${n} 项`,
    done: (answered, points) => `已填 ${answered}/${points} 项`,
    failed: (n) => `${n} 项不合格`,
    flagged: (n) => `${n} 项需留意`,
  },
  en: {
    rework: (number, times) =>
      times > 1
        ? `${ordinal(times)} time within the warranty, last repaired in ${number}`
        : `within the warranty, repaired before in ${number}`,
    points: (n) => `${n} points`,
    done: (answered, points) => `${answered} of ${points} points answered`,
    failed: (n) => `${n} not in order`,
    flagged: (n) => `${n} to be watched`,
  },
};
