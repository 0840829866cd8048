import { isOpen } from '../calendar.ts';
import type { Ask, ClockName, PersonId } from '../item.ts';
import { isContractor } from '../organisation.ts';
import { personById } from '../recipients.ts';
import { isLate, isTicking } from './clocks.ts';
import type { Level, StepOf } from './definition.ts';
import type { MailReason } from './effect.ts';
import type { Happening } from './entry.ts';
import { dueFrom, involve, limitOf, mail, peopleOf, type Run, record, rememberAsked } from './run.ts';

type AskStep = StepOf<'ask'>;
export type RaiseReason = Extract<Happening, { type: 'raised' }>['why'];
/** 'exhausted': there is nobody above to ask. */
export type Asking = 'asked' | 'exhausted';

/** Whom a level means at this moment. Work climbs to our own people only, whoever was late with it. */
export function levelPeople(run: Run, step: AskStep, level: Level): PersonId[] {
  const { calendar, directory } = run.facts;
  const meant = peopleOf(run, level.outside && !isOpen(calendar, run.now) ? level.outside : level.to);
  const isFirst = step.levels[0] === level;
  const people = meant.filter((person) => isFirst || !isContractor(personById(directory, person)));
  return isInspection(run, step) ? people.filter((person) => person !== run.item.owner) : people;
}

/** An acceptance check (验收): nobody is asked to pass their own work. */
export const isInspection = ({ item }: Run, { actions }: AskStep): boolean =>
  item.order !== null && actions.some(({ action }) => action === 'approve');

/** Sets the level's own timer, counted from now: expiry, and reminders while it waits. */
function startLevelTimer(run: Run, ask: Ask, level: Level, index: number): void {
  const { item, now } = run;
  ask.timer = index;
  const within = level.within === undefined ? null : limitOf(item, level.within);
  ask.since = now;
  ask.due = within && dueFrom(run, now, within);
  ask.dueLimit = within;
  ask.reminder = level.reminders
    ? { since: now, next: dueFrom(run, now, limitOf(item, level.reminders.after)), left: level.reminders.times }
    : null;
}

/** Somebody has shown a sign of life, or there is nobody above: the level waits without a timer of its own. */
export function stopLevelTimer(ask: Ask): void {
  ask.due = null;
  ask.dueLimit = null;
  ask.reminder = null;
}

/** Nobody asked so far was there, or could be reached. */
export const isUnreached = (ask: Ask): boolean => !ask.asked.some(({ reached }) => reached);

/** Whether a timer of the level runs. */
export const isTimed = (ask: Ask): boolean => ask.due !== null || ask.reminder !== null;

function tellAsked(
  run: Run,
  ask: Ask,
  index: number,
  people: readonly PersonId[],
  reason: MailReason,
  again: boolean,
  template?: string,
): void {
  for (const person of people) {
    const known = ask.asked.find((asked) => asked.person === person && asked.level === index);
    if (known) Object.assign(known, { at: run.now, reached: true, confirmed: false });
    else ask.asked.push({ person, level: index, at: run.now, reached: true, confirmed: false });
  }
  if (index > 0) involve(run, people);
  rememberAsked(run, people);
  const cause = record(run, { type: 'asked', people: [...people], due: ask.due, again }, 'system');
  for (const person of people)
    mail(
      run,
      person,
      {
        reason: run.by === person && reason === 'asked' ? 'nextStep' : reason,
        level: index,
        acts: true,
        due: ask.due,
        ...(template && { template }),
      },
      cause,
    );
}

/**
 * On entry: the lowest level is asked (whoever owns or takes the item), and the people of the item's level too when it
 * was just raised on the way in. The level never falls: the timer that runs is that of the lowest level, and what it
 * leads to is the level above the item's.
 */
export function askOnEntry(run: Run, step: AskStep, reason: MailReason): Asking {
  const { item } = run;
  const last = step.levels.length - 1;
  const start = Math.min(item.level, last);
  const first = step.levels[0];
  if (!item.ask || !first) return 'exhausted';
  item.ask.level = start;
  const people = levelPeople(run, step, first);
  const climb = start > 0 && (item.raised || people.length === 0);
  if (people.length === 0) record(run, { type: 'skipped', skippedLevel: 0, why: 'empty' }, 'system');
  else {
    startLevelTimer(run, item.ask, first, 0);
    tellAsked(run, item.ask, 0, people, reason, false, step.template);
  }
  item.raised = false;
  if (!climb) return people.length > 0 ? 'asked' : climbTo(run, step, start + 1);
  // Nobody above to hear of it: whoever was asked is asked all the same.
  return climbTo(run, step, start) === 'asked' || people.length > 0 ? 'asked' : 'exhausted';
}

/** Asks the first level from `from` on that has somebody; one that resolves to nobody is skipped at once. */
function climbTo(run: Run, step: AskStep, from: number): Asking {
  const { item } = run;
  const { ask } = item;
  if (!ask) return 'exhausted';
  for (let index = from; index < step.levels.length; index += 1) {
    ask.level = Math.max(ask.level, index);
    item.level = Math.max(item.level, index);
    ask.repeated = 0;
    if (askLevel(run, ask, step, index, false)) return 'asked';
    record(run, { type: 'skipped', skippedLevel: index, why: 'empty' }, 'system');
  }
  return 'exhausted';
}

/** Asks the people of one level; `again`: those who have confirmed are left in peace. @returns false: nobody (left) to ask */
function askLevel(run: Run, ask: Ask, step: AskStep, index: number, again: boolean): boolean {
  const level = step.levels[index];
  if (!level) return false;
  const confirmed = (person: PersonId) =>
    ask.asked.some((asked) => asked.person === person && asked.level === index && asked.confirmed);
  const people = levelPeople(run, step, level).filter((person) => !again || !confirmed(person));
  if (people.length === 0) return false;
  startLevelTimer(run, ask, level, index);
  tellAsked(run, ask, index, people, index > 0 ? 'raised' : 'asked', again, index > 0 ? undefined : step.template);
  return true;
}

/**
 * One level up. At the top, the top is asked again unless its own timer runs; it is exhausted when that has run out or
 * nobody in it was reached.
 */
export function raise(run: Run, step: AskStep, why: RaiseReason, clock?: ClockName): Asking {
  const { ask } = run.item;
  if (!ask) return 'exhausted';
  const top = step.levels.length - 1;
  if (ask.level < top) {
    const to = ask.level + 1;
    record(run, { type: 'raised', from: ask.level, to, why, ...(clock && { clock }) });
    return climbTo(run, step, to);
  }
  const topAsked = ask.asked.some(({ level }) => level === top);
  if (topAsked && (why === 'undeliverable' || (why === 'expired' && ask.timer === top))) return 'exhausted';
  if (nobodyAbove(step, ask)) return 'asked';
  return askLevel(run, ask, step, top, topAsked) ? 'asked' : 'exhausted';
}

/** Whether `raise` would ask nobody: the top has been asked and its time runs. */
export function nobodyAbove(step: AskStep, ask: Ask): boolean {
  const top = step.levels.length - 1;
  return ask.timer === top && isTimed(ask) && ask.asked.some(({ level }) => level === top);
}

/** The level's time is up: ask it again while it may repeat, else go up. */
export function expireLevel(run: Run, step: AskStep): Asking {
  const { ask } = run.item;
  if (!ask) return 'exhausted';
  stopLevelTimer(ask);
  const repeat = step.levels[ask.timer]?.repeat ?? 0;
  if (ask.repeated < repeat) {
    ask.repeated += 1;
    if (askLevel(run, ask, step, ask.timer, true)) return 'asked';
    record(run, { type: 'skipped', skippedLevel: ask.timer, why: 'empty' }, 'system');
  }
  return raise(run, step, 'expired');
}

/** Reminds those of the level who have not confirmed; after the last, a level without `within` expires one period on. */
export function remind(run: Run, step: AskStep): void {
  const { item, now } = run;
  const { ask } = item;
  const level = ask && step.levels[ask.timer];
  if (!ask?.reminder || !level?.reminders) return;
  const after = limitOf(item, level.reminders.after);
  const left = ask.reminder.left - 1;
  const next = dueFrom(run, now, after);
  ask.reminder = left > 0 ? { since: now, next, left } : null;
  if (left <= 0 && ask.due === null) {
    ask.since = now;
    ask.due = next;
    ask.dueLimit = after;
  }
  const people = ask.asked
    .filter((one) => one.level === ask.timer && one.reached && !one.confirmed)
    .map((one) => one.person);
  const cause = record(run, { type: 'reminded', people, left }, 'system');
  for (const person of people)
    mail(run, person, { reason: 'reminder', level: ask.timer, acts: true, due: ask.due }, cause);
}

/** Somebody asked was not reached: when nobody of the latest level is left to answer, the next one is asked at once. */
export function notReached(run: Run, step: AskStep, person: PersonId): Asking {
  const { ask } = run.item;
  if (!ask) return 'asked';
  const lost = ask.asked.filter((asked) => asked.person === person && asked.reached);
  if (lost.length === 0) return 'asked';
  for (const asked of lost) asked.reached = false;
  run.touched = true;
  const latest = ask.asked.reduce((highest, { level }) => Math.max(highest, level), 0);
  if (ask.asked.some(({ level, reached, confirmed }) => level === latest && reached && !confirmed)) return 'asked';
  record(run, { type: 'skipped', skippedLevel: latest, why: 'unreachable' }, 'system');
  stopLevelTimer(ask);
  return raise(run, step, 'undeliverable');
}

/** Whoever was asked and has not confirmed is no longer there: `to` is asked instead, by the time they had. */
export function askInstead(run: Run, step: AskStep, person: PersonId, to: PersonId): void {
  const { ask } = run.item;
  if (!ask) return;
  const left = ask.asked.filter((asked) => asked.person === person && !asked.confirmed);
  ask.asked = ask.asked.filter((asked) => !left.includes(asked));
  for (const { level } of left) {
    if (ask.asked.some((asked) => asked.person === to && asked.level === level)) run.touched = true;
    else tellAsked(run, ask, level, [to], level > 0 ? 'raised' : 'asked', false, level > 0 ? undefined : step.template);
  }
}

/** The ladder has nowhere to go and was meant to end there: it waits for whoever looks at its list. */
export function waitsForGood(step: AskStep, ask: Ask): boolean {
  const top = step.levels.length - 1;
  if (step.exhausted === step.id && ask.level >= top) return true;
  if (step.unreached === step.id && isUnreached(ask)) return true;
  const level = step.levels[ask.timer];
  return ask.timer === top && step.watch.length === 0 && !level?.within && !level?.reminders;
}

/**
 * Sees to it that nothing is acknowledged and then forgotten: an asking whose level timer has stopped, with no promise
 * and no watched clock left to wake it, gets a time of its own, after which the next level is asked. That is the
 * acknowledge limit while a watched clock is overdue (time to promise, reply or finish), else the resolve limit.
 */
export function keepWatch(run: Run, step: AskStep): void {
  const { item, now } = run;
  const { ask, clocks } = item;
  if (!ask || isTimed(ask) || item.pause || waitsForGood(step, ask)) return;
  // The windows of a walk wake it.
  if (item.order?.patrol?.over === false) return;
  if (clocks.reply?.promised != null && isTicking(clocks.reply)) return;
  const isOverdue = step.watch.some((name) => isLate(clocks[name]));
  if (!isOverdue && step.watch.some((name) => isTicking(clocks[name]))) return;
  ask.timer = 0;
  ask.since = now;
  ask.dueLimit = isOverdue ? item.limits.acknowledge : item.limits.resolve;
  ask.due = dueFrom(run, now, ask.dueLimit);
}
