import type { Organisation } from './organisation.ts';
import type { Publisher } from './publish-scope.ts';

/** Kinds of which managers of some sites read and edit their part only. */
const editedInParts: ReadonlySet<string> = new Set(['organisation', 'rosters', 'absences']);
export const isEditedInParts = (kind: string): boolean => editedInParts.has(kind);

/** A key of the table holds 1,024 bytes in all. */
const LONGEST = 600;

/**
 * Whose draft it is. A draft is shared by those who may edit the same: of documents edited in parts, people of the same
 * sites; of all others, everybody who may edit them. Nobody else's part is ever in it.
 */
export function draftScope(kind: string, person: string, publisher: Publisher, { sites }: Organisation): string {
  if (publisher.company || !editedInParts.has(kind)) return 'all';
  const own = sites.map(({ id }) => id).filter(publisher.site);
  const scope = `sites ${own.sort().join(' ')}`;
  return scope.length > LONGEST ? `person ${person}` : scope;
}
