import { type HttpError, useDataProvider } from '@refinedev/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { ImportedVersions, ImportPlan } from '#http/schemas/exchange';
import { useRefreshAll } from '../../components/refresh.ts';

type Plan = z.infer<typeof ImportPlan>;
type Done = z.infer<typeof ImportedVersions>;
interface State {
  /** The file as it was read, and what it would do. */
  checked: { name: string; file: unknown; plan: Plan } | null;
  busy: boolean;
  error: string | null;
  done: Done['documents'] | null;
}
const idle: State = { checked: null, busy: false, error: null, done: null };

/** A file is checked as soon as it is chosen; what was shown is what is published. `broken`: words for a file that is no JSON. */
export function useExchange(broken: string) {
  const provider = useDataProvider()();
  const refreshAll = useRefreshAll();
  const [state, setState] = useState<State>(idle);
  const post = async <T extends object>(url: string, payload: object): Promise<T> => {
    if (!provider.custom) throw new Error('The data provider has no custom requests.');
    return (await provider.custom<T>({ url, method: 'post', payload })).data;
  };
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
