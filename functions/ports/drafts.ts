import type { AuditEntry } from '#domain/audit/link';
import type { PersonId } from '#domain/item';
import type { Instant } from '#domain/time';
import type { DocumentKind, Page, PageRequest } from '../ports.ts';

/** One draft a document and part of it (`scope`, see `domain/draft-scope`). */
export interface DraftKey {
  company: string;
  kind: DocumentKind;
  id: string;
  scope: string;
}
/** What a draft ended by; the next save begins a new one. */
export type DraftEnd = 'published' | 'planned' | 'discarded';
export interface StoredDraft {
  /** From 1; rises with every save and every end, and never starts again. */
  revision: number;
  /** Null: it ended, as `ended` says. */
  content: { base: number; body: unknown } | null;
  ended: DraftEnd | null;
  /** Who saved or ended it last. */
  author: PersonId;
  at: Instant;
  /** Latest save of each who took part, newest first. */
  editors: readonly { person: PersonId; at: Instant }[];
}
/** A draft that has not ended, without its body. */
export interface DraftHead extends Pick<StoredDraft, 'revision' | 'author' | 'at'> {
  id: string;
  base: number;
}
export interface Drafts {
  get(key: DraftKey): Promise<StoredDraft | null>;
  /** In place of revision `draft.revision - 1` (0: there was none). `told`: of it in the log of changes. @throws DraftChanged */
  put(key: DraftKey, draft: StoredDraft, told?: AuditEntry): Promise<void>;
  /** Those of a kind and scope that have not ended, by document. */
  list(of: Omit<DraftKey, 'id'>, page: PageRequest): Promise<Page<DraftHead>>;
}
