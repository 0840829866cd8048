import type { Item } from '../item.ts';
import { contactOf } from '../visit.ts';
import { needsWake } from './due.ts';
import type { Effect } from './effect.ts';

/** Ids that are no number are carried out before those that are: mail that waits must not hold up the clock. */
export const clockEffectId = (item: Item, what: 'start' | 'wake' | 'plan' | 'follow' | 'contact'): string =>
  `${item.id}/${what}-${item.seq}`;

/** Adds what the engine does not know of, where the decision needs it: the wake-up, and word to the plan that opened it. */
export const withWake = (before: Item, after: Item, effects: readonly Effect[]): Effect[] => {
  if (before.endedAt !== null && after.endedAt === null) {
    // Taken up again: its execution is over.
    after.epoch += 1;
    after.seq += 1;
    return [{ type: 'start', id: clockEffectId(after, 'start'), epoch: after.epoch }, ...effects];
  }
  const more: Effect[] = [];
  if (needsWake(before, after)) {
    after.seq += 1;
    more.push({ type: 'wake', id: clockEffectId(after, 'wake') });
  }
  // The household was spoken to: its file says so.
  if (before.visit?.answers === null && after.visit && contactOf(after.visit))
    more.push({ type: 'contact', id: clockEffectId(after, 'contact') });
  if (before.endedAt !== null) return [...more, ...effects];
  more.push(...tellingPlan(after));
  const ends = after.endedAt !== null && after.kind !== 'visit';
  return [...more, ...effects, ...(ends ? [{ type: 'followUp' as const, id: clockEffectId(after, 'follow') }] : [])];
};

/** An order that has ended lets the next of its plan come. */
export function tellingPlan(after: Item): Effect[] {
  if (after.endedAt === null || !after.order?.plan) return [];
  after.seq += 1;
  return [{ type: 'tellPlan', id: clockEffectId(after, 'plan') }];
}
