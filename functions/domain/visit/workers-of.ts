import type { Item, PersonId } from '../item.ts';
import type { ActionName } from '../workflow/action.ts';
import type { Entry } from '../workflow/entry.ts';

const work: ReadonlySet<ActionName> = new Set(['resolve', 'complete', 'check'] satisfies ActionName[]);

/** Whoever did what a visit would ask about: the owner at the end, and everybody who did or finished a part of it. */
export function workersOf({ owner }: Pick<Item, 'owner'>, timeline: readonly Entry[]): PersonId[] {
  const did = timeline.flatMap((entry) =>
    entry.type === 'acted' && work.has(entry.action.name) && entry.by !== 'resident' && entry.by !== 'system'
      ? [entry.by]
      : [],
  );
  return [...new Set([...(owner === null ? [] : [owner]), ...did])];
}
