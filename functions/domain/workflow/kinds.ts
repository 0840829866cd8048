import type { ActionName } from './action.ts';
import type { ItemKind } from './definition.ts';

const residents: readonly ItemKind[] = ['complaint', 'visit'];
const orders: readonly ItemKind[] = ['workOrder'];
const visits: readonly ItemKind[] = ['visit'];

/** Actions that mean something to some kinds of items only; all others are for every kind. */
const only: Partial<Record<ActionName, readonly ItemKind[]>> = {
  accept: ['complaint'],
  correct: ['complaint'],
  promise: residents,
  reply: residents,
  verdict: residents,
  called: residents,
  openOrder: residents,
  check: orders,
  scan: orders,
  complete: ['workOrder', 'visit'],
  visited: visits,
  giveReason: visits,
};

export const isForKind = (action: ActionName, kind: ItemKind): boolean => only[action]?.includes(kind) ?? true;
