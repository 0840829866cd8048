import { type DirectoryIndex, indexOf } from './directory-index.ts';
import type { PersonId } from './item.ts';
import type { Absence, Directory } from './organisation.ts';
import type { Instant } from './time.ts';

/** From somebody who is away, deputy by deputy, to who is there. */
export interface DeputyChain {
  /** Those who are away, in order, each with the absence that leads on to the next. Empty: the person is there. */
  away: Absence[];
  /** Who is there in the end; null: nobody stands in. */
  present: PersonId | null;
}

const nobody: DeputyChain = { away: [], present: null };

/**
 * Who takes what is meant for `person` at `now`. Where somebody is away twice, the first absence that leads to somebody
 * counts. Circles of deputies end as nobody; a removed person has no deputy. Nothing throws.
 */
export const deputyChain = (person: PersonId, directory: Directory, now: Instant): DeputyChain =>
  chainFrom(person, indexOf(directory), now, new Set());

export function chainFrom(person: PersonId, index: DirectoryIndex, now: Instant, seen: Set<PersonId>): DeputyChain {
  if (seen.has(person) || !isActive(person, index)) return nobody;
  const absences = absencesAt(person, index, now);
  if (absences.length === 0) return { away: [], present: person };
  seen.add(person);
  let first: DeputyChain | undefined;
  for (const absence of absences) {
    const rest = absence.deputy === null ? nobody : chainFrom(absence.deputy, index, now, seen);
    const found: DeputyChain = { away: [absence, ...rest.away], present: rest.present };
    if (found.present !== null) return found;
    first ??= found;
  }
  return first ?? nobody;
}

export function absencesAt(person: PersonId, index: DirectoryIndex, now: Instant): Absence[] {
  return index.absences.get(person)?.filter(({ from, to }) => now >= from && now < to) ?? [];
}

export function isActive(person: PersonId, index: DirectoryIndex): boolean {
  return index.people.get(person)?.active === true;
}
