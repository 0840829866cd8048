import { type HttpError, useDataProvider } from '@refinedev/core';
import { useState } from 'react';
import type { z } from 'zod';
import { siteOf } from '#domain/document-id';
import type { DraftState } from '#http/schemas/document';
import type { ImportedDocument, ImportedVersions, ImportPlan } from '#http/schemas/exchange';
import { useRefreshAll } from '../../components/refresh.ts';

type Plan = z.infer<typeof ImportPlan>;
type Done = z.infer<typeof ImportedVersions>;
interface State {
  /** The file as it was read, and what it would do. */
  checked: { name: string; file: unknown; plan: Plan } | null;
  busy: boolean;
  error: string | null;
  done: Done['documents'] | null;
  /** What lies in drafts now, and what could not be put there: somebody's draft lies there already. */
  drafted: { taken: ImportedDocument[]; left: ImportedDocument[] } | null;
}
const idle: State = { checked: null, busy: false, error: null, done: null, drafted: null };

/** A site that has no version of its own has no place for a draft of one either: it is published, or not at all. */
export const mayBeDraft = ({ id, state }: ImportedDocument): boolean => !(state === 'new' && siteOf(id) !== null);

/** A file is checked as soon as it is chosen; what was shown is what is published. `broken`: words for a file that is no JSON. */
export function useExchange(broken: string) {
  const provider = useDataProvider()();
  const refreshAll = useRefreshAll();
  const [state, setState] = useState<State>(idle);
  const ask = async <T extends object>(url: string, method: 'get' | 'put' | 'post', payload?: object): Promise<T> => {
    if (!provider.custom) throw new Error('The data provider has no custom requests.');
    return (await provider.custom<T>({ url, method, ...(payload && { payload }) })).data;
  };
  const post = <T extends object>(url: string, payload: object) => ask<T>(url, 'post', payload);
  const wordsOf = (thrown: unknown): string => {
    const { message, errors } = thrown as HttpError;
    const [first] = Object.values(errors ?? {}).flat();
    return [message, ...(typeof first === 'string' ? [first] : [])].join(' ');
  };
  const check = async (name: string, file: unknown): Promise<void> => {
    const plan = await post<Plan>('/api/imports/documents/check', { file });
    setState({ ...idle, checked: { name, file, plan } });
  };
  return {
    ...state,
    async choose(chosen: File): Promise<void> {
      setState({ ...idle, busy: true });
      try {
        await check(chosen.name, JSON.parse(await chosen.text()));
      } catch (thrown) {
        setState({ ...idle, error: thrown instanceof SyntaxError ? broken : wordsOf(thrown) });
      }
    },
    /** Into the shared drafts, over nobody's: they are looked at, tried and published where they are edited. */
    async draft(chosen: readonly ImportedDocument[]): Promise<void> {
      setState({ ...state, busy: true, error: null });
      const drafted: NonNullable<State['drafted']> = { taken: [], left: [] };
      try {
        for (const one of chosen) {
          const url = `/api/documents/${one.kind}/${one.id}/draft`;
          const { revision, draft } = await ask<DraftState>(url, 'get');
          if (draft === null) {
            await ask(url, 'put', { revision, base: one.expected, body: one.body });
            drafted.taken.push(one);
          } else drafted.left.push(one);
        }
        setState({ ...idle, drafted });
      } catch (thrown) {
        setState({ ...state, busy: false, error: wordsOf(thrown), drafted: drafted.taken.length > 0 ? drafted : null });
      }
      void refreshAll();
    },
    async publish(chosen: readonly string[], note: string): Promise<void> {
      const { checked } = state;
      if (!checked) return;
      setState({ ...state, busy: true, error: null });
      try {
        const { file, plan } = checked;
        const done = await post<Done>('/api/imports/documents', { file, chosen, token: plan.token, note });
        setState({ ...idle, done: done.documents });
      } catch (thrown) {
        const error = wordsOf(thrown);
        // Something changed meanwhile, or was published already: shown anew, with why.
        await check(checked.name, checked.file).catch(() => {});
        setState((now) => ({ ...now, busy: false, error }));
      }
      void refreshAll();
    },
  };
}
