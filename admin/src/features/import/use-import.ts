import { type HttpError, useDataProvider } from '@refinedev/core';
import { useState } from 'react';
import type { ImportCheck, ImportDone } from '#http/schemas/transfer';
import { useRefreshAll } from '../../components/refresh.ts';
import { fileBase64 } from './file-base64.ts';

export type ImportKind = 'households' | 'staff' | 'assets';
export const MOST_BYTES = 2 * 1024 * 1024;

interface State {
  file: File | null;
  checked: ImportCheck | null;
  done: { written: number; failed: ImportDone['failed'] } | null;
  busy: boolean;
  /** Written so far by requests that went through. */
  written: number;
  error: HttpError | null;
  tooLarge: boolean;
}
const nothing: State = {
  file: null,
  checked: null,
  done: null,
  busy: false,
  written: 0,
  error: null,
  tooLarge: false,
};
type Changed = Pick<State, 'checked' | 'done' | 'error'>;
const settled: Changed = { checked: null, done: null, error: null };

/** A file chosen, checked by the server, and carried out as it was shown; a great many rows take several requests. */
export function useImport(kind: ImportKind, extra: { site?: string | undefined }) {
  const { custom } = useDataProvider()();
  const refreshAll = useRefreshAll();
  const [state, setState] = useState(nothing);
  const post = async <T>(path: string, payload: object): Promise<T> => {
    if (!custom) throw new Error('The data provider has no custom requests.');
    return (await custom<T & { id?: string }>({ url: `/api/imports/${kind}${path}`, method: 'post', payload })).data;
  };
  const bodyOf = async (file: File) => ({ ...extra, file: await fileBase64(file) });

  const check = async (file: File) => {
    if (file.size > MOST_BYTES) return setState({ ...nothing, file, tooLarge: true });
    setState({ ...nothing, file, busy: true });
    try {
      const checked = await post<ImportCheck>('/check', await bodyOf(file));
      setState({ ...nothing, file, checked });
    } catch (error) {
      setState({ ...nothing, file, error: error as HttpError });
    }
  };

  return {
    ...state,
    check,
    forget: () => setState(nothing),
    /** `note` for staff only: it stands with the version. */
    async apply(note?: string) {
      const { file, checked } = state;
      if (!file || !checked?.token) return;
      let written = 0;
      setState((before) => ({ ...before, busy: true, error: null, written }));
      try {
        const body = { ...(await bodyOf(file)), ...(note !== undefined && { note }) };
        const failed: ImportDone['failed'] = [];
        for (let token: string | null = checked.token; token !== null; ) {
          const answer: ImportDone = await post('', { ...body, token });
          written += answer.written;
          failed.push(...answer.failed);
          token = answer.token;
          const sofar = written;
          setState((before) => ({ ...before, written: sofar }));
        }
        setState({ ...nothing, file, done: { written, failed } });
      } catch (error) {
        setState((before) => ({ ...before, ...settled, busy: false, error: error as HttpError }));
      }
      void refreshAll();
    },
  };
}
export type ImportState = ReturnType<typeof useImport>;
