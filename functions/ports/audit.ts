import type { AuditEntry, AuditLink, ChainName, Digest } from '#domain/audit/link';
import type { Page, PageRequest } from '../ports.ts';

/** The log of changes, as it is read; it is written with what it tells, in one transaction (`store/record`). */
export interface Audit {
  /** A change made of many transactions is told before the first: nothing happens that the log does not tell. */
  add(company: string, entry: AuditEntry): Promise<void>;
  /** All changes, newest first. `sites`: only what was about one of them or the whole company; null: everything. */
  changes(
    company: string,
    filter: { sites: readonly string[] | null; kind?: string | undefined },
    page: PageRequest,
  ): Promise<Page<AuditLink>>;
  /** Every chain there is. */
  chains(company: string): Promise<ChainName[]>;
  /** A whole chain, oldest first. */
  links(company: string, chain: ChainName): Promise<AuditLink[]>;
  /** Makes the salted hashes of contents and personal values. */
  seal(company: string): Promise<Digest>;
}

/** A second record of the log, in a place where nothing can be changed or removed. */
export interface AuditCopies {
  /** Never over another one. 'differs': there is one already, and not the same. */
  put(link: AuditLink): Promise<'kept' | 'differs'>;
  chains(company: string): Promise<ChainName[]>;
  /** Oldest first, in the order of what they are called by. */
  links(company: string, chain: ChainName): Promise<AuditLink[]>;
}
