import { digested } from '#domain/plan/digest';
import type { OrderRequest, Orders, PreparedOrder } from '../orders/open-order.ts';

/** Ready to be opened, or why it cannot be. */
export type Ready = { order: PreparedOrder } | { error: unknown };

/** Orders opened at one time, in the order given: everything is made ready first, so that nobody is mailed more than they should be. */
export async function prepareTogether(
  { prepare }: Pick<Orders, 'prepare'>,
  requests: readonly OrderRequest[],
): Promise<Ready[]> {
  const all: Ready[] = [];
  // One after the other: their numbers follow the order of the work.
  for (const request of requests) {
    try {
      all.push({ order: await prepare(request) });
    } catch (error) {
      all.push({ error });
    }
  }
  const sent = digested(
    all.map((one) =>
      'order' in one ? { item: one.order.item.id, effects: one.order.effects } : { item: '', effects: [] },
    ),
  );
  return all.map((one, n) => ('order' in one ? { order: { ...one.order, effects: sent[n] ?? [] } } : one));
}
