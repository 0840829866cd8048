import { evaluate } from '../condition.ts';
import { readField } from '../fields.ts';
import type { Limit } from '../limit.ts';
import type { Instant } from '../time.ts';
import { endPause, startClock, stopClocks } from './clocks.ts';
import type { Status, StepOf } from './definition.ts';
import type { MailReason } from './effect.ts';
import type { Happening } from './entry.ts';
import { askOnEntry, isUnreached, type RaiseReason, stopLevelTimer } from './ladder.ts';
import { tellResident } from './resident.ts';
import {
  dueFrom,
  findStep,
  involve,
  limitOf,
  mail,
  maxHops,
  openLinked,
  peopleOf,
  type Run,
  record,
  tellOrigin,
  tellVisited,
} from './run.ts';
import { sentByMessage } from './visit-acts.ts';

export function setStatus(run: Run, status: Status): void {
  const from = run.item.status;
  if (from === status) return;
  run.item.status = status;
  record(run, { type: 'status', from, to: status });
}

/** A definition that was never checked may loop or lead nowhere: the item stops, says why, and an alarm counts it. */
export function stop(run: Run, why: string): void {
  run.item.stuck = why;
  record(run, { type: 'stuck', why }, 'system');
}

/** Ends a pause, by hand, at its cap or because the step is left: status and resolve clock go on where they stood. */
export function resume(run: Run): void {
  const { pause } = run.item;
  if (!pause) return;
  endPause(run);
  setStatus(run, pause.status);
}

/** Leaves the current step and runs through steps until one waits, the item ends, or the loop guard stops it. */
export function goTo(run: Run, target: string, why: MailReason = 'asked'): void {
  let next: string | null = target;
  let reason = why;
  resume(run);
  run.item.stuck = null;
  while (next !== null) {
    run.hops += 1;
    if (run.hops > maxHops) return stop(run, `loops at ${next}`);
    const step = findStep(run.definition, next);
    if (!step) return stop(run, `no step ${next}`);
    run.item.step = step.id;
    run.item.entered += 1;
    run.path.push(step.id);
    run.item.ask = null;
    run.item.wait = null;
    switch (step.type) {
      case 'assign':
        next = assign(run, step);
        break;
      case 'notify':
        next = notify(run, step);
        break;
      case 'ask':
        next = ask(run, step, reason);
        reason = 'asked';
        break;
      case 'branch':
        next = branch(run, step);
        break;
      case 'wait':
        next = wait(run, step);
        break;
      case 'set':
        next = set(run, step);
        break;
      case 'open':
        openLinked(run, step, record(run, openedBy(run, step), 'system'));
        next = step.next;
        break;
      case 'end':
        return end(run, step);
    }
  }
}

const openedBy = ({ item: { visit } }: Run, { kind }: StepOf<'open'>): Happening =>
  visit?.of && kind !== 'visit'
    ? { type: 'reopens', item: visit.of.item, number: visit.of.number, kind: visit.of.kind }
    : { type: 'opened', kind };

function assign(run: Run, step: StepOf<'assign'>): string {
  let person: string | null = null;
  for (const recipient of step.to) {
    person = peopleOf(run, [recipient])[0] ?? null;
    if (person !== null) break;
  }
  run.item.owner = person;
  record(run, { type: 'assigned', person }, 'system');
  return step.next;
}

function notify(run: Run, step: StepOf<'notify'>): string {
  if (step.to === 'resident') {
    tellResident(run, step.template, null);
    sentByMessage(run);
  } else {
    const people = peopleOf(run, step.to);
    // Praise is no escalation: whoever hears of it need not hear the end.
    if (!run.item.visit) involve(run, people);
    const cause = record(run, { type: 'informed', people }, 'system');
    for (const person of people) mail(run, person, { reason: 'informed', template: step.template }, cause);
  }
  return step.next;
}

function ask(run: Run, step: StepOf<'ask'>, reason: MailReason): string | null {
  const { item } = run;
  setStatus(run, step.status);
  item.ask = {
    id: item.entered,
    level: 0,
    timer: 0,
    since: run.now,
    asked: [],
    due: null,
    dueLimit: null,
    repeated: 0,
    reminder: null,
  };
  return askOnEntry(run, step, reason) === 'exhausted' ? exhausted(run, step) : null;
}

/** The last level is done with. @returns the step's target; null: that is the step itself, which waits for whoever looks */
function exhausted(run: Run, step: StepOf<'ask'>): string | null {
  const unreached = run.item.ask !== null && isUnreached(run.item.ask);
  record(run, { type: 'exhausted', ...(unreached && { unreached }) }, 'system');
  const target = (unreached ? step.unreached : undefined) ?? step.exhausted;
  if (target !== step.id) return target;
  if (run.item.ask) stopLevelTimer(run.item.ask);
  return null;
}

/** Leaves a step whose last level is done with. */
export function exhaust(run: Run, step: StepOf<'ask'>): void {
  const target = exhausted(run, step);
  if (target !== null) goTo(run, target);
}

function branch(run: Run, step: StepOf<'branch'>): string {
  const facts = { directory: run.facts.directory, calendar: run.facts.calendar, now: run.now };
  const found = step.cases.find(({ when }) => evaluate(when, (field) => readField(run.item, facts, field)));
  return found?.next ?? step.otherwise;
}

/** The instant a `wait` step names; null when the item has none. */
function instantField(run: Run, name: string): number | null {
  const { directory, calendar } = run.facts;
  const value = readField(run.item, { directory, calendar, now: run.now }, name);
  return typeof value === 'number' ? value : null;
}

/** How long one waits in the step from `since` on; `until` null: the date it names is not there. */
export function waitUntil(
  run: Run,
  step: StepOf<'wait'>,
  since: Instant,
): { limit: Limit | null; until: Instant | null } {
  const limit = step.for === undefined ? null : limitOf(run.item, step.for);
  return { limit, until: limit ? dueFrom(run, since, limit) : step.until ? instantField(run, step.until) : null };
}

function wait(run: Run, step: StepOf<'wait'>): string | null {
  const { item, now } = run;
  const { limit, until } = waitUntil(run, step, now);
  if (until === null || until <= now) return step.next;
  item.wait = { since: now, limit, until };
  return null;
}

function set(run: Run, step: StepOf<'set'>): string {
  const { item } = run;
  if (step.severity && step.severity !== item.severity) {
    record(run, { type: 'severity', from: item.severity, to: step.severity }, 'system');
    item.severity = step.severity;
  }
  if (step.status) setStatus(run, step.status);
  if (step.raise) raiseBy(run, step.raise.levels, step.raise.why);
  if (step.raise?.why === 'reopened') {
    item.reopened += 1;
    item.reopenedAt = run.now;
  }
  for (const name of step.restart ?? []) startClock(run, name, run.now);
  Object.assign(item.fields, step.fields);
  return step.next;
}

/** So many levels up, for whoever is asked next. */
export function raiseBy(run: Run, levels: number, why: RaiseReason): void {
  const { item } = run;
  const to = Math.max(item.level, Math.min(item.level + levels, highestLevel(run)));
  record(run, { type: 'raised', from: item.level, to, why }, 'system');
  item.level = to;
  item.raised = true;
}

/** Top of the longest ladder: no level is told that nobody stands on. A workflow without ladders counts for itself. */
const highestLevel = ({ definition }: Run): number =>
  Math.max(...definition.steps.map((step) => (step.type === 'ask' ? step.levels.length - 1 : 0))) || 9;

function end(run: Run, step: StepOf<'end'>): void {
  const { item } = run;
  stopClocks(run);
  setStatus(run, step.status);
  item.endedAt = run.now;
  const cause = record(run, { type: 'ended', status: step.status }, 'system');
  const listeners = item.owner && !item.involved.includes(item.owner) ? [...item.involved, item.owner] : item.involved;
  for (const person of listeners)
    if (person !== run.by) mail(run, person, { reason: 'ended', template: step.template ?? 'ended' }, cause);
  tellOrigin(run, cause);
  tellVisited(run, cause);
}
