import { type Change, differences } from './diff.ts';
import { merge } from './merge.ts';
import { isWords } from './structure.ts';

interface Entry<B> {
  before: B;
  after: B;
  /** The one field that was typed in; null: another change. */
  place: string | null;
  at: number;
}
/** Keystrokes in one field within this time are undone together, ms. */
const TOGETHER = 2_000;
const MOST = 200;

/** What was changed here, to be taken back step by step. What others change meanwhile stays when a step is taken back. */
export interface Steps<B> {
  /** `alone`: not typing, though it may look so. */
  record(before: B, after: B, at: number, alone?: boolean): void;
  /** What `body` is without the last step; null: there is none. */
  undo(body: B): B | null;
  redo(body: B): B | null;
  can(): { undo: boolean; redo: boolean };
}

export function createSteps<B>(): Steps<B> {
  const done: Entry<B>[] = [];
  const undone: Entry<B>[] = [];
  return {
    record(before, after, at, alone = false) {
      const found = differences(before, after);
      if (found.length === 0) return;
      const place = alone ? null : typedIn(found);
      const last = done.at(-1);
      undone.length = 0;
      if (last && place !== null && last.place === place && at - last.at < TOGETHER) {
        last.after = after;
        last.at = at;
        return;
      }
      done.push({ before, after, place, at });
      if (done.length > MOST) done.shift();
    },
    undo(body) {
      const step = done.pop();
      if (!step) return null;
      undone.push(step);
      return merge(step.after, step.before, body).body;
    },
    redo(body) {
      const step = undone.pop();
      if (!step) return null;
      done.push(step);
      return merge(step.before, step.after, body).body;
    },
    can: () => ({ undo: done.length > 0, redo: undone.length > 0 }),
  };
}

function typedIn([only, ...more]: readonly Change[]): string | null {
  if (only?.type !== 'changed' || more.length > 0) return null;
  if (typeof only.after !== 'string' && !isWords(only.after)) return null;
  return JSON.stringify(only.path.map((step) => ('field' in step ? step.field : step.key)));
}
