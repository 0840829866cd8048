import type { Item } from '../item.ts';
import { needsWake } from './due.ts';
import type { Effect } from './effect.ts';

/** Ids that are no number are carried out before those that are: mail that waits must not hold up the clock. */
export const clockEffectId = (item: Item, what: 'start' | 'wake'): string => `${item.id}/${what}-${item.seq}`;

/** Adds the wake-up that the engine does not know of, where the decision needs one. */
export const withWake = (before: Item, after: Item, effects: readonly Effect[]): Effect[] => {
  if (!needsWake(before, after)) return [...effects];
  after.seq += 1;
  return [{ type: 'wake', id: clockEffectId(after, 'wake') }, ...effects];
};
