import { definitionOf, goalWords, valueWords } from '../learned/figure.ts';
import type { NoticeView } from '../mail/notice-view.ts';
import { dateWords } from '../recurrence/recurrence-words.ts';
import type { Language, Text } from '../text.ts';
import type { Improvement } from './improvement.ts';

/** Why somebody gets a mail about an improvement. */
export const improvementNews = ['opened', 'assigned', 'actionDue', 'checkDue'] as const;
export type ImprovementNews = (typeof improvementNews)[number];

/** Whether it still holds when the mail goes out. */
export const isNews = ({ state }: Improvement, why: ImprovementNews): boolean =>
  ({ opened: state === 'plan', assigned: state === 'do', actionDue: state === 'do', checkDue: state === 'check' })[why];

const t = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });
const headlines: Record<ImprovementNews, Text> = {
  opened: t('指标未达目标，请安排改进', 'A figure missed its target: please plan what to do'),
  assigned: t('有一项改进由您负责', 'You are to carry out an improvement'),
  actionDue: t('改进措施今天到期', 'An improvement is due today'),
  checkDue: t('请检查改进的效果', 'Please look at the effect of an improvement'),
};
const asks: Record<ImprovementNews, Text> = {
  opened: t(
    '请写明原因、措施、责任人和完成日期。',
    'Please say what causes it, what is to be done, who does it and by when.',
  ),
  assigned: t('完成后请在页面上记录。', 'Please record on its page when it is done.'),
  actionDue: t(
    '如已完成，请在页面上记录；如不能按期完成，请告诉主管。',
    'If it is done, please record it. If not, tell your manager.',
  ),
  checkDue: t(
    '措施完成已有一段时间，请读取同一指标，对照前后，写下看到了什么。',
    'It was done some time ago. Please read the same figure once more, compare, and write what you see.',
  ),
};

interface NewsNames {
  site: Text;
  company: Text;
  /** The part of the site the figure is of; null: all of it. */
  part: string | null;
}

/** The mail, in the reader's language; nobody's name is in the subject. */
export function improvementMail(
  { number, ref, target, before, action, cause, actionBy, checkOn }: Improvement,
  why: ImprovementNews,
  { site, company, part }: NewsNames,
  link: string,
  language: Language,
): NoticeView {
  const en = language === 'en';
  const say = (zh: string, english: string) => (en ? english : zh);
  const colon = en ? ': ' : '：';
  const name = definitionOf(ref.measure).name[language];
  const value = before.value === null ? '–' : valueWords(ref.measure, before.value);
  const goal = goalWords({ measure: ref.measure, goal: target });
  const dated = (date: string) => dateWords(date, !en).trim();
  const planned =
    why === 'opened'
      ? []
      : [
          { label: say('原因', 'Cause'), text: cause },
          { label: say('措施', 'Action'), text: action },
        ];
  const due = why === 'checkDue' ? checkOn : why === 'opened' ? null : actionBy;
  return {
    language,
    kicker: site[language],
    subject: `${headlines[why][language]}${colon}${name} · ${number}`,
    headline: headlines[why][language],
    greeting: null,
    paragraphs: [asks[why][language]],
    quote: null,
    facts: [
      { label: say('指标', 'Figure'), text: part === null ? name : `${name} · ${part}` },
      { label: say('开始时', 'At the start'), text: say(`${value}（目标 ${goal}）`, `${value} (target ${goal})`) },
      ...planned,
      ...(due === null
        ? []
        : [
            {
              label: why === 'checkDue' ? say('检查日期', 'Check from') : say('完成日期', 'To be done by'),
              text: dated(due),
            },
          ]),
    ],
    button: { label: say('打开这项改进', 'Open the improvement'), link },
    footer: [`${site[language]} · ${company[language]}`],
  };
}
