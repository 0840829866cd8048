import type { Item, PersonId } from '#domain/item';

/** Whose "my work" the item is in: the owner while there is work to do, and everybody asked who has not confirmed. */
export function peopleOf(item: Item): PersonId[] {
  if (item.endedAt !== null) return [];
  const people = new Set<PersonId>();
  if (item.owner !== null && item.status !== 'resolved') people.add(item.owner);
  for (const asked of item.ask?.asked ?? []) if (!asked.confirmed) people.add(asked.person);
  return [...people];
}
