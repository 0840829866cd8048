import type { Language } from '#domain/text';
import type { Instant } from '#domain/time';
import { whenWords } from '#domain/words';
import type { Action, ActionName } from '#domain/workflow/action';
import type { Entry, Happening } from '#domain/workflow/entry';
import { oneLine } from './clean.ts';
import { actionsEn, happeningsEn } from './happenings-en.ts';
import { actionsZh, happeningsZh } from './happenings-zh.ts';

/** Names for ids, in the reader's language. Unknown ids give the id itself: a timeline never fails to render. */
export interface Names {
  person(id: string): string;
  department(id: string): string;
  category(id: string): string;
}

/** What the words of one happening may use. `by` is who did it, already a name. */
export interface Telling {
  by: string;
  person(id: string): string;
  people(ids: readonly string[]): string;
  department(id: string): string;
  category(id: string): string;
  when(at: Instant): string;
  /** Somebody's own words, in one line. */
  quote(text: string): string;
  acted(action: Action): string;
}
export type Raised = Extract<Happening, { type: 'raised' }>;
export type HappeningWords = {
  [T in Happening['type']]: (entry: Extract<Entry, { type: T }>, t: Telling) => string;
};
export type ActionWords = { [N in ActionName]: (input: Extract<Action, { name: N }>['input'], t: Telling) => string };

const WORDS: Record<Language, { happenings: HappeningWords; actions: ActionWords }> = {
  'zh-CN': { happenings: happeningsZh, actions: actionsZh },
  en: { happenings: happeningsEn, actions: actionsEn },
};
const NOBODY: Record<Language, Record<'system' | 'resident', string>> = {
  'zh-CN': { system: '系统', resident: '业主' },
  en: { system: 'The system', resident: 'The resident' },
};

/** One timeline entry as a sentence without its own time. Times in it are told as seen at the entry, in the site's zone. */
export function describeEntry(entry: Entry, names: Names, language: Language, zone: string): string {
  const telling: Telling = {
    by: entry.by === 'system' || entry.by === 'resident' ? NOBODY[language][entry.by] : names.person(entry.by),
    person: (id) => (id === 'resident' ? NOBODY[language].resident.toLowerCase() : names.person(id)),
    people: (ids) => ids.map((id) => names.person(id)).join(language === 'zh-CN' ? '、' : ', '),
    department: (id) => names.department(id),
    category: (id) => names.category(id),
    when: (at) => whenWords(at, entry.at, zone, language),
    quote: (text) => `“${oneLine(text, 160)}”`,
    acted: (action) => describeAction(action, language, telling),
  };
  const sentence = describeHappening(entry, WORDS[language].happenings, telling);
  // Somebody's sentence with a stop of its own needs no second one.
  return oneLine(sentence.replace(/([。.!！?？…]”)[。.]/g, '$1'), 400);
}

/** "Fri 09:12 · Zhang Li acknowledged." */
export function timelineLine(entry: Entry, names: Names, language: Language, zone: string, now: Instant): string {
  return `${whenWords(entry.at, now, zone, language)} · ${describeEntry(entry, names, language, zone)}`;
}

/** Entries that tell a reader something new; mails sent, clicks and bookkeeping are left to the full timeline. */
export function worthTelling(entry: Entry): boolean {
  switch (entry.type) {
    case 'filed':
    case 'assigned':
    case 'skipped':
    case 'raised':
    case 'missed':
    case 'kept':
    case 'acted':
    case 'resumed':
    case 'told':
    case 'callOverdue':
    case 'exhausted':
    case 'joined':
    case 'rerouted':
    case 'bounced':
    case 'ended':
    case 'asked':
    case 'substituted':
      return true;
    case 'reminded':
    case 'refused':
    case 'status':
    case 'severity':
    case 'informed':
    case 'recomputed':
    case 'opened':
    case 'stuck':
    case 'sent':
    case 'clicked':
    case 'attached':
    case 'restarted':
      return false;
  }
}

/** The tables are keyed by the value's own type; TypeScript cannot follow a union through a mapped type, hence the casts. */
function describeHappening(entry: Entry, words: HappeningWords, telling: Telling): string {
  const tell = words[entry.type] as (entry: Entry, t: Telling) => string;
  return tell(entry, telling);
}

function describeAction(action: Action, language: Language, telling: Telling): string {
  const tell = WORDS[language].actions[action.name] as (input: Action['input'], t: Telling) => string;
  return tell(action.input, telling);
}
