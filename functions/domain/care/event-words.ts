import type { NoticeView } from '../mail/notice-view.ts';
import type { Language, Text } from '../text.ts';
import { type Instant, localDate, localTime } from '../time.ts';
import { whenWords } from '../words.ts';
import type { EventKind, PlannedEvent } from './event.ts';

const t = (zh: string, en: string): Text => ({ 'zh-CN': zh, en });

/** What a planned event is called, and what a resident had better do before it. */
const words: Record<EventKind, { name: Text; advice: Text | null }> = {
  waterCut: {
    name: t('停水', 'Water cut'),
    advice: t(
      '请提前储水，并关好水龙头，以免来水时溢水。',
      'Please store some water beforehand, and keep taps closed so that nothing overflows when it comes back.',
    ),
  },
  powerCut: {
    name: t('停电', 'Power cut'),
    advice: t(
      '请提前给手机和医疗设备充电，停电期间请勿乘坐电梯。',
      'Please charge telephones and medical equipment beforehand, and do not use the lifts meanwhile.',
    ),
  },
  liftStop: {
    name: t('电梯维保停用', 'Lift out of service for maintenance'),
    advice: t(
      '请使用其他电梯或楼梯；行动不便需要帮助的，请提前致电我们。',
      'Please use another lift or the stairs. If you need help, call us beforehand.',
    ),
  },
  renovation: {
    name: t('施工噪音', 'Renovation noise'),
    advice: t('施工时段会有噪音，给您带来不便，敬请谅解。', 'It will be noisy at these hours. We apologise.'),
  },
  typhoon: {
    name: t('台风防范', 'Typhoon'),
    advice: t(
      '请关好门窗，收好阳台和窗台上的物品，非必要不外出。',
      'Please close windows and doors, take in what stands outside, and stay in unless you must go out.',
    ),
  },
  heat: {
    name: t('高温提醒', 'Heat'),
    advice: t(
      '请注意防暑降温，老人和孩子避免在高温时段外出。',
      'Please keep cool, and avoid going out in the hottest hours, the old and the young above all.',
    ),
  },
  festival: { name: t('节日', 'Festival'), advice: null },
  other: { name: t('通知', 'Notice'), advice: null },
};

export const eventName = (kind: EventKind, language: Language): string => words[kind].name[language];

/** "周四 09:00 至 17:00", "Thu 09:00 to 17:00"; with both days where it ends on another. */
export function spanWords(
  { from, to }: { from: Instant; to: Instant },
  now: Instant,
  zone: string,
  language: Language,
) {
  const end = localDate(from, zone) === localDate(to, zone) ? localTime(to, zone) : whenWords(to, now, zone, language);
  return `${whenWords(from, now, zone, language)} ${language === 'en' ? 'to' : '至'} ${end}`;
}

export interface AnnouncedAt {
  site: Text;
  company: Text;
  phone: string;
  zone: string;
  /** Names of its buildings; none: the whole site. */
  buildings: readonly Text[];
}

/** What a resident is told of an event, or of its being cancelled, in their language. */
export function announcement(
  { kind, from, to, words: own }: Pick<PlannedEvent, 'kind' | 'from' | 'to' | 'words'>,
  cancelled: boolean,
  at: AnnouncedAt,
  language: Language,
  now: Instant,
): NoticeView {
  const en = language === 'en';
  const name = eventName(kind, language);
  const site = at.site[language];
  const when = spanWords({ from, to }, now, at.zone, language);
  const headline = cancelled ? (en ? `Cancelled: ${name}` : `${name}已取消`) : name;
  const advice = words[kind].advice?.[language];
  const written = own[language] || own[en ? 'zh-CN' : 'en'];
  const where = at.buildings.map((one) => one[language]).join(en ? ', ' : '、');
  const told = en ? `What was announced for ${when} will not take place.` : `原定 ${when} 的${name}不再进行。`;
  return {
    language,
    kicker: site,
    subject: `${headline}${en ? ': ' : '：'}${when} · ${site}`,
    headline,
    greeting: en ? 'Dear resident,' : '尊敬的业主：',
    paragraphs: cancelled ? [told] : advice ? [advice] : [],
    quote: written === '' || cancelled ? null : written,
    facts: [
      { label: en ? 'When' : '时间', text: when },
      { label: en ? 'Where' : '范围', text: where || (en ? 'The whole site' : '全项目') },
      { label: en ? 'Questions' : '咨询电话', text: at.phone },
    ],
    button: null,
    footer: [`${site} · ${at.company[language]}`],
  };
}

/** To a steward: something must be looked at again. What and whose stays in the panel. */
export const reviewReminder = (site: Text, company: Text, link: string, language: Language): NoticeView => {
  const en = language === 'en';
  return {
    language,
    kicker: site[language],
    subject: en ? `Care flags are due for review · ${site.en}` : `有关怀标签该复核了 · ${site['zh-CN']}`,
    headline: en ? 'Care flags are due for review' : '有关怀标签该复核了',
    greeting: null,
    paragraphs: [
      en
        ? 'Please check with the households whether it is still so and consent still stands. Which they are is on your care page.'
        : '请向住户核实情况是否仍然如此、是否仍然同意记录。具体是哪几户，请在“住户关怀”页面查看。',
    ],
    quote: null,
    facts: [],
    button: { label: en ? 'Open my care page' : '打开住户关怀', link },
    footer: [`${site[language]} · ${company[language]}`],
  };
};
