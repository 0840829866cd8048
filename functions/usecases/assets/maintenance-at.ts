import { idFor } from '#domain/document-id';
import type { Maintenance } from '#domain/maintenance';
import type { Ports } from '#ports';
import { NotFound } from '../errors.ts';
import { type CompanyFacts, versionAt } from '../load-directory.ts';

/** What holds at a site: its own settings where it has some, else the company's. Throws NotFound where nobody published any. */
export const maintenanceAt = async (
  ports: Pick<Ports, 'documents'>,
  company: string,
  { heads }: Pick<CompanyFacts, 'heads'>,
  site: string,
): Promise<Maintenance> => {
  const found = await versionAt(ports, company, heads, 'maintenance', idFor(heads, 'maintenance', 'main', site));
  if (!found) throw new NotFound('document');
  return found.body;
};
