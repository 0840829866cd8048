import { canonical } from '../canonical.ts';
import type { PersonId } from '../item.ts';
import type { Instant } from '../time.ts';

export const channels = ['panel', 'api', 'import', 'schedule', 'system'] as const;
/** Where a change came from. `client`: the network of who asked, cut so that it tells no household; null: nobody asked. */
export interface Origin {
  channel: (typeof channels)[number];
  client: string | null;
}
/** What a set-up, a schedule or the system itself does without being asked. */
export const bySystem: Origin = { channel: 'system', client: null };

export const auditedChanges = [
  'published',
  'retired',
  'lifted',
  'moved',
  'discarded',
  'planned',
  'cancelled',
  'failed',
  'noted',
  'reviewed',
  'ended',
  'erased',
] as const;

/** One change of what is configured, as it is told. A chain is named by `kind` and `id`: there is one for each document. */
export interface AuditEntry {
  kind: string;
  id: string;
  what: (typeof auditedChanges)[number];
  at: Instant;
  by: PersonId | 'system';
  from: Origin;
  /** Null where it may name people: it is then part of `after` alone, and read from the version. */
  note: string | null;
  /** The version it made; null: it made none. */
  version: number | null;
  /** Sites it is about; null: the whole company. */
  sites: readonly string[] | null;
  /** Salted hash of the personal value it is about (an address), if it is about one. */
  subject: string | null;
  /** How many open items were to go on by which version, where that is what it tells. */
  moved?: { items: number; to: number } | undefined;
  /** When a planned publication was to be made; left out: it is not about one. */
  due?: Instant | undefined;
}
/** Who asked for a change, when and from where. */
export type Asked = Pick<AuditEntry, 'by' | 'at' | 'from'>;
/** A row of the log: an entry with its place. Hashes are hex; those of contents are salted. */
export interface AuditLink extends AuditEntry {
  company: string;
  /** 1, 2, 3... within its chain. */
  seq: number;
  /** What the document was and what it became; null: it was not there. */
  before: string | null;
  after: string | null;
  /** `hash` of the link before; null: the first. */
  prev: string | null;
  hash: string;
}

/** SHA-256 in hex, or what stands for it in a test. */
export type Digest = (text: string) => string;
export type ChainName = Pick<AuditLink, 'kind' | 'id'>;

/** What the hash of a link covers: everything but the hash, the one before it included. */
const covered = ({ hash: _hash, ...link }: AuditLink): string => canonical(link);

/** The link after `last`. `after`: hash of what the document is now, left out: as before. */
export function nextLink(
  company: string,
  last: AuditLink | null,
  entry: AuditEntry,
  after: string | undefined,
  digest: Digest,
): AuditLink {
  const before = last?.after ?? null;
  const link: AuditLink = {
    ...entry,
    company,
    seq: (last?.seq ?? 0) + 1,
    before,
    after: after ?? before,
    prev: last?.hash ?? null,
    hash: '',
  };
  return { ...link, hash: digest(covered(link)) };
}

export interface Break {
  /** Of the first link that is not as it was written; behind the last when it is missing there. */
  seq: number;
  why: 'missing' | 'changed' | 'unlinked' | 'foreign';
}

/** The first place at which a chain, oldest first, is not as it was written; null: it is whole. */
export function firstBreak(company: string, { kind, id }: ChainName, links: readonly AuditLink[], digest: Digest) {
  let last: AuditLink | null = null;
  for (const [index, link] of links.entries()) {
    const broken = (why: Break['why']): Break => ({ seq: index + 1, why });
    if (link.company !== company || link.kind !== kind || link.id !== id) return broken('foreign');
    if (link.seq !== index + 1) return broken('missing');
    if (link.hash !== digest(covered(link))) return broken('changed');
    if (link.prev !== (last?.hash ?? null) || link.before !== (last?.after ?? null)) return broken('unlinked');
    last = link;
  }
  return null;
}

/** The first link of two records of one chain that is not in both alike; null: they agree. */
export function firstDifference(table: readonly AuditLink[], copy: readonly AuditLink[]) {
  const longest = Math.max(table.length, copy.length);
  for (let index = 0; index < longest; index++) {
    const [here, there] = [table[index], copy[index]];
    if (here && there && canonical(here) === canonical(there)) continue;
    const why = !here ? 'notInTable' : !there ? 'notInCopy' : 'differsFromCopy';
    return { seq: index + 1, why } as const;
  }
  return null;
}
