import { type HttpError, useCustom, useDataProvider, useOne } from '@refinedev/core';
import { useMemo, useState } from 'react';
import { createDraft, type Draft } from '../../components/draft.ts';
import { useRefreshAll } from '../../components/refresh.ts';
import { useMay } from '../workplace/may.ts';
import { type Change, differences, type Step } from './diff.ts';
import type { Bodies, Head, Kind, Version } from './kinds.ts';
import { merge } from './merge.ts';
import { fieldProps, goneWhereChanged, type Problems, problemsOf } from './problems.ts';
import { same } from './structure.ts';

/** What is being edited in this tab; `expected` is the version it was made from (0: there is none yet). */
interface Working<B> {
  expected: number;
  body: B;
}

export interface OpenDocument<K extends Kind = Kind> {
  kind: K;
  id: string;
  /** The current version; null: never published. */
  published: Version<K> | null;
  /** As it stands on screen. */
  body: Bodies[K];
  /** Whether the reader may publish it, at least in part; else it is only shown. */
  editable: boolean;
  change: (next: (body: Bodies[K]) => Bodies[K]) => void;
  dirty: boolean;
  changes: Change[];
  reset: () => void;
  /** Publishes the working copy; true when it stands. Problems of fields are in `problems`, all else in `error`. */
  save: (note: string) => Promise<boolean>;
  saving: boolean;
  /** Takes what the server said about this body elsewhere (a preview). */
  refuse: (error: HttpError) => void;
  error: HttpError | null;
  /** Messages by field path within the body ("people.3.email"). */
  problems: Problems;
  /** Properties for the Form.Item of a field, by its path within the body. */
  field: (path: string) => ReturnType<typeof fieldProps>;
  /** Somebody published since this was opened: who and when, what they changed, and both sides together. */
  conflict: Conflict | null;
}
export interface Conflict {
  theirs: Head;
  /** Null while the version this was made from is being read. */
  changes: Change[] | null;
  /** Puts my changes on the newest version; answers what both had changed (mine stands). */
  reapply: (() => Step[][]) | null;
}
type Opened<K extends Kind> =
  | { state: 'loading' }
  | { state: 'failed'; error: HttpError; retry: () => void }
  | { state: 'ready'; document: OpenDocument<K> };

/**
 * A configuration document and a working copy of it. The copy is kept for the tab's life, so neither a reload nor a
 * colleague's publication loses what was typed. `empty` is what a document that does not exist yet begins with.
 */
export function useDocument<K extends Kind>(kind: K, id: string, empty?: Bodies[K]): Opened<K> {
  const refreshAll = useRefreshAll();
  const mayPublish = useMay('document.publish');
  const provider = useDataProvider()();
  const draft = useMemo(() => documentDraft(kind, id), [kind, id]);
  const [kept, setKept] = useState(() => ({ draft, working: readWorking(draft) }));
  const working = kept.draft === draft ? kept.working : readWorking(draft);
  const [attempt, setAttempt] = useState<Attempt>(idle);

  const resource = `documents/${kind}`;
  const { query } = useOne<Version<K>, HttpError>({ resource, id, errorNotification: false });
  const absent = query.error?.statusCode === 404 && empty !== undefined;
  const read = query.data?.data ?? null;
  const [saved, setSaved] = useState<Version<K> | null>(null);
  const isNewer = saved !== null && saved.id === id && saved.kind === kind && saved.version > (read?.version ?? 0);
  const published = isNewer ? saved : read;
  const current = published?.version ?? 0;
  const behind = working !== null && published !== null && working.expected !== current;
  const old = useCustom<Version<K>, HttpError>({
    url: `/api/${resource}/${id}`,
    method: 'get',
    config: { query: { version: working?.expected } },
    queryOptions: { enabled: behind && working.expected > 0, staleTime: Number.POSITIVE_INFINITY },
    errorNotification: false,
  });
  const start = published?.body ?? empty;
  const base = behind ? (working.expected === 0 ? empty : old.query.data?.data.body) : start;
  const body = working?.body ?? start;
  const changes = useMemo(() => (base === undefined ? [] : differences(base, body)), [base, body]);
  const theirChanges = useMemo(() => (base === undefined ? null : differences(base, start)), [base, start]);

  if (body === undefined || (query.isPending && !absent)) {
    if (query.error === null || absent) return { state: 'loading' };
    return { state: 'failed', error: query.error, retry: () => void query.refetch() };
  }

  const keep = (next: Working<Bodies[K]> | null) => {
    const unchanged = next !== null && next.expected === current && published && same(next.body, published.body);
    if (next === null || unchanged) draft.clear();
    else draft.write(next);
    setKept({ draft, working: unchanged ? null : next });
  };
  const expected = working?.expected ?? current;

  const save = async (note: string): Promise<boolean> => {
    setAttempt({ ...idle, saving: true });
    try {
      const { data } = await provider.update<Version<K>>({ resource, id, variables: { expected, note, body } });
      setSaved(data);
      keep(null);
      setAttempt(idle);
    } catch (thrown) {
      const error = thrown as HttpError;
      // A newer version stands in the way: once it is read, the conflict shows by itself.
      if (error.statusCode === 409) await query.refetch();
      setAttempt(refused(error));
      return false;
    }
    void refreshAll();
    return true;
  };

  return {
    state: 'ready',
    document: {
      kind,
      id,
      published,
      body,
      editable: published?.editable ?? mayPublish,
      change: (next) => {
        const changed = next(body);
        keep({ expected, body: changed });
        setAttempt((now) => ({ ...now, error: null, problems: goneWhereChanged(now.problems, body, changed) }));
      },
      dirty: working !== null,
      changes,
      reset: () => {
        keep(null);
        setAttempt(idle);
      },
      save,
      refuse: (error) => setAttempt(refused(error)),
      ...attempt,
      field: (path) => fieldProps(attempt.problems, path),
      conflict:
        behind && published
          ? {
              theirs: published,
              changes: theirChanges,
              reapply:
                base === undefined
                  ? null
                  : () => {
                      const { body: joined, clashes } = merge(base, body, published.body);
                      keep({ expected: current, body: joined });
                      return clashes;
                    },
            }
          : null,
    },
  };
}

/** Where a tab keeps a working copy; writing one begins a new document before anything is published. */
export const documentDraft = <K extends Kind>(kind: K, id: string): Draft<Working<Bodies[K]>> =>
  createDraft(`document.${kind}.${id}`);

interface Attempt {
  saving: boolean;
  error: HttpError | null;
  problems: Problems;
}
const refused = (error: HttpError): Attempt => {
  const problems = problemsOf(error);
  const told = error.statusCode === 409 || Object.keys(problems).length > 0;
  return { saving: false, error: told ? null : error, problems };
};
const idle: Attempt = { saving: false, error: null, problems: {} };

function readWorking<B>(draft: { read(): Partial<Working<B>> }): Working<B> | null {
  const { expected, body } = draft.read();
  return expected === undefined || body === undefined ? null : { expected, body };
}
