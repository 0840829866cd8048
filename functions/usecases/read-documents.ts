import { siteOfDocument } from '#domain/document-id';
import { may, mayAnywhere } from '#domain/permission';
import type { Text } from '#domain/text';
import type { Caller } from '#http/caller';
import { wireInstant } from '#http/schemas/wire';
import type { DocumentHead, DocumentKind, DocumentVersion, PageRequest, Ports } from '#ports';
import { NotAllowed, NotFound } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';
import { partFor } from './own-part.ts';
import { type BodyOf, mayEdit } from './publisher.ts';

export const headView = ({ kind, id, version, author, at, note, retired }: DocumentHead) => ({
  kind,
  id,
  version,
  author,
  at: wireInstant(at),
  note,
  retired: retired === true,
});

/** A published version on the wire, with its body. */
export const documentView = (document: DocumentVersion) => ({ ...headView(document), body: document.body });

/** What it was called in that version; null for kinds of which a company has one. */
export async function documentName(
  documents: Ports['documents'],
  company: string,
  { kind, id, version }: Pick<DocumentHead, 'kind' | 'id' | 'version'>,
): Promise<Text | null> {
  if (kind !== 'calendar' && kind !== 'workflow') return null;
  return (await documents.version(company, kind, id, version))?.body.name ?? null;
}

/**
 * Configuration documents as published. They are the company's, so reading them anywhere means reading them; of the staff
 * documents each reads what concerns own sites.
 */
export const createReadDocuments = ({
  documents,
  loadDirectory,
}: Pick<Ports, 'documents'> & { loadDirectory: LoadDirectory }) => {
  const requireReader = async (caller: Caller) => {
    const facts = await loadDirectory(caller.company);
    const { directory, heads } = facts;
    if (!mayAnywhere(caller.person, directory).includes('document.read')) throw new NotAllowed('document.read');
    /** What is one site's is read by whoever reads at that site. */
    const isSeen = (document: Pick<DocumentHead, 'kind' | 'id'>) => {
      const site = siteOfDocument(document);
      return site === null || may(caller.person, 'document.read', { site }, directory);
    };
    return { facts, heads: heads.filter(isSeen), isSeen };
  };

  return {
    async list(caller: Caller) {
      const { heads } = await requireReader(caller);
      const data = await Promise.all(
        heads.map(async (head) => ({ ...headView(head), name: await documentName(documents, caller.company, head) })),
      );
      return { data, next: null };
    },
    /** The current version unless one is named. Throws NotFound | NotAllowed. */
    async show(caller: Caller, kind: DocumentKind, id: string, version?: number) {
      const { facts, isSeen } = await requireReader(caller);
      if (!isSeen({ kind, id })) throw new NotFound('document');
      const found =
        version === undefined
          ? await documents.current(caller.company, kind, id)
          : await documents.version(caller.company, kind, id, version);
      if (!found) throw new NotFound('document');
      const editable = mayEdit(caller, found as BodyOf, id, facts);
      return { ...documentView(found), editable, body: partFor(caller, found as BodyOf, facts) };
    },
    /** The number of the current version; 0: none yet. Throws NotAllowed. */
    async version(caller: Caller, kind: DocumentKind, id: string) {
      const { heads } = await requireReader(caller);
      return heads.find((head) => head.kind === kind && head.id === id)?.version ?? 0;
    },
    /** Versions, newest first. */
    async history(caller: Caller, kind: DocumentKind, id: string, page: PageRequest) {
      const { isSeen } = await requireReader(caller);
      if (!isSeen({ kind, id })) throw new NotFound('document');
      const { rows, next } = await documents.history(caller.company, kind, id, page);
      return { data: rows.map(headView), next };
    },
  };
};
