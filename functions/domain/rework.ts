import type { Item } from './item.ts';
import type { Order } from './order.ts';

/** A repair that is of no kind of facility, and comes back within so many days, is rework. */
export const REWORK_DAYS = 30;

/**
 * What a repair is the rework (返修) of, when `earlier` is the last one there was: a repair that was done, of the same
 * point where both are about one that failed its check. Null: it is no repair, or of something else.
 */
export function findRework({ id, number, status, order, origin }: Item, point: string | null): Order['rework'] {
  if (!order || order.plan !== null || status !== 'closed') return null;
  const other = origin?.why === 'failedCheck' ? origin.detail : null;
  if (point !== null && other !== null && point !== other) return null;
  return { of: id, number, times: (order.rework?.times ?? 0) + 1 };
}
