import { siteOfDocument } from '#domain/document-id';
import { may, mayAnywhere } from '#domain/permission';
import type { Caller } from '#http/caller';
import { type DocumentFile, travellingKinds } from '#http/schemas/exchange';
import { wireInstant } from '#http/schemas/wire';
import type { Ports } from '#ports';
import { NotAllowed, NotFound } from '../errors.ts';
import type { LoadDirectory } from '../load-directory.ts';

type ExportPorts = Pick<Ports, 'documents' | 'clock'> & { loadDirectory: LoadDirectory };
type Kind = (typeof travellingKinds)[number];

/** Documents in force, as a file another company can read. Throws NotAllowed | NotFound (one asked for is not there). */
export const createExportDocuments =
  ({ documents, clock, loadDirectory }: ExportPorts) =>
  async ({ company, person }: Caller, wanted?: readonly string[]): Promise<DocumentFile> => {
    const { directory, heads } = await loadDirectory(company);
    if (!mayAnywhere(person, directory).includes('document.read')) throw new NotAllowed('document.read');
    const isSeen = (site: string | null) => site === null || may(person, 'document.read', { site }, directory);
    const there = heads.filter(
      (head) => !head.retired && travellingKinds.includes(head.kind as Kind) && isSeen(siteOfDocument(head)),
    );
    const names = wanted ?? there.map(({ kind, id }) => `${kind}/${id}`);
    const chosen = names.map((name) => there.find(({ kind, id }) => `${kind}/${id}` === name));
    const found = await Promise.all(
      chosen.map(async (head) => {
        const document = head && (await documents.version(company, head.kind, head.id, head.version));
        if (!document) throw new NotFound('document');
        const { kind, id, version, at, note, body } = document;
        return { kind: kind as Kind, id, version, at: wireInstant(at), note, body };
      }),
    );
    return {
      format: 'steward.documents',
      version: 1,
      company,
      exportedAt: wireInstant(clock.now()),
      documents: found,
    };
  };
