import { type HttpError, useCustom, useDataProvider } from '@refinedev/core';
import { useState } from 'react';
import type { ReferencesView, ReplacementCheck, ReplacementDone } from '#http/schemas/leaver';
import { useRefreshAll } from '../../components/refresh.ts';

/** Who takes over, as the API takes it. */
export interface LeaverChoice {
  /** undefined: not chosen yet. */
  all?: string | null | undefined;
  lines: Record<string, string | null>;
}
type WithId<T> = T & { id?: string };

export function useReferences(person: string | null) {
  const { query } = useCustom<WithId<ReferencesView>, HttpError>({
    url: `/api/people/${encodeURIComponent(person ?? '')}/references`,
    method: 'get',
    queryOptions: { enabled: person !== null },
    errorNotification: false,
  });
  return query;
}

interface State {
  checked: ReplacementCheck | null;
  done: { versions: number; handedOver: number } | null;
  busy: boolean;
  /** Items handed over so far by requests that went through. */
  handedOver: number;
  error: HttpError | null;
  /** Something was carried out before it stopped. */
  stopped: boolean;
}
const nothing: State = { checked: null, done: null, busy: false, handedOver: 0, error: null, stopped: false };

/** The dry run and carrying it out; a great many open items take several requests. */
export function useReplacement(person: string) {
  const { custom } = useDataProvider()();
  const refreshAll = useRefreshAll();
  const [state, setState] = useState(nothing);
  const post = async <T>(path: string, payload: unknown): Promise<T> => {
    if (!custom) throw new Error('The data provider has no custom requests.');
    const url = `/api/people/${encodeURIComponent(person)}/${path}`;
    return (await custom<WithId<T & object>>({ url, method: 'post', payload: payload as object })).data;
  };
  const failed = (error: unknown, stopped = false) =>
    setState((before) => ({ ...before, busy: false, checked: null, error: error as HttpError, stopped }));

  return {
    ...state,
    /** What was shown no longer fits what is chosen. */
    forget: () => setState(nothing),
    async check(choice: LeaverChoice) {
      setState({ ...nothing, busy: true });
      try {
        const checked = await post<ReplacementCheck>('replacement/check', choice);
        setState({ ...nothing, checked });
      } catch (error) {
        failed(error);
      }
    },
    async apply(choice: LeaverChoice, note: string, first: string) {
      let versions = 0;
      let handedOver = 0;
      setState((before) => ({ ...before, busy: true, error: null }));
      try {
        for (let token: string | null = first; token !== null; ) {
          const answer: ReplacementDone = await post('replacement', { ...choice, note, token });
          versions += answer.published.length;
          handedOver += answer.handedOver;
          token = answer.token;
          const sofar = handedOver;
          setState((before) => ({ ...before, handedOver: sofar }));
        }
        setState({ ...nothing, done: { versions, handedOver } });
      } catch (error) {
        failed(error, versions + handedOver > 0);
      }
      void refreshAll();
    },
  };
}
