import { may, mayAnywhere } from '#domain/permission';
import type { Caller } from '#http/caller';
import type { DocumentKind, PageRequest, Ports } from '#ports';
import { NotAllowed } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';
import { documentName, headView } from './read-documents.ts';

/** Every publication of every document, newest first: of the company for an admin, else of own sites. Throws NotAllowed. */
export const createListAudit =
  ({ documents, loadDirectory }: Pick<Ports, 'documents'> & { loadDirectory: LoadDirectory }) =>
  async ({ company, person }: Caller, { kind, ...page }: PageRequest & { kind?: DocumentKind | undefined }) => {
    const { directory } = await loadDirectory(company);
    if (!mayAnywhere(person, directory).includes('audit.read')) throw new NotAllowed('audit.read');
    const allowed = (target: { site?: string }) => may(person, 'audit.read', target, directory);
    const sites = directory.organisation.sites.map(({ id }) => id).filter((site) => allowed({ site }));
    const found = await documents.changes(company, { sites: allowed({}) ? null : sites, kind }, page);
    const data = await Promise.all(
      found.rows.map(async (head) => ({ ...headView(head), name: await documentName(documents, company, head) })),
    );
    return { data, next: found.next };
  };
