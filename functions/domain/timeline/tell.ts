import type { Answer } from '../forms/answers.ts';
import type { Language } from '../text.ts';
import type { Instant } from '../time.ts';
import type { Action } from '../workflow/action.ts';
import type { ItemKind } from '../workflow/definition.ts';
import type { MailReason } from '../workflow/effect.ts';
import type { Entry } from '../workflow/entry.ts';
import { orderActions } from './order-words.ts';
import type { ActionWords, HappeningWords, Names, Quote, Said, Telling } from './said.ts';
import { visitActions } from './visit-words.ts';
import { actionsEn, happeningsEn, mailForEn } from './words-en.ts';
import { actionsZh, happeningsZh, mailForZh } from './words-zh.ts';

const WORDS: Record<Language, { happenings: HappeningWords; actions: ActionWords }> = {
  'zh-CN': { happenings: happeningsZh, actions: actionsZh },
  en: { happenings: happeningsEn, actions: actionsEn },
};
const NOBODY: Record<Language, Record<'system' | 'resident', string>> = {
  'zh-CN': { system: '系统', resident: '业主' },
  en: { system: 'The system', resident: 'The resident' },
};

/** What a mail is for, in few words: "asked to act"; to a resident by its template: "the complaint was closed". */
export const mailWords = (reason: MailReason | 'resident', template: string, language: Language): string =>
  language === 'en' ? mailForEn(reason, template) : mailForZh(reason, template);

/**
 * One timeline entry in words, the same in mails, on pages and in the panel. `when` says an instant as its reader
 * wants to read it. A type or action these words do not know yet (a newer server) is told as such, not hidden.
 */
export function tell(
  entry: Entry,
  names: Names,
  language: Language,
  when: (at: Instant) => string,
  kind: ItemKind = 'complaint',
): Said {
  const { happenings } = WORDS[language];
  const telling: Telling = {
    by: entry.by === 'system' || entry.by === 'resident' ? NOBODY[language][entry.by] : names.person(entry.by),
    byResident: entry.by === 'resident',
    kind,
    person: (id) => (id === 'resident' ? NOBODY[language].resident.toLowerCase() : names.person(id)),
    people: (ids) =>
      listed(
        ids.map((id) => names.person(id)),
        language,
      ),
    department: (id) => names.department(id),
    category: (id) => names.category(id),
    when,
    acted: (action) => tellAction(action, language, telling),
  };
  // The tables are keyed by the value's own type; TypeScript cannot follow a union through a mapped type.
  const say = happenings[entry.type] as ((entry: Entry, t: Telling) => Said | string) | undefined;
  const said = say ? whole(say(entry, telling)) : unknown(entry.type, language);
  return 'answers' in entry && entry.answers
    ? { ...said, more: [...said.more, ...filledIn(entry.answers, language)] }
    : said;
}

/** What was filled into a form, a sentence each. */
const filledIn = (answers: readonly Answer[], language: Language): string[] =>
  answers.map(({ label, shown }) => `${label[language]}${language === 'en' ? ': ' : '：'}${shown[language]}`);

/** "甲、乙、丙"; "A, B and C". */
function listed(people: readonly string[], language: Language): string {
  if (language === 'zh-CN') return people.join('、');
  return people.length < 2 ? people.join() : `${people.slice(0, -1).join(', ')} and ${people.at(-1)}`;
}

function tellAction(action: Action, language: Language, telling: Telling): Said {
  const { actions } = WORDS[language];
  const own =
    telling.kind === 'workOrder' ? orderActions[language] : telling.kind === 'visit' ? visitActions[language] : {};
  const say = (own[action.name] ?? actions[action.name]) as
    | ((input: Action['input'], t: Telling) => Said | string)
    | undefined;
  return say ? whole(say(action.input, telling)) : unknown(action.name, language);
}

const whole = (said: Said | string): Said => (typeof said === 'string' ? { title: said, quotes: [], more: [] } : said);

const unknown = (type: string, language: Language): Said =>
  whole(language === 'zh-CN' ? `其他记录（${type}）` : `Another event (${type})`);

/** What somebody wrote, said to be what the resident was told where it was. */
export function quoteWords({ text, told }: Quote, language: Language): string {
  if (!told) return text;
  return language === 'zh-CN' ? `告知业主：${text}` : `Told the resident: ${text}`;
}

/** How somebody acted, where it was not signed in: by a click in a mail. */
export const viaLinkWords = (language: Language): string =>
  language === 'zh-CN' ? '通过邮件中的链接操作' : 'By the link in the mail';
