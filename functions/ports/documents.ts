import type { Origin } from '#domain/audit/link';
import type { DocumentBodies, DocumentKind } from '#domain/document-kinds';
import type { PersonId } from '#domain/item';
import type { Instant } from '#domain/time';
import type { Page, PageRequest } from '../ports.ts';

export type { DocumentBodies, DocumentKind };

/**
 * Immutable once published. `id` is 'main' for all but calendars and workflows, and plans, whose id is their site's; a
 * site's own version has `<base>@<site>` (`domain/document-id`).
 */
export interface DocumentVersion<K extends DocumentKind = DocumentKind> {
  kind: K;
  id: string;
  version: number;
  body: DocumentBodies[K];
  author: PersonId | 'system';
  at: Instant;
  note: string;
  /** The site has gone back to the company's default with this version. */
  retired?: true;
}
export type DocumentHead = Omit<DocumentVersion, 'body'>;
export interface Documents {
  /** One read for all pointers; bodies are cached by version for as long as the process lives. */
  heads(company: string): Promise<DocumentHead[]>;
  current<K extends DocumentKind>(company: string, kind: K, id: string): Promise<DocumentVersion<K> | null>;
  version<K extends DocumentKind>(
    company: string,
    kind: K,
    id: string,
    version: number,
  ): Promise<DocumentVersion<K> | null>;
  history(company: string, kind: DocumentKind, id: string, page: PageRequest): Promise<Page<DocumentHead>>;
  /**
   * Stores `expected + 1` as the current version, with its link in the log of changes; `touched` are the sites it is
   * about, null: the whole company. `from`: left out, nobody asked for it.
   * `plan`: the planned publication this carries out, settled in the same transaction.
   * @throws DocumentChanged when the current version is not `expected` (0 = none yet) | PlanGone
   */
  publish<K extends DocumentKind>(
    company: string,
    document: Omit<DocumentVersion<K>, 'version'> & { from?: Origin | undefined },
    expected: number,
    touched?: readonly string[] | null,
    plan?: string,
  ): Promise<DocumentVersion<K>>;
}
