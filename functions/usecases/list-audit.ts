import type { AuditLink } from '#domain/audit/link';
import { may, mayAnywhere } from '#domain/permission';
import type { Caller } from '#http/caller';
import { type AuditRow, subjectKinds } from '#http/schemas/document';
import { wireInstant } from '#http/schemas/wire';
import type { DocumentKind, PageRequest, Ports } from '#ports';
import { NotAllowed } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';

type AuditPorts = Pick<Ports, 'audit' | 'documents'> & { loadDirectory: LoadDirectory };

/** The log of changes, newest first: of the company for an admin, else of own sites. Throws NotAllowed. */
export const createListAudit = ({ audit, documents, loadDirectory }: AuditPorts) => {
  /** What a version, or what stands, is called, and the version's note where the log itself must not name people. */
  const rowOf = async ({ company, kind, id, version, ...link }: AuditLink): Promise<AuditRow> => {
    const { seq, what, by, at, from, moved } = link;
    const told = version ?? moved?.to ?? null;
    const found = (subjectKinds as readonly string[]).includes(kind)
      ? null
      : told === null
        ? await documents.current(company, kind as DocumentKind, id)
        : await documents.version(company, kind as DocumentKind, id, told);
    const name = found && 'name' in found.body ? found.body.name : null;
    return {
      ...{ kind: kind as AuditRow['kind'], id, seq, what, version, author: by, at: wireInstant(at), from },
      ...{ name, note: link.note ?? (version === null ? null : (found?.note ?? null)) },
      ...(moved && { moved: { ...moved, site: link.sites?.[0] ?? null } }),
      ...(link.due !== undefined && { due: wireInstant(link.due) }),
    };
  };
  return async ({ company, person }: Caller, { kind, ...page }: PageRequest & { kind?: string | undefined }) => {
    const { directory } = await loadDirectory(company);
    if (!mayAnywhere(person, directory).includes('audit.read')) throw new NotAllowed('audit.read');
    const allowed = (target: { site?: string }) => may(person, 'audit.read', target, directory);
    const sites = directory.organisation.sites.map(({ id }) => id).filter((site) => allowed({ site }));
    const found = await audit.changes(company, { sites: allowed({}) ? null : sites, kind }, page);
    return { data: await Promise.all(found.rows.map(rowOf)), next: found.next };
  };
};
