import type { Item, PersonId } from '../item.ts';
import type { Instant } from '../time.ts';
import { type Advanced, advance } from './advance.ts';
import type { Definition } from './definition.ts';
import { nextDue } from './due.ts';
import type { Effect } from './effect.ts';
import { type Move, type NoPlace, placeOf, stepDue } from './move.ts';
import type { WorkflowFacts } from './run.ts';

/** Mails of one moment; `resident`: the resident gets one too. */
export interface NextMails {
  at: Instant;
  people: PersonId[];
  resident: boolean;
}
/** An item as it stands under one version: when its step goes on by itself, and who gets the next mails if nobody acts. */
export interface Standing {
  step: string;
  due: Instant | null;
  next: NextMails | null;
}
export interface MoveOutlook {
  before: Standing;
  after: Standing;
  /** Mails that the move itself sends. */
  now: NextMails | null;
}

/** What one move makes of an item, or why there is no place for it there; `by` as the timeline will say it. */
export function tryMove(
  item: Item,
  move: Move & { by: PersonId },
  to: Definition,
  now: Instant,
  facts: WorkflowFacts,
): Advanced | { refused: NoPlace } {
  const place = placeOf(item, move, to);
  if ('refused' in place) return place;
  const moved = advance(to, item, { type: 'moved', ...move }, now, facts);
  const waits = moved.item.step === place.step && moved.item.endedAt === null && moved.item.stuck === null;
  return waits ? moved : { refused: 'leadsOn' };
}

/** Old and new deadline and next mails of an item that would be moved; nothing is changed. */
export function moveOutlook(
  item: Item,
  move: Move & { by: PersonId },
  to: Definition,
  now: Instant,
  facts: WorkflowFacts,
): MoveOutlook | { refused: NoPlace } {
  const moved = tryMove(item, move, to, now, facts);
  if ('refused' in moved) return moved;
  return {
    before: standing(item, move.from, now, facts),
    after: standing(moved.item, to, now, facts),
    now: mailsOf(moved.effects, now),
  };
}

const standing = (item: Item, definition: Definition, now: Instant, facts: WorkflowFacts): Standing => ({
  step: item.step,
  due: stepDue(item),
  next: nextMails(item, definition, now, facts),
});

/** Timers that pass before one sends a mail are few; a definition may go on for ever. */
const MOST_TIMERS = 20;

/** The first mails that are sent if nobody acts; null: none, however long one waits. */
export function nextMails(item: Item, definition: Definition, now: Instant, facts: WorkflowFacts): NextMails | null {
  let [present, at] = [item, now];
  for (let timer = 0; timer < MOST_TIMERS; timer += 1) {
    const due = nextDue(present);
    if (due === null) return null;
    at = Math.max(at, due.at);
    const { item: after, effects } = advance(definition, present, { type: 'timer' }, at, facts);
    const mails = mailsOf(effects, at);
    if (mails) return mails;
    present = after;
  }
  return null;
}

function mailsOf(effects: readonly Effect[], at: Instant): NextMails | null {
  const people = [...new Set(effects.flatMap((effect) => (effect.type === 'mail' ? [effect.to] : [])))];
  const resident = effects.some(({ type }) => type === 'mailResident');
  return people.length > 0 || resident ? { at, people, resident } : null;
}
