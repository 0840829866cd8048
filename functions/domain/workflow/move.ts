import { canonical } from '../canonical.ts';
import type { Ask, Item } from '../item.ts';
import type { Limit } from '../limit.ts';
import type { Instant } from '../time.ts';
import type { Definition, Level, LimitRef, StepOf } from './definition.ts';
import { goTo, setStatus, waitUntil } from './enter.ts';
import { recomputeCalls } from './recompute.ts';
import { dueFrom, findStep, limitOf, type Run, record } from './run.ts';

/** Why an item cannot go on by another version. */
export const noPlaces = [
  'ended',
  /** Its step is not there any more, and none was chosen for those that stand there. */
  'noStep',
  /** A step of that name is there, of another type. */
  'otherType',
  /** It has climbed to a level that is not there any more. */
  'noLevel',
  /** It would have to enter another step, which ends a pause that somebody took for a reason. */
  'paused',
  /** The chosen step is not there, or is not one in which an item waits. */
  'badStep',
  /** In the chosen step there is nobody to ask, or nothing to wait for: it would go on from there at once. */
  'leadsOn',
] as const;
export type NoPlace = (typeof noPlaces)[number];

export interface Move {
  /** What the item has run on so far; the definition given to `advance` is the one it goes to. */
  from: Definition;
  to: Item['workflow'];
  /** Where it goes if it cannot stay where it stands. */
  step: string | null;
}

type Levels = readonly Level[];
/** Where an item would stand: in its own step, its levels as they are counted there, or anew in another step. */
export type Place =
  | { stays: true; step: string; level: (index: number) => number }
  | { stays: false; step: string }
  | { refused: NoPlace };

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/**
 * Its own step where the new version has one of that id and type and, for an asking, the level it has climbed to; else
 * the step chosen for those that stand there, which must be one that waits.
 */
export function placeOf(item: Item, { from, step: chosen }: Pick<Move, 'from' | 'step'>, to: Definition): Place {
  if (item.endedAt !== null) return { refused: 'ended' };
  const own = ownPlace(item, from, to);
  if (!('refused' in own) || chosen === null) return own;
  const type = findStep(to, chosen)?.type;
  if (type !== 'ask' && type !== 'wait') return { refused: 'badStep' };
  return item.pause ? { refused: 'paused' } : { stays: false, step: chosen };
}

function ownPlace(item: Item, from: Definition, to: Definition): Place {
  const [before, after] = [findStep(from, item.step), findStep(to, item.step)];
  if (!after) return { refused: 'noStep' };
  if (item.stuck !== null || before?.type !== after.type) return { refused: 'otherType' };
  if (item.wait && after.type === 'wait') return { stays: true, step: after.id, level: (index) => index };
  if (!item.ask || before.type !== 'ask' || after.type !== 'ask') return { refused: 'otherType' };
  const level = sameLevels(before.levels, after.levels, item.ask.level);
  return level ? { stays: true, step: after.id, level } : { refused: 'noLevel' };
}

/**
 * A level is known by whom it asks: one put in or taken out below moves those above. The lowest stays the lowest, and
 * where recipients do not tell, the count does. Null: there is no such level.
 */
function sameLevels(from: Levels, to: Levels, highest: number): ((index: number) => number) | null {
  const people = ({ to: whom, outside }: Level) => canonical([whom, outside]);
  const known = to.map(people);
  const found = [0];
  for (const [index, level] of from.entries()) {
    if (index === 0 || index > highest) continue;
    const after = known.indexOf(people(level), (found.at(-1) ?? 0) + 1);
    if (after < 0) return highest < to.length ? (unmoved) => unmoved : null;
    found.push(after);
  }
  return (index) => found[index] ?? index;
}

/** The item goes on by another version. Where there is no place for it nothing changes. */
export function move(run: Run, event: Move): void {
  const { item, definition } = run;
  const { id, version } = item.workflow;
  const place = placeOf(item, event, definition);
  if ('refused' in place || (id === event.to.id && version === event.to.version)) return;
  item.workflow = { ...event.to };
  const versions = { from: version, to: event.to.version };
  if (!place.stays) {
    record(run, { type: 'moved', ...versions, place: findStep(definition, place.step)?.label });
    goTo(run, place.step);
    return;
  }
  const before = stepDue(item);
  stay(run, event.from, place.level);
  const after = stepDue(item);
  record(run, { type: 'moved', ...versions, ...(before !== after && { due: { from: before, to: after } }) });
}

/** When the step itself goes on if nobody acts: the asking's level expires, the wait is over. */
export const stepDue = ({ ask, wait }: Item): Instant | null => ask?.due ?? wait?.until ?? null;

function stay(run: Run, from: Definition, level: (index: number) => number): void {
  const { item } = run;
  const [before, after] = [findStep(from, item.step), findStep(run.definition, item.step)];
  if (before?.type === 'ask' && after?.type === 'ask' && item.ask) stayAsked(run, item.ask, before, after, level);
  if (after?.type === 'wait' && item.wait) {
    const { limit, until } = waitUntil(run, after, item.wait.since);
    item.wait = { since: item.wait.since, limit, until: unlessPassed(run, item.wait.until, until ?? run.now) };
  }
  recomputeCalls(run);
}

type AskStep = StepOf<'ask'>;

/** Those asked stay asked, by the limits of the new version counted from the same moment. */
function stayAsked(run: Run, ask: Ask, before: AskStep, after: AskStep, level: (index: number) => number): void {
  const { item } = run;
  if (item.pause) item.pause = { ...item.pause, status: after.status };
  else setStatus(run, after.status);
  const [was, is] = [before.levels[ask.timer], after.levels[level(ask.timer)]];
  ask.level = level(ask.level);
  ask.timer = level(ask.timer);
  for (const asked of ask.asked) asked.level = level(asked.level);
  item.level = Math.max(item.level, ask.level);
  if (was && is) retime(run, ask, was, is);
}

/** A level's timer that somebody's sign of life has stopped, or that the engine set by itself, is left as it is. */
function retime(run: Run, ask: Ask, was: Level, is: Level): void {
  const { item, now } = run;
  const limit = (reference: LimitRef | undefined): Limit | null =>
    reference === undefined ? null : limitOf(item, reference);
  const lastLimit = limit(was.within) ?? (ask.reminder ? null : limit(was.reminders?.after));
  const runs = ask.due !== null && same(ask.dueLimit, lastLimit);
  const neverRan = !was.within && !was.reminders && ask.due === null;
  if (!runs && !ask.reminder && !neverRan) return;
  const reminder = remindersFrom(run, ask, was, is);
  const within = limit(is.within) ?? (reminder ? null : limit(is.reminders?.after));
  ask.due = within && unlessPassed(run, ask.due, dueFrom(run, ask.since, within));
  ask.dueLimit = within;
  ask.reminder = reminder;
  if (ask.due !== null && ask.due <= now) ask.reminder = null;
}

/** Reminders already sent count; those that would have been due by now are not sent after the event. */
function remindersFrom(run: Run, ask: Ask, was: Level, is: Level): Ask['reminder'] {
  const { item, now } = run;
  if (!is.reminders) return null;
  const sent = was.reminders ? was.reminders.times - (ask.reminder?.left ?? 0) : 0;
  const left = is.reminders.times - sent;
  if (left <= 0) return null;
  if (ask.reminder && same(was.reminders?.after, is.reminders.after)) return { ...ask.reminder, left };
  const after = limitOf(item, is.reminders.after);
  const since = ask.reminder?.since ?? (was.reminders ? now : ask.since);
  const next = dueFrom(run, since, after);
  return next > now ? { since, next, left } : { since: now, next: dueFrom(run, now, after), left };
}

/** One that has passed stays as it is, to be acted on once; one that would have passed by now is due at once. */
const unlessPassed = ({ now }: Run, before: Instant | null, after: Instant): Instant =>
  before !== null && before <= now ? before : Math.max(after, now);
