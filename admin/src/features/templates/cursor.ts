import { useCallback, useMemo, useRef, useState } from 'react';
import type { Audience } from '#domain/templates/variables';

/** The text that was typed in last. */
interface Place {
  element: HTMLTextAreaElement;
  set: (text: string) => void;
  audience: Audience;
}
export interface Cursor {
  at: (place: Place) => void;
  /** Puts words where the cursor is, in place of what is selected. */
  insert: (words: string) => void;
  /** Whether there is a text to put something into. */
  ready: boolean;
}

export function useCursor(): Cursor {
  const last = useRef<Place | null>(null);
  const [ready, setReady] = useState(false);
  const at = useCallback((place: Place) => {
    last.current = place;
    setReady(true);
  }, []);
  const insert = useCallback((words: string) => {
    const place = last.current;
    if (!place?.element.isConnected) return;
    const { element, set } = place;
    const { selectionStart, selectionEnd, value } = element;
    set(value.slice(0, selectionStart) + words + value.slice(selectionEnd));
    const end = selectionStart + words.length;
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(end, end);
    });
  }, []);
  return useMemo(() => ({ at, insert, ready }), [at, insert, ready]);
}
