import { baseOf, isDocumentId, siteOf, siteOfDocument } from '#domain/document-id';
import type { DocumentKind } from '#ports';
import { singleKinds } from './document-bodies.ts';
import { NotFound } from './errors.ts';
import type { CompanyFacts } from './load-directory.ts';

/** Number of the current version; 0: none yet. */
export const versionOf = ({ heads }: CompanyFacts, kind: DocumentKind, id: string): number =>
  heads.find((head) => head.kind === kind && head.id === id)?.version ?? 0;

/** A document there may be; a site's own version needs the site, and a default to differ from. Throws NotFound. */
export function requireDocumentId(facts: CompanyFacts, kind: DocumentKind, id: string): void {
  const [base, site] = [baseOf(id), siteOfDocument({ kind, id })];
  if (!isDocumentId(kind, id) || (singleKinds.has(kind) && base !== 'main')) throw new NotFound('document');
  if (site === null) return;
  if (!facts.directory.organisation.sites.some((one) => one.id === site)) throw new NotFound('site');
  if (siteOf(id) !== null && versionOf(facts, kind, base) === 0) throw new NotFound('document');
}

/** `requireDocumentId` as a question. */
export function isDocument(facts: CompanyFacts, kind: DocumentKind, id: string): boolean {
  try {
    requireDocumentId(facts, kind, id);
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}
