import type { Item } from '../item.ts';
import type { ActionName } from './action.ts';
import type { Definition } from './definition.ts';
import { nobodyAbove } from './ladder.ts';
import { currentAsk } from './run.ts';

/** Possible in every open state, whatever the step: the desk's own verbs. */
export const deskActions = ['correct', 'withdraw', 'called', 'note'] as const satisfies readonly ActionName[];

/** What the item's state allows now, in the order of the step's rules; who may do it is `permission`'s. */
export function offeredActions(item: Item, definition: Definition): ActionName[] {
  const calls = item.calls.some(({ doneAt }) => doneAt === null);
  // The notice of the end may itself be a call to make.
  if (item.endedAt !== null) return calls ? ['called', 'note'] : ['note'];
  const step = currentAsk(definition, item);
  const rules = step?.actions.map(({ action }) => action) ?? [];
  const isTop = step !== undefined && item.ask !== null && nobodyAbove(step, item.ask);
  return [...new Set<ActionName>([...rules, ...deskActions])].filter((name) => {
    if (name === 'called') return calls;
    if (name === 'resume') return item.pause !== null;
    if (name === 'pause') return item.pause === null;
    return !(isTop && (name === 'escalate' || name === 'askSuperior'));
  });
}

export const isOffered = (item: Item, definition: Definition, name: ActionName): boolean =>
  offeredActions(item, definition).includes(name);
