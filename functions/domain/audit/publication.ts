import type { PersonId } from '../item.ts';
import type { Instant } from '../time.ts';
import type { AuditEntry, Origin } from './link.ts';

/** Documents about people: notes on their versions may name somebody. */
const aboutPeople: ReadonlySet<string> = new Set(['organisation', 'rosters', 'absences']);

interface Head {
  kind: string;
  id: string;
  version: number;
  author: PersonId | 'system';
  at: Instant;
  note: string;
  retired?: boolean | undefined;
}

export const publicationEntry = (head: Head, from: Origin, sites: readonly string[] | null): AuditEntry => ({
  kind: head.kind,
  id: head.id,
  what: head.retired ? 'retired' : 'published',
  at: head.at,
  by: head.author,
  from,
  note: aboutPeople.has(head.kind) ? null : head.note,
  version: head.version,
  sites,
  subject: null,
});

/** Addresses that mail does not reach are one chain a site. */
export const liftEntry = (
  site: string,
  subject: string,
  { by, at, from }: { by: PersonId | 'system'; at: Instant; from: Origin },
): AuditEntry => ({
  ...{ kind: 'suppression', id: site, what: 'lifted', at, by, from },
  ...{ note: null, version: null, sites: [site], subject },
});

/** Open items of one site go on by the version in force: told before the first of them does. */
export const moveEntry = (
  { id, to, site, items }: { id: string; to: number; site: string; items: number },
  { by, at, from }: { by: PersonId | 'system'; at: Instant; from: Origin },
): AuditEntry => ({
  ...{ kind: 'workflow', id, what: 'moved', at, by, from },
  ...{ note: null, version: null, sites: [site], subject: null, moved: { items, to } },
});
