import { useState } from 'react';
import type { Bodies, Kind } from '../document/kinds.ts';
import { same } from '../document/structure.ts';
import type { OpenDocument } from '../document/use-document.ts';
import { changed, type History, noHistory, redone, undone } from './history.ts';

/** Changes the document's working copy, back and forth. `undo` and `redo` are null where there is nothing to go to. */
export function useHistory<K extends Kind>({ body, change }: OpenDocument<K>) {
  const [history, setHistory] = useState<History<Bodies[K]>>(noHistory);
  const go = (next: History<Bodies[K]> | null) => {
    const present = next?.present ?? null;
    if (next === null || present === null) return null;
    return () => {
      setHistory(next);
      change(() => present);
    };
  };
  return {
    change: (next: (body: Bodies[K]) => Bodies[K]) => {
      const after = next(body);
      if (same(body, after)) return;
      setHistory(changed(history, body, after));
      change(() => after);
    },
    undo: go(undone(history, body)),
    redo: go(redone(history, body)),
  };
}
