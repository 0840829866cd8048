import type { PersonId } from '../item.ts';
import { mapPeople, type NamedPlace, type NamingDocuments } from './named-people.ts';

/** A line of the leaver's page: `count` mentions that are replaced together. */
export interface Reference {
  /** Stable while documents change around it. */
  key: string;
  place: NamedPlace;
  count: number;
}
/** Who takes over where: `lines` by a reference's key, else `all`. Null: the place stays empty; undefined: not chosen. */
export interface Replacement {
  all?: PersonId | null | undefined;
  lines: Readonly<Record<string, PersonId | null>>;
}

export const keyOf = (place: NamedPlace): string => Object.values(place).join('/');

/** Every place that names the person, in the order of the documents. The member's own row is not one of them. */
export function references(person: PersonId, documents: NamingDocuments): Reference[] {
  const found = new Map<string, Reference>();
  mapPeople(documents, (place, named) => {
    if (named !== person) return named;
    const key = keyOf(place);
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { key, place, count: 1 });
    return named;
  });
  return [...found.values()];
}

export const replacementAt = ({ all, lines }: Replacement, key: string): PersonId | null | undefined =>
  Object.hasOwn(lines, key) ? lines[key] : all;

/** Places nobody has said anything about. An absence needs no word: nobody inherits it. */
export const undecided = (lines: readonly Reference[], replacement: Replacement): Reference[] =>
  lines.filter(({ key, place }) => place.kind !== 'absence' && replacementAt(replacement, key) === undefined);

/**
 * The documents with somebody else in every place that named the person, or nobody where none was chosen. Their own
 * absences go: nobody inherits those.
 */
export const replacePerson = (
  person: PersonId,
  documents: NamingDocuments,
  replacement: Replacement,
): NamingDocuments =>
  mapPeople(documents, (place, named) => {
    if (named !== person) return named;
    return place.kind === 'absence' ? null : (replacementAt(replacement, keyOf(place)) ?? null);
  });

/** The organisation in which the person can do nothing any more; their row stays, because timelines name them. */
export const withoutMember = (
  organisation: NamingDocuments['organisation'],
  person: PersonId,
): NamingDocuments['organisation'] => ({
  ...organisation,
  people: organisation.people.map((one) => (one.id === person ? { ...one, active: false } : one)),
});
