import type { Item } from '../item.ts';
import { needsWake } from './due.ts';
import type { Effect } from './effect.ts';

/** Ids that are no number are carried out before those that are: mail that waits must not hold up the clock. */
export const clockEffectId = (item: Item, what: 'start' | 'wake' | 'follow'): string =>
  `${item.id}/${what}-${item.seq}`;

/** Adds the wake-up that the engine does not know of, where the decision needs one. */
export const withWake = (before: Item, after: Item, effects: readonly Effect[]): Effect[] => {
  if (before.endedAt !== null && after.endedAt === null) {
    // Taken up again: its execution is over.
    after.epoch += 1;
    after.seq += 1;
    return [{ type: 'start', id: clockEffectId(after, 'start'), epoch: after.epoch }, ...effects];
  }
  if (!needsWake(before, after)) return [...effects];
  after.seq += 1;
  const wake: Effect = { type: 'wake', id: clockEffectId(after, 'wake') };
  if (after.kind === 'visit' || after.endedAt === null) return [wake, ...effects];
  return [wake, ...effects, { type: 'followUp', id: clockEffectId(after, 'follow') }];
};
