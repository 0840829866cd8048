import type { Draft } from '../../components/draft.ts';
import type { Step } from './diff.ts';
import { createSteps } from './history-stack.ts';
import { merge } from './merge.ts';
import type { DraftState, Notice, Planned, Shared, SharedDraft, Working } from './shared-draft.ts';
import { same } from './structure.ts';

/** A published body and its version; version 0: what a document that does not exist yet begins with. */
export interface Standing<B> {
  version: number;
  body: B;
}
export type Saved = 'idle' | 'unsaved' | 'saving' | 'saved' | 'failed';
export interface EditingNow<B> {
  /** False until it is known whether there is a draft. */
  known: boolean;
  working: Working<B> | null;
  /** A draft of others that this reader has not taken up. */
  offer: SharedDraft<B> | null;
  saved: Saved;
  /** Why it could not be saved. */
  trouble: string | null;
  /** Latest saves of others in this draft. */
  others: SharedDraft<B>['editors'];
  notice: (Notice & { clashes: Step[][] }) | null;
  /** Current version as the server told last. */
  version: number;
  planned: Planned | null;
  canUndo: boolean;
  canRedo: boolean;
  savedAt: string | null;
}
/** What a refused call carries: what stands instead. */
export interface Refused<B> {
  statusCode: number;
  message: string;
  draft?: DraftState<B> | undefined;
}
export interface EditingNeeds<B> {
  me: string;
  load(): Promise<Shared<B>>;
  save(draft: { revision: number; base: number; body: B }): Promise<DraftState<B>>;
  discard(revision: number): Promise<DraftState<B>>;
  /** Reads the current version anew; null: there is none, nor anything it would begin with. */
  current(): Promise<Standing<B> | null>;
  /** The tab's own copy of what is not saved yet. */
  kept: Draft<Working<B>>;
  now?: () => number;
  /** Calls once after `ms`; answers what calls it off. */
  after?: (ms: number, ring: () => void) => () => void;
}

const QUIET = 1_000;
const RETRY = 5_000;
/** Conflicts with others' saves that are merged in a row before pausing. */
const TRIES = 5;
const later = (ms: number, ring: () => void) => {
  const timeout = setTimeout(ring, ms);
  return () => clearTimeout(timeout);
};

/**
 * Editing one document together: the working copy of this tab, kept in the tab at each keystroke and on the server a second
 * later; what others save meanwhile is merged in, and of what both changed, mine stands. Nothing typed is lost.
 */
export function createEditing<B>({ now = Date.now, after = later, ...needs }: EditingNeeds<B>) {
  const steps = createSteps<B>();
  const listeners = new Set<() => void>();
  let callOff: (() => void) | null = null;
  let sending: Promise<void> | null = null;
  /** Of the last state taken; the draft's body while there is a draft. */
  let revision = 0;
  let onServer = false;
  let left = false;
  const working = readWorking(needs.kept);
  let state: EditingNow<B> = {
    ...{ known: false, working, offer: null, saved: working ? 'unsaved' : 'idle', trouble: null, others: [] },
    ...{ notice: null, version: 0, planned: null, canUndo: false, canRedo: false, savedAt: null },
  };
  if (working) revision = working.revision;

  const set = (change: Partial<EditingNow<B>>) => {
    const { undo, redo } = steps.can();
    state = { ...state, ...change, canUndo: undo, canRedo: redo };
    for (const listener of listeners) listener();
  };
  const unsaved = ({ body, seen }: Working<B>) => seen === null || !same(body, seen);
  /** Puts it on screen; what is not saved yet is kept in the tab and sent after a pause. */
  const put = (next: Working<B> | null, change: Partial<EditingNow<B>> = {}, pause = QUIET) => {
    const open = next !== null && unsaved(next);
    if (open) needs.kept.write(next);
    else needs.kept.clear();
    set({ ...change, working: next, saved: open ? 'unsaved' : onServer ? 'saved' : 'idle', trouble: null });
    callOff?.();
    callOff = open && !left ? after(pause, () => void flush()) : null;
  };

  /** What stands on the server, into what stands here. Older answers than one taken before are passed over. */
  const take = async (found: DraftState<B>): Promise<void> => {
    if (found.revision < revision && state.known) return;
    const { draft } = found;
    const mine = state.working;
    const newer = mine !== null && found.revision !== mine.revision;
    if (mine && newer && !draft) {
      // It ended: what I had not saved goes on top of what is published now.
      const { version, body } = (await needs.current()) ?? { version: 0, body: mine.seen ?? mine.body };
      if (state.working !== mine) return take(found);
      const joined = merge(mine.seen ?? body, mine.body, body);
      revision = found.revision;
      onServer = false;
      const rest = same(joined.body, body) ? null : { expected: version, body: joined.body, revision, seen: body };
      const { ended } = found;
      if (ended?.how === 'discarded') steps.record(mine.body, joined.body, now(), true);
      put(rest, {
        others: [],
        savedAt: null,
        ...(ended &&
          ended.author !== needs.me && {
            notice: { what: ended.how, author: ended.author, at: ended.at, clashes: joined.clashes },
          }),
      });
      return;
    }
    revision = found.revision;
    onServer = draft !== null;
    const others = draft?.editors.filter(({ person }) => person !== needs.me) ?? [];
    const savedAt = draft?.at ?? null;
    if (!draft) return set({ others, savedAt, offer: null });
    if (!mine) {
      const part = draft.editors.some(({ person }) => person === needs.me);
      if (!part) return set({ others, savedAt, offer: draft });
      return put(
        { expected: draft.base, body: draft.body, revision, seen: draft.body },
        { others, savedAt, offer: null },
      );
    }
    if (!newer) return set({ others, savedAt });
    const joined = merge(mine.seen ?? ({} as B), mine.body, draft.body);
    const changed = draft.author !== needs.me && (joined.clashes.length > 0 || !same(joined.body, mine.body));
    put(
      {
        expected: Math.max(mine.expected, draft.base),
        body: joined.body,
        revision,
        seen: draft.body,
      },
      {
        others,
        savedAt,
        offer: null,
        ...(changed && {
          notice: { what: 'changed', author: draft.author, at: draft.at, clashes: joined.clashes },
        }),
      },
    );
  };

  const send = async (): Promise<void> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const sent = state.working;
      if (!sent || !unsaved(sent)) return;
      set({ saved: 'saving' });
      try {
        const { draft, revision: made } = await needs.save({
          revision: sent.revision,
          base: sent.expected,
          body: sent.body,
        });
        revision = made;
        onServer = true;
        const present = state.working;
        // Ended here meanwhile (published, discarded): whoever ended it knows the revision.
        if (!present) return;
        const others = draft?.editors.filter(({ person }) => person !== needs.me) ?? [];
        put({ ...present, revision: made, seen: sent.body }, { savedAt: draft?.at ?? null, others });
        return;
      } catch (thrown) {
        const { statusCode, message, draft } = thrown as Refused<B>;
        if (statusCode === 409 && draft) {
          await take(draft);
          continue;
        }
        set({ saved: 'failed', trouble: message });
        const passing = statusCode === 0 || statusCode === 429 || statusCode >= 500;
        if (passing && !left) callOff = after(RETRY, () => void flush());
        return;
      }
    }
    // Others save as fast as this merges: once more after a pause.
    if (!left) callOff = after(QUIET, () => void flush());
  };
  /** Saves now what is not saved yet; resolves when it stands or could not be saved. */
  const flush = async (): Promise<void> => {
    callOff?.();
    callOff = null;
    // Two saves at once would clash with one another.
    while (sending) await sending;
    sending = send().finally(() => {
      sending = null;
    });
    await sending;
  };
  const begin = (standing: Standing<B>): Working<B> => {
    if (state.working) return state.working;
    const { offer } = state;
    return offer
      ? { expected: offer.base, body: offer.body, revision, seen: offer.body }
      : { expected: standing.version, body: standing.body, revision, seen: standing.body };
  };
  const step = (standing: Standing<B>, next: (body: B) => B | null) => {
    const from = begin(standing);
    const body = next(from.body);
    if (body !== null) put({ ...from, body }, { offer: null });
  };

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    now: () => state,
    /** Asks the server what stands. */
    async refresh(): Promise<void> {
      try {
        const { version, planned, ...draft } = await needs.load();
        await take(draft);
        set({ known: true, version, planned });
        if (state.working && unsaved(state.working) && !callOff && !sending) await flush();
      } catch {
        // Not to be told: reading goes on without, and saving says by itself what is wrong.
        set({ known: true });
      }
    },
    /** `next` is given the published body while there is an offer: what it changes is put on top of the offered draft. */
    change(standing: Standing<B>, next: (body: B) => B) {
      const { offer } = state;
      const from = begin(standing);
      const joined = offer && !state.working ? merge(standing.body, next(standing.body), offer.body) : null;
      const body = joined?.body ?? next(from.body);
      steps.record(from.body, body, now());
      const clashes = joined?.clashes ?? [];
      const told = offer && clashes.length > 0;
      put({ ...from, body }, { offer: null, ...(told && { notice: { ...offer, what: 'changed', clashes } }) });
    },
    undo: (standing: Standing<B>) => step(standing, steps.undo),
    redo: (standing: Standing<B>) => step(standing, steps.redo),
    /** Puts the work on a newer version. */
    rebase(expected: number, body: B) {
      if (state.working) put({ ...state.working, expected, body }, {}, 0);
    },
    takeOffer(standing: Standing<B>) {
      if (state.offer) put(begin(standing), { offer: null });
    },
    /** Throws the draft away, unless somebody saved since: then that is shown. @throws what the server refused with */
    async reset(standing: Standing<B>): Promise<void> {
      const before = begin(standing).body;
      callOff?.();
      callOff = null;
      while (sending) await sending;
      try {
        if (onServer) revision = (await needs.discard(revision)).revision;
      } catch (thrown) {
        const { draft, statusCode } = thrown as Refused<B>;
        if (statusCode === 409 && draft) await take(draft);
        throw thrown;
      }
      onServer = false;
      steps.record(before, standing.body, now(), true);
      put(null, { offer: null, others: [], savedAt: null });
    },
    flush,
    /** Revision of the draft that publishing ends; undefined: nothing of it is on the server. */
    revision: () => (onServer ? revision : undefined),
    /** It was published or planned from here. */
    settled() {
      if (onServer) revision += 1;
      onServer = false;
      put(null, { offer: null, others: [], savedAt: null });
    },
    hush: () => set({ notice: null }),
    /** Saves what is left and does no more. */
    leave() {
      left = true;
      callOff?.();
      if (state.working && unsaved(state.working)) void flush();
    },
    stay() {
      left = false;
    },
  };
}
export type Editing<B> = ReturnType<typeof createEditing<B>>;

function readWorking<B>(kept: Draft<Working<B>>): Working<B> | null {
  const { expected, body, revision = 0, seen = null } = kept.read();
  return expected === undefined || body === undefined ? null : { expected, body, revision, seen };
}
