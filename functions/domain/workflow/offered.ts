import type { Item } from '../item.ts';
import type { ActionName } from './action.ts';
import type { Definition } from './definition.ts';
import { currentAsk } from './run.ts';

/** Possible in every open state, whatever the step: the desk's own verbs. */
export const deskActions = ['correct', 'withdraw', 'called', 'note'] as const satisfies readonly ActionName[];

/** What the item's state allows now, in the order of the step's rules; who may do it is `permission`'s. */
export function offeredActions(item: Item, definition: Definition): ActionName[] {
  if (item.endedAt !== null) return ['note'];
  const rules = currentAsk(definition, item)?.actions.map(({ action }) => action) ?? [];
  const desk = deskActions.filter((name) => name !== 'called' || item.calls.some(({ doneAt }) => doneAt === null));
  return [...new Set<ActionName>([...rules, ...desk])].filter(
    (name) => (name !== 'resume' || item.pause !== null) && (name !== 'pause' || item.pause === null),
  );
}

export const isOffered = (item: Item, definition: Definition, name: ActionName): boolean =>
  offeredActions(item, definition).includes(name);
