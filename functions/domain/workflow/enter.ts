import { deadline } from '../add-limit.ts';
import { evaluate } from '../condition.ts';
import { readField } from '../fields.ts';
import { clockNames, endPause, meetClock, startClock } from './clocks.ts';
import type { Status, StepOf } from './definition.ts';
import type { MailReason } from './effect.ts';
import { askOnEntry } from './ladder.ts';
import { tellResident } from './resident.ts';
import { findStep, involve, limitOf, mail, maxHops, openLinked, peopleOf, type Run, record } from './run.ts';

export function setStatus(run: Run, status: Status): void {
  const from = run.item.status;
  if (from === status) return;
  run.item.status = status;
  record(run, { type: 'status', from, to: status });
}

/** A definition that was never checked may loop or lead nowhere: the item stops, says why, and an alarm counts it. */
function stop(run: Run, why: string): void {
  run.item.stuck = why;
  record(run, { type: 'stuck', why }, 'system');
}

/** Leaves the current step and runs through steps until one waits, the item ends, or the loop guard stops it. */
export function goTo(run: Run, target: string, reason: MailReason = 'asked'): void {
  let next: string | null = target;
  while (next !== null) {
    run.hops += 1;
    if (run.hops > maxHops) return stop(run, `loops at ${next}`);
    const step = findStep(run.definition, next);
    if (!step) return stop(run, `no step ${next}`);
    run.item.step = step.id;
    run.item.entered += 1;
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
        openLinked(run, step, record(run, { type: 'opened', kind: step.kind }, 'system'));
        next = step.next;
        break;
      case 'end':
        return end(run, step);
    }
  }
}

function assign(run: Run, step: StepOf<'assign'>): string {
  const person = step.to.map((recipient) => peopleOf(run, [recipient])[0]).find((one) => one !== undefined) ?? null;
  run.item.owner = person;
  record(run, { type: 'assigned', person }, 'system');
  return step.next;
}

function notify(run: Run, step: StepOf<'notify'>): string {
  if (step.to === 'resident') tellResident(run, step.template, null);
  else {
    const people = peopleOf(run, step.to);
    involve(run, people);
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
  if (askOnEntry(run, step, reason) === 'exhausted') {
    const target = exhaust(run, step);
    // Nobody to ask and nowhere else to go: it waits on its list for whoever looks.
    return target === step.id ? null : target;
  }
  lateOnEntry(run, step);
  return null;
}

/** A clock this step watches was missed before it was entered: whoever took over has the acknowledge limit to act. */
function lateOnEntry(run: Run, step: StepOf<'ask'>): void {
  const { item } = run;
  if (!item.ask || item.ask.due !== null || item.ask.reminder) return;
  const late = step.watch.some((name) => item.clocks[name]?.missedAt != null && item.clocks[name]?.metAt === null);
  if (!late) return;
  item.ask.since = run.now;
  item.ask.dueLimit = item.limits.acknowledge;
  item.ask.due = deadline(run.now, item.limits.acknowledge, run.facts.calendar);
}

/** The last level has expired: on to the step's target. */
export function exhaust(run: Run, step: StepOf<'ask'>): string {
  record(run, { type: 'exhausted' }, 'system');
  return step.exhausted;
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

function wait(run: Run, step: StepOf<'wait'>): string | null {
  const { item, now, facts } = run;
  const limit = step.for === undefined ? null : limitOf(item, step.for);
  const until = limit ? deadline(now, limit, facts.calendar) : step.until ? instantField(run, step.until) : null;
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
  if (step.raise) {
    const to = Math.min(item.level + step.raise.levels, 9);
    record(run, { type: 'raised', from: item.level, to, why: step.raise.why }, 'system');
    item.level = to;
    item.raised = true;
  }
  if (step.raise?.why === 'reopened') item.reopened += 1;
  for (const name of step.restart ?? []) startClock(run, name, run.now);
  Object.assign(item.fields, step.fields);
  return step.next;
}

function end(run: Run, step: StepOf<'end'>): void {
  const { item } = run;
  endPause(run);
  for (const name of clockNames) meetClock(run, name);
  setStatus(run, step.status);
  item.endedAt = run.now;
  const cause = record(run, { type: 'ended', status: step.status }, 'system');
  const listeners = item.owner && !item.involved.includes(item.owner) ? [...item.involved, item.owner] : item.involved;
  for (const person of listeners)
    if (person !== run.by) mail(run, person, { reason: 'ended', template: step.template ?? 'ended' }, cause);
}
