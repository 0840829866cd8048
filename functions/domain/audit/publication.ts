import type { PersonId } from '../item.ts';
import type { Instant } from '../time.ts';
import type { Asked, AuditEntry, ChainName, Origin } from './link.ts';

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

const noteOf = ({ kind, note }: { kind: string; note: string }) => (aboutPeople.has(kind) ? null : note);

export const publicationEntry = (head: Head, from: Origin, sites: readonly string[] | null): AuditEntry => ({
  kind: head.kind,
  id: head.id,
  what: head.retired ? 'retired' : 'published',
  at: head.at,
  by: head.author,
  from,
  note: noteOf(head),
  version: head.version,
  sites,
  subject: null,
});

/** Addresses that mail does not reach are one chain a site. */
export const liftEntry = (site: string, subject: string, { by, at, from }: Asked): AuditEntry => ({
  ...{ kind: 'suppression', id: site, what: 'lifted', at, by, from },
  ...{ note: null, version: null, sites: [site], subject },
});

/** Care flags are one chain a site; `subject` is all that it has of a flag. */
export const careEntry = (
  site: string,
  what: 'noted' | 'reviewed' | 'ended' | 'erased',
  subject: string,
  { by, at, from }: Asked,
): AuditEntry => ({
  ...{ kind: 'care', id: site, what, at, by, from },
  ...{ note: null, version: null, sites: [site], subject },
});

/** Open items of one site go on by the version in force: told before the first of them does. */
export const moveEntry = (
  { id, to, site, items }: { id: string; to: number; site: string; items: number },
  { by, at, from }: Asked,
): AuditEntry => ({
  ...{ kind: 'workflow', id, what: 'moved', at, by, from },
  ...{ note: null, version: null, sites: [site], subject: null, moved: { items, to } },
});

/** A draft that was thrown away; what was in it stood nowhere and leaves nothing behind. */
export const discardEntry = (
  { kind, id }: ChainName,
  { by, at, from }: Asked,
  sites: readonly string[] | null,
): AuditEntry => ({
  ...{ kind, id, what: 'discarded', at, by, from, note: null },
  ...{ version: null, sites, subject: null },
});

interface Plan extends ChainName {
  note: string;
  at: Instant;
  sites: readonly string[] | null;
}

/** What became of a publication at a set time, but for being made: that is told by the version it made. */
export const planEntry = (
  what: 'planned' | 'cancelled' | 'failed',
  { kind, id, note, at: due, sites }: Plan,
  { by, at, from }: Asked,
): AuditEntry => ({
  ...{ kind, id, what, at, by, from, note: noteOf({ kind, note }) },
  ...{ version: null, sites, subject: null, due },
});
