import { type HttpError, useCustom, useDataProvider, useOne } from '@refinedev/core';
import { useEffect, useMemo, useState } from 'react';
import { useRefreshAll } from '../../components/refresh.ts';
import { useMay } from '../workplace/may.ts';
import { type Change, differences, type Step } from './diff.ts';
import type { EditingNow } from './editing.ts';
import type { Bodies, Head, Kind, Version } from './kinds.ts';
import { merge } from './merge.ts';
import { fieldProps, goneWhereChanged, type Problems, problemsOf } from './problems.ts';
import type { Planned } from './shared-draft.ts';
import { same } from './structure.ts';
import { useEditing, useUndoKeys } from './use-editing.ts';

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
  /** Takes back the last change made here, and makes it again; what others changed since stays. */
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  dirty: boolean;
  changes: Change[];
  /** Throws the draft away, for everybody who edits it. */
  reset: () => void;
  /** Publishes the working copy; true when it stands. Problems of fields are in `problems`, all else in `error`. */
  save: (note: string) => Promise<boolean>;
  /** Publishes it at `at` (epoch ms) as it is now; true when that is planned. */
  plan: (note: string, at: number) => Promise<boolean>;
  saving: boolean;
  /** The draft that is shared with others: how it stands, and what they do. */
  shared: SharedDocument;
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
export interface SharedDocument
  extends Pick<EditingNow<unknown>, 'saved' | 'savedAt' | 'trouble' | 'others' | 'notice'> {
  hush: () => void;
  /** A draft of others, not taken up yet: what it changes, and the two ways on. Editing takes it up as well. */
  offer: { author: string; at: string; changes: Change[]; body: unknown; take: () => void; discard: () => void } | null;
  planned: Planned | null;
  /** Cancels what is planned or clears what failed; `keep`: its body is edited on. True when it is done. */
  cancelPlan: (keep: boolean) => Promise<boolean>;
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
 * A configuration document and the draft of it, shared with all who may edit the same: saved while one types, merged with
 * what others save, kept over reloads and devices. `empty` is what a document that does not exist yet begins with; `read`:
 * only what is published, without its draft.
 */
export function useDocument<K extends Kind>(kind: K, id: string, empty?: Bodies[K], read?: 'read'): Opened<K> {
  const refreshAll = useRefreshAll();
  const mayPublish = useMay('document.publish');
  const provider = useDataProvider()();
  const [attempt, setAttempt] = useState<Attempt>(idle);

  const resource = `documents/${kind}`;
  const url = `/api/${resource}/${id}`;
  const { query } = useOne<Version<K>, HttpError>({ resource, id, errorNotification: false });
  const absent = query.error?.statusCode === 404;
  const found = query.data?.data ?? null;
  const [saved, setSaved] = useState<Version<K> | null>(null);
  const isNewer = saved !== null && saved.id === id && saved.kind === kind && saved.version > (found?.version ?? 0);
  const published = isNewer ? saved : found;
  const current = published?.version ?? 0;
  const editable = published?.editable ?? mayPublish;
  const enabled = read === undefined && editable && (found !== null || absent);
  const editing = useEditing(kind, id, enabled, async () => {
    const { data } = await query.refetch();
    const standing = data?.data;
    if (standing) return { version: standing.version, body: standing.body };
    return empty === undefined ? null : { version: 0, body: empty };
  });
  const now = editing.now();
  const working = read === undefined ? now.working : null;
  const elsewhere = now.version;
  const { refetch } = query;
  useEffect(() => {
    if (elsewhere > current) void refetch();
  }, [elsewhere, current, refetch]);

  const behind = working !== null && published !== null && working.expected !== current;
  const old = useCustom<Version<K>, HttpError>({
    url,
    method: 'get',
    config: { query: { version: working?.expected } },
    queryOptions: { enabled: behind && working.expected > 0, staleTime: Number.POSITIVE_INFINITY },
    errorNotification: false,
  });
  // One that was never published and has nothing to begin with exists as a draft only.
  const start = published?.body ?? empty ?? working?.body ?? now.offer?.body;
  const base = behind ? (working.expected === 0 ? (empty ?? start) : old.query.data?.data.body) : start;
  const body = working?.body ?? start;
  const changes = useMemo(() => (base === undefined ? [] : differences(base, body)), [base, body]);
  const theirChanges = useMemo(() => (base === undefined ? null : differences(base, start)), [base, start]);
  const { offer } = now;
  const isBegun = absent && published === null;
  useEffect(() => {
    // Of what was never published there is nothing else to look at.
    if (isBegun && offer) editing.takeOffer({ version: 0, body: offer.body });
  }, [isBegun, offer, editing]);
  const offered = useMemo(() => (offer && start ? differences(start, offer.body) : []), [offer, start]);
  const standing = start && { version: current, body: start };
  const undo = standing && now.canUndo ? () => editing.undo(standing) : null;
  const redo = standing && now.canRedo ? () => editing.redo(standing) : null;
  useUndoKeys(undo, redo);

  if (query.isPending || (enabled && !now.known && now.working === null)) return { state: 'loading' };
  if (body === undefined || standing === undefined)
    return query.error
      ? { state: 'failed', error: query.error, retry: () => void query.refetch() }
      : { state: 'loading' };
  const expected = working?.expected ?? current;
  const dirty = working !== null && (behind || current === 0 || !same(body, start));

  /** What leads to a publication: saved first, so that nobody's last save is lost; then `send`. */
  const attemptTo = async (send: (draft: number | undefined) => Promise<void>): Promise<boolean> => {
    setAttempt({ ...idle, saving: true });
    await editing.flush();
    // Others saved at this moment: it is not what was looked at.
    if (!same(editing.now().working?.body ?? body, body)) {
      setAttempt(idle);
      return false;
    }
    try {
      await send(editing.revision());
      editing.settled();
      setAttempt(idle);
    } catch (thrown) {
      const error = thrown as HttpError;
      // A newer version stands in the way: once it is read, the conflict shows by itself.
      const newer = error.statusCode === 409 && (await query.refetch()).data?.data.version !== expected;
      setAttempt(newer ? idle : refused(error));
      return false;
    }
    void refreshAll();
    void editing.refresh();
    return true;
  };
  const tell = (thrown: unknown) => setAttempt(refused(thrown as HttpError));
  const reset = () => {
    setAttempt(idle);
    editing.reset(standing).catch(tell);
  };

  return {
    state: 'ready',
    document: {
      kind,
      id,
      published,
      body,
      editable,
      change: (next) => {
        const changed = next(body);
        editing.change(standing, next);
        setAttempt((last) => ({ ...last, error: null, problems: goneWhereChanged(last.problems, body, changed) }));
      },
      undo: () => undo?.(),
      redo: () => redo?.(),
      canUndo: undo !== null,
      canRedo: redo !== null,
      dirty,
      changes,
      reset,
      save: (note) =>
        attemptTo(async (draft) => {
          const variables = { expected, note, body, draft };
          setSaved((await provider.update<Version<K>>({ resource, id, variables })).data);
        }),
      plan: (note, at) =>
        attemptTo(async (draft) => {
          const payload = { expected, note, body, draft, at: new Date(at).toISOString() };
          await provider.custom?.({ url: `${url}/planned`, method: 'put', payload: payload as never });
        }),
      refuse: (error) => setAttempt(refused(error)),
      ...attempt,
      field: (path) => fieldProps(attempt.problems, path),
      shared: {
        saved: now.saved,
        savedAt: now.savedAt,
        trouble: now.trouble,
        others: now.others,
        notice: now.notice,
        hush: editing.hush,
        offer: offer && {
          author: offer.author,
          at: offer.at,
          changes: offered,
          body: offer.body,
          take: () => editing.takeOffer(standing),
          discard: reset,
        },
        planned: now.planned,
        cancelPlan: async (keep) => {
          try {
            const plan = now.planned;
            if (!plan || !provider.custom) return false;
            const frozen = keep
              ? (await provider.custom<{ body: Bodies[K] } & Version<K>>({ url: `${url}/planned`, method: 'get' })).data
              : null;
            const from = frozen && (await baseOf(plan.expected));
            await provider.custom({ url: `${url}/planned`, method: 'delete', query: { plan: plan.plan } });
            if (frozen && from) editing.change(standing, (mine) => merge(from, frozen.body, mine).body);
            await editing.refresh();
            return true;
          } catch (thrown) {
            tell(thrown);
            return false;
          }
        },
      },
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
                      editing.rebase(current, joined);
                      return clashes;
                    },
            }
          : null,
    },
  };

  /** The body of a version; of none yet what a new document begins with. */
  async function baseOf(version: number): Promise<Bodies[K] | undefined> {
    if (version === current) return start;
    if (version === 0) return empty;
    return (await provider.custom?.<Version<K>>({ url, method: 'get', query: { version } }))?.data.body;
  }
}

interface Attempt {
  saving: boolean;
  error: HttpError | null;
  problems: Problems;
}
const refused = (error: HttpError): Attempt => {
  const problems = problemsOf(error);
  const told = Object.keys(problems).length > 0;
  return { saving: false, error: told ? null : error, problems };
};
const idle: Attempt = { saving: false, error: null, problems: {} };
