import type { Instant } from '../time.ts';
import type { Action, ActionName } from '../workflow/action.ts';
import type { ItemKind } from '../workflow/definition.ts';
import type { Entry, Happening } from '../workflow/entry.ts';

/** Names for ids, in the reader's language. Unknown ids give the id itself: a timeline never fails to render. */
export interface Names {
  person(id: string): string;
  department(id: string): string;
  category(id: string): string;
}

/** What somebody wrote; `told`: the resident was told so. */
export interface Quote {
  text: string;
  told: boolean;
}

/** One happening in words: a sentence without its stop, what people wrote, and further sentences of ours. */
export interface Said {
  title: string;
  quotes: Quote[];
  more: string[];
}

/** What the words of one happening may use. `by` is who did it, already a name that may begin a sentence. */
export interface Telling {
  by: string;
  byResident: boolean;
  /** Of the item. */
  kind: ItemKind;
  person(id: string): string;
  people(ids: readonly string[]): string;
  department(id: string): string;
  category(id: string): string;
  when(at: Instant): string;
  acted(action: Action): Said;
}
export type HappeningWords = {
  [T in Happening['type']]: (entry: Extract<Entry, { type: T }>, t: Telling) => Said | string;
};
export type ActionWords = {
  [N in ActionName]: (input: Extract<Action, { name: N }>['input'], t: Telling) => Said | string;
};
export type Raised = Extract<Happening, { type: 'raised' }>;
export type Joined = Extract<Happening, { type: 'joined' }>;
export type Refused = Extract<Happening, { type: 'refused' }>;
export type Sent = Extract<Happening, { type: 'sent' }>;
type Notice =
  | 'received'
  | 'promised'
  | 'replied'
  | 'resolved'
  | 'invalid'
  | 'closedSilent'
  | 'reopened'
  | 'goesOn'
  | 'withdrawn'
  | 'pausedNotice'
  | 'closed'
  | 'visitAsk';
/** Words for the notices that the shipped workflow sends; a manager's own one is told as news. */
export type NoticeWords = Record<Notice, string> & Partial<Record<string, string>>;

const quote = (text: string | undefined, told: boolean): Quote[] => (text ? [{ text, told }] : []);

/** A sentence and what its author added; nothing added leaves the sentence. */
export const wrote = (title: string, text?: string, ...more: string[]): Said => ({
  title,
  quotes: quote(text, false),
  more,
});
/** A sentence whose point is what the resident was told. */
export const told = (title: string, text: string, ...more: string[]): Said => ({
  title,
  quotes: quote(text, true),
  more,
});
/** What was written for colleagues, and what the resident was told. */
export const wroteAndTold = (title: string, text: string, toResident: string): Said => ({
  title,
  quotes: [...quote(text, false), ...quote(toResident, true)],
  more: [],
});
