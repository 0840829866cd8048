import { differences } from '../document/diff.ts';
import { isPlain, same } from '../document/structure.ts';

/** What was before and, after going back, what comes again; the nearest last. */
export interface History<T> {
  past: readonly T[];
  future: readonly T[];
  /** What these lead from and to: anything else means that the document changed elsewhere. */
  present: T | null;
}
export const noHistory = { past: [], future: [], present: null };
const LONGEST = 200;

/** After a change; letters typed into one field in a row are one step back. */
export function changed<T>(history: History<T>, before: T, after: T): History<T> {
  const known = fits(history, before) ? history : noHistory;
  const earlier = known.past.at(-1);
  const goesOn = earlier !== undefined && known.future.length === 0 && isTyping(earlier, before, after);
  const past = goesOn ? known.past : [...known.past, before].slice(-LONGEST);
  return { past, future: [], present: after };
}

export function undone<T>(history: History<T>, present: T): History<T> | null {
  const earlier = history.past.at(-1);
  if (earlier === undefined || !fits(history, present)) return null;
  return { past: history.past.slice(0, -1), future: [...history.future, present], present: earlier };
}

export function redone<T>(history: History<T>, present: T): History<T> | null {
  const later = history.future.at(-1);
  if (later === undefined || !fits(history, present)) return null;
  return { past: [...history.past, present], future: history.future.slice(0, -1), present: later };
}

const fits = <T>({ present }: History<T>, now: T): boolean => present === null || same(present, now);

/** The change before and this one are in the words of the same field. */
function isTyping(earlier: unknown, before: unknown, after: unknown): boolean {
  const [last, now] = [onlyChange(earlier, before), onlyChange(before, after)];
  return last !== null && now !== null && last === now;
}

function onlyChange(before: unknown, after: unknown): string | null {
  const [only, ...more] = differences(before, after);
  if (only?.type !== 'changed' || more.length > 0 || !isWords(only.after)) return null;
  return JSON.stringify(only.path.map((step) => ('field' in step ? step.field : step.key)));
}

const isWords = (value: unknown): boolean => typeof value === 'string' || (isPlain(value) && 'zh-CN' in value);
