import { useDataProvider } from '@refinedev/core';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { createDraft, type Draft } from '../../components/draft.ts';
import { useWorkplace } from '../workplace/workplace.tsx';
import { createEditing, type Editing, type Standing } from './editing.ts';
import type { Bodies, Kind } from './kinds.ts';
import type { DraftState, Shared, Working } from './shared-draft.ts';

/** How often an open document is looked at for what others save, ms. */
const LOOK = 10_000;

/** Where a tab keeps what is not saved yet; writing it begins a new document. */
export const documentDraft = <K extends Kind>(kind: K, id: string): Draft<Working<Bodies[K]>> =>
  createDraft(`document.${kind}.${id}`);

/** One document's editing for the life of a page; `enabled`: the reader may edit it. */
export function useEditing<K extends Kind>(
  kind: K,
  id: string,
  enabled: boolean,
  current: () => Promise<Standing<Bodies[K]> | null>,
): Editing<Bodies[K]> {
  type B = Bodies[K];
  const provider = useDataProvider()();
  const { me } = useWorkplace();
  const latest = useRef({ provider, current });
  latest.current = { provider, current };
  const editing = useMemo(() => {
    const call = async <T>(method: 'get' | 'put' | 'delete', payload?: unknown, query?: object) => {
      const { custom } = latest.current.provider;
      if (!custom) throw new Error('The data provider makes no calls of its own.');
      const url = `/api/documents/${kind}/${id}/draft`;
      return (await custom<never>({ url, method, payload: payload as never, query: query as never })).data as T;
    };
    return createEditing<B>({
      me: me.person.id,
      load: () => call<Shared<B>>('get'),
      save: (draft) => call<DraftState<B>>('put', draft),
      discard: (revision) => call<DraftState<B>>('delete', undefined, { revision }),
      current: () => latest.current.current(),
      kept: documentDraft(kind, id),
    });
  }, [kind, id, me.person.id]);
  useSyncExternalStore(editing.subscribe, editing.now);

  useEffect(() => {
    if (!enabled) return;
    editing.stay();
    const look = () => {
      if (document.visibilityState === 'visible') void editing.refresh();
    };
    look();
    const ticking = setInterval(look, LOOK);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(ticking);
      document.removeEventListener('visibilitychange', look);
      editing.leave();
    };
  }, [editing, enabled]);
  return editing;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y), outside of fields, which have an undo of their own. */
export function useUndoKeys(undo: (() => void) | null, redo: (() => void) | null): void {
  const latest = useRef({ undo, redo });
  latest.current = { undo, redo };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const back = key === 'z' && !event.shiftKey;
      if (!back && key !== 'y' && key !== 'z') return;
      const act = back ? latest.current.undo : latest.current.redo;
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
