import type { PersonId } from './item.ts';
import type { Language } from './text.ts';
import type { Instant } from './time.ts';

/** 关联事件: several complaints about one cause. Each stays a complaint of its own, with its clocks, mails and timeline. */
export interface Incident {
  id: string;
  company: string;
  /** "EL-261123-I01". */
  number: string;
  site: string;
  /** What is known of the cause, in the desk's words: staff read it, residents do not. */
  title: string;
  createdAt: Instant;
  createdBy: PersonId;
  /** Complaints linked now. */
  members: number;
  /** Every complaint was resolved or ended when this was set; linking another opens it again. */
  closedAt: Instant | null;
}
/** More complaints about one cause are another incident: what is done with all stays within one page's patience. */
export const MOST_MEMBERS = 200;

export interface IncidentMember {
  item: string;
  number: string;
  linkedAt: Instant;
  linkedBy: PersonId;
}

/** What a text to several residents may name, each hearing their own. */
export const textVariables = ['name', 'unit', 'number', 'category'] as const;
export type TextVariable = (typeof textVariables)[number];
export type TextValues = Record<TextVariable, string>;

/** As the variables are written in either language; both work in both. */
export const variableWords: Record<Language, TextValues> = {
  'zh-CN': { name: '姓名', unit: '房号', number: '编号', category: '类别' },
  en: { name: 'name', unit: 'unit', number: 'number', category: 'category' },
};
const meanings = new Map<string, TextVariable>(
  textVariables.flatMap((variable) =>
    Object.values(variableWords).map((words) => [words[variable], variable] as const),
  ),
);
const named = /[{｛]\s*([^{}｛｝]{1,40}?)\s*[}｝]/g;
const meaningOf = (word: string) => meanings.get(word.toLowerCase());

/** Names in braces that mean nothing, each once. */
export const unknownVariables = (text: string): string[] => [
  ...new Set([...text.matchAll(named)].flatMap(([, word = '']) => (meaningOf(word) === undefined ? [word] : []))),
];

/** The text as one resident reads it. Values are put in as they are: nothing in them is read as a variable again. */
export const fillIn = (text: string, values: TextValues): string =>
  text.replace(named, (whole, word: string) => {
    const variable = meaningOf(word);
    return variable === undefined ? whole : values[variable];
  });

/** How somebody is addressed who did not give a name. */
export const namelessIn: Record<Language, string> = { 'zh-CN': '业主', en: 'resident' };
