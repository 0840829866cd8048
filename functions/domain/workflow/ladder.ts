import { deadline } from '../add-limit.ts';
import { isOpen } from '../calendar.ts';
import type { ClockName, PersonId } from '../item.ts';
import type { Level, StepOf } from './definition.ts';
import type { MailReason } from './effect.ts';
import type { Happening } from './entry.ts';
import { involve, limitOf, mail, peopleOf, type Run, record } from './run.ts';

type AskStep = StepOf<'ask'>;
export type RaiseReason = Extract<Happening, { type: 'raised' }>['why'];

const levelPeople = (run: Run, level: Level): PersonId[] =>
  peopleOf(run, level.outside && !isOpen(run.facts.calendar, run.now) ? level.outside : level.to);

/** Sets the level's own timer, counted from now: expiry, and reminders while it waits. */
function startLevelTimer(run: Run, level: Level, index: number): void {
  const { item, facts, now } = run;
  if (!item.ask) return;
  item.ask.timer = index;
  const within = level.within === undefined ? null : limitOf(item, level.within);
  item.ask.since = now;
  item.ask.due = within && deadline(now, within, facts.calendar);
  item.ask.dueLimit = within;
  item.ask.reminder = level.reminders
    ? { next: deadline(now, limitOf(item, level.reminders.after), facts.calendar), left: level.reminders.times }
    : null;
}

function tellAsked(
  run: Run,
  index: number,
  people: readonly PersonId[],
  reason: MailReason,
  again: boolean,
  template?: string,
): void {
  const { ask } = run.item;
  if (!ask) return;
  for (const person of people) {
    const known = ask.asked.find((asked) => asked.person === person && asked.level === index);
    if (known) Object.assign(known, { at: run.now, reached: true });
    else ask.asked.push({ person, level: index, at: run.now, reached: true, confirmed: false });
  }
  if (index > 0) involve(run, people);
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
export function askOnEntry(run: Run, step: AskStep, reason: MailReason): 'asked' | 'exhausted' {
  const { item } = run;
  const last = step.levels.length - 1;
  const start = Math.min(item.level, last);
  const first = step.levels[0];
  if (!item.ask || !first) return 'exhausted';
  item.ask.level = start;
  const people = levelPeople(run, first);
  const climb = start > 0 && (item.raised || people.length === 0);
  if (people.length === 0) record(run, { type: 'skipped', skippedLevel: 0, why: 'empty' }, 'system');
  else {
    startLevelTimer(run, first, 0);
    tellAsked(run, 0, people, reason, false, step.template);
  }
  item.raised = false;
  if (climb) return askLevel(run, step, start, false);
  return people.length > 0 ? 'asked' : askLevel(run, step, start + 1, false);
}

/** Asks the people of a level; one that resolves to nobody is skipped at once and the next one is asked. */
export function askLevel(run: Run, step: AskStep, from: number, again: boolean): 'asked' | 'exhausted' {
  const { item } = run;
  if (!item.ask) return 'exhausted';
  for (let index = from; index < step.levels.length; index += 1) {
    const level = step.levels[index];
    if (!level) break;
    const people = levelPeople(run, level);
    item.ask.level = Math.max(item.ask.level, index);
    item.level = Math.max(item.level, index);
    if (people.length === 0) {
      record(run, { type: 'skipped', skippedLevel: index, why: 'empty' }, 'system');
      continue;
    }
    if (!again) item.ask.repeated = 0;
    startLevelTimer(run, level, index);
    tellAsked(run, index, people, index > 0 ? 'raised' : 'asked', again);
    return 'asked';
  }
  return 'exhausted';
}

/**
 * One level up. A clock missed at the top asks the top again unless its own timer already runs.
 * @returns 'exhausted' when there is nobody above and the reason was the level's own expiry.
 */
export function raise(run: Run, step: AskStep, why: RaiseReason, clock?: ClockName): 'asked' | 'exhausted' {
  const { item } = run;
  const { ask } = item;
  if (!ask) return 'exhausted';
  const top = step.levels.length - 1;
  if (ask.level < top) {
    const to = ask.level + 1;
    record(run, { type: 'raised', from: ask.level, to, why, ...(clock && { clock }) });
    return askLevel(run, step, to, false);
  }
  const topAsked = ask.asked.some(({ level }) => level === top);
  if (topAsked && (why === 'expired' || why === 'undeliverable')) return 'exhausted';
  if (!topAsked) return askLevel(run, step, top, false);
  if (ask.due === null && ask.reminder === null) return askLevel(run, step, top, true);
  return 'asked';
}

/** The level's time is up: ask it again while it may repeat, else go up. */
export function expireLevel(run: Run, step: AskStep): 'asked' | 'exhausted' {
  const { ask } = run.item;
  if (!ask) return 'exhausted';
  ask.due = null;
  const level = step.levels[ask.timer];
  if (level?.repeat && ask.repeated < level.repeat) {
    ask.repeated += 1;
    return askLevel(run, step, ask.timer, true);
  }
  return raise(run, step, 'expired');
}

/** Reminds those of the level who have not confirmed; after the last, a level without `within` expires one period on. */
export function remind(run: Run, step: AskStep): void {
  const { item, facts, now } = run;
  const { ask } = item;
  const level = ask && step.levels[ask.timer];
  if (!ask?.reminder || !level?.reminders) return;
  const after = limitOf(item, level.reminders.after);
  const left = ask.reminder.left - 1;
  const next = deadline(now, after, facts.calendar);
  ask.reminder = left > 0 ? { next, left } : null;
  if (left <= 0 && ask.due === null) {
    ask.since = now;
    ask.due = next;
    ask.dueLimit = after;
  }
  const people = ask.asked.filter((one) => one.level === ask.timer && !one.confirmed).map((one) => one.person);
  const cause = record(run, { type: 'reminded', people, left }, 'system');
  for (const person of people)
    mail(run, person, { reason: 'reminder', level: ask.timer, acts: true, due: ask.due }, cause);
}

/** Somebody asked was not reached: when nobody of the level was, the next level is asked at once. */
export function notReached(run: Run, step: AskStep, person: PersonId): 'asked' | 'exhausted' {
  const { ask } = run.item;
  if (!ask) return 'asked';
  for (const asked of ask.asked) if (asked.person === person) asked.reached = false;
  if (ask.asked.some((asked) => asked.reached && asked.level >= Math.min(ask.level, highest(ask.asked))))
    return 'asked';
  record(run, { type: 'skipped', skippedLevel: ask.level, why: 'unreachable' }, 'system');
  ask.due = null;
  ask.reminder = null;
  return raise(run, step, 'undeliverable');
}

const highest = (asked: readonly { level: number }[]): number =>
  asked.reduce((top, { level }) => Math.max(top, level), 0);
