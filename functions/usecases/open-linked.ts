import type { Item } from '#domain/item';
import type { Effect, Opening } from '#domain/workflow/effect';
import type { OpenedOrder, OpenOrder, OrderRequest } from './orders/open-order.ts';
import type { OpenVisitFor } from './visits/open-for-item.ts';

export type Opens = Extract<Effect, { type: 'open' }>;
/** What was opened, for the timeline of the item that wanted it. */
export interface Linked {
  item: string;
  number: string;
}

/**
 * Opens what an item wants opened: a corrective order for a point that failed, an order out of a complaint, whatever a
 * step of its workflow opens. However often the effect is carried out, one. Null: nothing opens items of the kind, or there
 * is no home to visit.
 */
export const createOpenLinked =
  (openOrder: OpenOrder, openVisit: OpenVisitFor) =>
  async (origin: Item, effect: Opens): Promise<Linked | null> => {
    switch (effect.kind) {
      case 'workOrder':
        return linked(await openOrder(orderFor(origin, effect)));
      case 'visit':
        return openVisit(origin, effect);
      case 'complaint':
        return null;
    }
  };
export type OpenLinked = ReturnType<typeof createOpenLinked>;

const linked = ({ id, number }: OpenedOrder): Linked => ({ item: id, number });

/** What a step opens is about the same as the item itself. */
const byStep = (item: Item): Omit<Opening, 'by'> => ({
  why: 'rule',
  asset: item.order?.assets[0]?.id ?? null,
  work: item.intake.description,
  detail: null,
});

function orderFor(origin: Item, { id, what }: Opens): OrderRequest {
  const { why, asset, work, detail } = what ?? byStep(origin);
  const { company, site, building, unit, place, number, kind } = origin;
  return {
    company,
    site,
    key: `open/${id}`,
    work,
    takenBy: what?.by ?? null,
    assets: asset === null ? [] : [asset],
    origin: { item: origin.id, number, kind, why, detail },
    like: origin,
    // Without a facility it is where the item is, and its owner's to see to.
    ...(asset === null && { building, unit, place, responsible: origin.owner }),
  };
}
