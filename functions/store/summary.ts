import type { Item, PersonId } from '#domain/item';
import type { Instant } from '#domain/time';
import type { ItemSummary } from '#ports';

/** The list row of an item: copied onto its own row (the indexes project it) and onto work rows. */
export function summaryOf(item: Item): ItemSummary {
  return {
    id: item.id,
    kind: item.kind,
    number: item.number,
    site: item.site,
    building: item.building,
    unit: item.unit,
    place: item.place,
    category: item.category,
    department: item.department,
    severity: item.severity,
    major: item.major,
    status: item.status,
    step: item.step,
    level: item.level,
    owner: item.owner,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    endedAt: item.endedAt,
    due: dueOf(item),
    missed: (['reply', 'resolve'] as const).filter((name) => item.clocks[name]?.missedAt != null),
    repeatOf: item.repeatOf,
  };
}

/**
 * Nearest instant a person must look at: an unmet reply or resolve deadline (a promise replaces it) or the asking's.
 * The resolve clock stands still during a pause: the pause's end takes its place.
 */
export function dueOf(item: Item): Instant | null {
  if (item.endedAt !== null) return null;
  const dues: (Instant | null)[] = [item.ask?.due ?? null, item.pause?.until ?? null];
  for (const name of ['reply', 'resolve'] as const) {
    const clock = item.clocks[name];
    if (!clock || clock.metAt !== null || (name === 'resolve' && item.pause)) continue;
    dues.push(clock.promised ?? clock.deadline);
  }
  return dues.reduce((least, due) => (due !== null && (least === null || due < least) ? due : least), null);
}

/** Whose "my work" the item is in: the owner while it is open, and everybody asked who has not confirmed. */
export function peopleOf(item: Item): PersonId[] {
  if (item.endedAt !== null) return [];
  const people = new Set<PersonId>();
  if (item.owner !== null) people.add(item.owner);
  for (const asked of item.ask?.asked ?? []) if (!asked.confirmed) people.add(asked.person);
  return [...people];
}
