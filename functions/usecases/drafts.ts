import { type AuditEntry, bySystem } from '#domain/audit/link';
import { discardEntry } from '#domain/audit/publication';
import { draftScope, isEditedInParts } from '#domain/draft-scope';
import { DraftChanged } from '#domain/errors';
import { publisherIn } from '#domain/publish-scope';
import { Text } from '#domain/text';
import type { Caller } from '#http/caller';
import { wireInstant } from '#http/schemas/wire';
import type { DocumentKind, DraftEnd, DraftKey, PageRequest, Ports, StoredDraft } from '#ports';
import { isDocument, requireDocumentId, versionOf } from './document-name.ts';
import { DraftInTheWay, NotAllowed } from './errors.ts';
import type { CompanyFacts, LoadDirectory } from './load-directory.ts';
import { type BodyOf, mayEdit, mayPublish, mayPublishSomewhere, sitesOf, touchedBy } from './publisher.ts';
import { documentName } from './read-documents.ts';

type DocumentPort = Pick<Ports, 'documents'>;
type DraftPorts = Pick<Ports, 'clock' | 'documents' | 'drafts'> & { loadDirectory: LoadDirectory };
/** Those who took part longest ago are forgotten. */
const MOST_EDITORS = 5;

/** What stands of a draft on the wire; `revision` goes back with the next save. */
export const draftView = (stored: StoredDraft | null) => {
  const { revision = 0, content = null, ended = null } = stored ?? {};
  const by = stored && { author: stored.author, at: wireInstant(stored.at) };
  return {
    revision,
    draft: by &&
      content && {
        ...content,
        ...by,
        editors: stored.editors.map(({ person, at }) => ({ person, at: wireInstant(at) })),
      },
    ended: by && ended && { how: ended, ...by },
  };
};

type Named = Pick<DraftKey, 'kind' | 'id'>;
/** What the draft touches: it does not depend on the body, except in parts, and there nothing is touched yet (null). */
const touchedByDraft = ({ kind, id }: Named, facts: CompanyFacts) =>
  isEditedInParts(kind) ? null : touchedBy({ kind, body: {} } as BodyOf, id, facts);

/** Only who may publish a document, at least in part, edits and sees its draft. */
async function isEditor({ documents }: DocumentPort, caller: Caller, of: Named, facts: CompanyFacts): Promise<boolean> {
  const current = await documents.current(caller.company, of.kind, of.id);
  const touched = touchedByDraft(of, facts);
  return current
    ? mayEdit(caller, current as BodyOf, of.id, facts)
    : touched === null || mayPublish(caller, touched, facts);
}

/** Sites that the caller's draft is about; null: the whole company. @throws NotAllowed | NotFound */
async function requireEditor(
  ports: DocumentPort,
  caller: Caller,
  of: Named,
  facts: CompanyFacts,
): Promise<string[] | null> {
  if (!mayPublishSomewhere(caller, facts)) throw new NotAllowed('document.publish');
  requireDocumentId(facts, of.kind, of.id);
  if (!(await isEditor(ports, caller, of, facts))) throw new NotAllowed('document.publish');
  const touched = touchedByDraft(of, facts);
  if (touched !== null) return sitesOf(touched);
  const { organisation } = facts.directory;
  const publisher = publisherIn(caller.person, organisation);
  return publisher.company ? null : organisation.sites.map((site) => site.id).filter(publisher.site);
}

export const keyFor = ({ company, person }: Caller, kind: DocumentKind, id: string, facts: CompanyFacts): DraftKey => {
  const { organisation } = facts.directory;
  return { company, kind, id, scope: draftScope(kind, person.id, publisherIn(person, organisation), organisation) };
};

/**
 * Drafts (草稿) of configuration documents, shared by all who may edit the same. A save names the revision it was made
 * from; whoever comes second is given what stands, merges and saves again.
 */
export const createDrafts = (ports: DraftPorts) => {
  const gather = async (caller: Caller, kind: DocumentKind, id: string) => {
    const facts = await ports.loadDirectory(caller.company);
    const sites = await requireEditor(ports, caller, { kind, id }, facts);
    const key = keyFor(caller, kind, id, facts);
    return { key, stored: await ports.drafts.get(key), sites };
  };
  /** @throws DraftInTheWay with what stands, when that is not `revision` any more */
  const replace = async (
    key: DraftKey,
    stored: StoredDraft | null,
    revision: number,
    next: NextDraft,
    told?: AuditEntry,
  ) => {
    if ((stored?.revision ?? 0) !== revision) throw new DraftInTheWay(draftView(stored));
    const draft: StoredDraft = { ...next, revision: revision + 1 };
    try {
      await ports.drafts.put(key, draft, told);
    } catch (error) {
      if (error instanceof DraftChanged) throw new DraftInTheWay(draftView(await ports.drafts.get(key)));
      throw error;
    }
    return draft;
  };

  return {
    async show(caller: Caller, kind: DocumentKind, id: string) {
      return draftView((await gather(caller, kind, id)).stored);
    },
    /**
     * Open drafts of a kind that the caller may edit, by document: a page may be short and still have a next one. Of one
     * never published the name is the draft's own. @throws NotAllowed
     */
    async list(caller: Caller, kind: DocumentKind, page: PageRequest) {
      const facts = await ports.loadDirectory(caller.company);
      if (!mayPublishSomewhere(caller, facts)) throw new NotAllowed('document.publish');
      const { rows, next } = await ports.drafts.list(keyFor(caller, kind, '', facts), page);
      const data = await Promise.all(
        rows.map(async ({ id, at, ...head }) => {
          const version = versionOf(facts, kind, id);
          const seen = isDocument(facts, kind, id) && (await isEditor(ports, caller, { kind, id }, facts));
          if (!seen) return [];
          const name =
            version > 0
              ? await documentName(ports.documents, caller.company, { kind, id, version })
              : nameIn(await ports.drafts.get(keyFor(caller, kind, id, facts)));
          return [{ kind, id, name, version, ...head, at: wireInstant(at) }];
        }),
      );
      return { data: data.flat(), next };
    },
    /** @throws NotAllowed | NotFound | DraftInTheWay */
    async save(caller: Caller, { kind, id, revision, base, body }: SaveDraft) {
      const { key, stored } = await gather(caller, kind, id);
      const me = { person: caller.person.id, at: ports.clock.now() };
      const others = stored?.content ? stored.editors.filter(({ person }) => person !== me.person) : [];
      const editors = [me, ...others].slice(0, MOST_EDITORS);
      const next = { content: { base, body }, ended: null, author: me.person, at: me.at, editors };
      return draftView(await replace(key, stored, revision, next));
    },
    /** Throws it away for everybody. @throws NotAllowed | NotFound | DraftInTheWay */
    async discard(caller: Caller, { kind, id, revision }: Omit<SaveDraft, 'base' | 'body'>) {
      const { key, stored, sites } = await gather(caller, kind, id);
      if (!stored?.content && (stored?.revision ?? 0) === revision) return draftView(stored);
      const [by, at] = [caller.person.id, ports.clock.now()];
      const next: NextDraft = { content: null, ended: 'discarded', author: by, at, editors: [] };
      const told = discardEntry({ kind, id }, { by, at, from: caller.from ?? bySystem }, sites);
      return draftView(await replace(key, stored, revision, next, told));
    },
    /**
     * After what was in it was published or planned. Nothing happens when somebody has saved since: their draft goes on,
     * and is merged where it is opened.
     */
    async settle(key: DraftKey, revision: number, how: DraftEnd, author: string): Promise<void> {
      const next: StoredDraft = {
        revision: revision + 1,
        content: null,
        ended: how,
        author,
        at: ports.clock.now(),
        editors: [],
      };
      try {
        await ports.drafts.put(key, next);
      } catch (error) {
        if (!(error instanceof DraftChanged)) throw error;
      }
    },
  };
};
/** What a draft calls its document; it need not be sound yet. */
function nameIn(stored: StoredDraft | null): Text | null {
  const { data } = Text.safeParse((stored?.content?.body as { name?: unknown } | undefined)?.name);
  return data ?? null;
}
type NextDraft = Omit<StoredDraft, 'revision'>;
export interface SaveDraft {
  kind: DocumentKind;
  id: string;
  /** The revision it was made from; 0: there was none. */
  revision: number;
  base: number;
  body: Record<string, unknown>;
}
export type Drafts = ReturnType<typeof createDrafts>;
