import type { Item } from '../item.ts';
import { outcomeOf } from '../visit.ts';
import type { ActionName } from './action.ts';
import type { Definition, StepOf } from './definition.ts';
import { isForKind } from './kinds.ts';
import { nobodyAbove } from './ladder.ts';
import { currentAsk } from './run.ts';

/** Possible whatever the step: the desk's own verbs, and what puts things right at once. */
export const deskActions = [
  'correct',
  'withdraw',
  'called',
  'recover',
  'giveReason',
  'note',
] as const satisfies readonly ActionName[];
const ofTheDesk: ReadonlySet<ActionName> = new Set(deskActions);

/** What the item's state allows now, in the order of the step's rules; who may do it is `permission`'s. */
export function offeredActions(item: Item, definition: Definition): ActionName[] {
  const rules = currentAsk(definition, item)?.actions.map(({ action }) => action) ?? [];
  return [...new Set<ActionName>([...rules, ...deskActions])].filter((name) => isOffered(item, definition, name));
}

export function isOffered(item: Item, definition: Definition, name: ActionName): boolean {
  if (!isForKind(name, item.kind)) return false;
  // After the end too: the notice of the end may itself be a call to make.
  if (name === 'called') return item.calls.some(({ doneAt }) => doneAt === null);
  if (name === 'giveReason') return item.visit !== null && outcomeOf(item.visit) === 'low';
  if (item.endedAt !== null) return name === 'note';
  // Work on what is everybody's has no resident to put things right for.
  if (name === 'recover' && item.order && item.unit === null) return false;
  if (ofTheDesk.has(name)) return true;
  const step = currentAsk(definition, item);
  return step?.actions.some(({ action }) => action === name) === true && fits(item, step, name);
}

/** What the step offers in general must also make sense now. */
function fits(item: Item, step: StepOf<'ask'>, name: ActionName): boolean {
  switch (name) {
    case 'scan':
      return item.order?.patrol?.over === false;
    case 'resume':
      return item.pause !== null;
    case 'pause':
      return item.pause === null;
    case 'verdict':
      // On what was done, once something was; a visit is made because something was.
      return item.kind === 'visit' || item.clocks.resolve?.metAt !== null;
    case 'escalate':
    case 'askSuperior':
      return item.ask !== null && !nobodyAbove(step, item.ask);
    default:
      return true;
  }
}
