import type { Item, PersonId } from '#domain/item';

/** Whose "my work" the item is in: the owner while it is open, and everybody asked who has not confirmed. */
export function peopleOf(item: Item): PersonId[] {
  if (item.endedAt !== null) return [];
  const people = new Set<PersonId>();
  if (item.owner !== null) people.add(item.owner);
  for (const asked of item.ask?.asked ?? []) if (!asked.confirmed) people.add(asked.person);
  return [...people];
}
