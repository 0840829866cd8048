import type { Item, PersonId } from './item.ts';
import type { ActionName } from './workflow/action.ts';

/**
 * Whether an action makes sense to somebody who may take it: whoever has accepted an order is not asked to accept it, nobody
 * is to be met at a facility, and without a checklist there is none to fill in. The engine takes them all the same.
 */
export function isSensible({ order, owner, status, unit }: Item, person: PersonId, action: ActionName): boolean {
  if (!order) return true;
  switch (action) {
    case 'acknowledge':
      return status !== 'inProgress' || owner !== person;
    case 'noAnswer':
      return unit !== null;
    case 'check':
      return order.checklist !== null;
    default:
      return true;
  }
}
