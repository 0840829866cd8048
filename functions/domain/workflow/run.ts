import { deadline, extendByPause } from '../add-limit.ts';
import type { Calendar } from '../calendar.ts';
import type { CheckAnswer } from '../checklist-answers.ts';
import { correctiveWork } from '../corrective-words.ts';
import { CalendarNeverOpens } from '../errors.ts';
import type { Item, PersonId } from '../item.ts';
import type { Limit } from '../limit.ts';
import type { Checklist, ChecklistItem, ChecklistSection } from '../maintenance.ts';
import type { Directory } from '../organisation.ts';
import type { Recipient } from '../recipients.ts';
import { resolveRecipients } from '../recipients.ts';
import type { Routing } from '../routing.ts';
import type { Language } from '../text.ts';
import { DAY, type Instant, MINUTE } from '../time.ts';
import { outcomeOf } from '../visit.ts';
import type { Definition, LimitRef, Step, StepOf } from './definition.ts';
import type { Effect, MailReason } from './effect.ts';
import type { Entry, Happening } from './entry.ts';

/** What a decision may look at besides the item and the definition: plain data, the same in Lambda, panel and tests. */
export interface WorkflowFacts {
  directory: Directory;
  /** The site's calendar. */
  calendar: Calendar;
  routing: Routing;
  /** Pinned by a work order; null: it has none. Left out: not known here, and nothing of it is required. */
  checklist?: Checklist | null;
}

/** One `advance` in progress: a private copy of the item and what comes of it. */
export interface Run {
  readonly definition: Definition;
  readonly facts: WorkflowFacts;
  readonly now: Instant;
  readonly by: Entry['by'];
  readonly item: Item;
  readonly entries: Entry[];
  readonly effects: Effect[];
  readonly path: string[];
  /** Steps entered in this advance: the loop guard. */
  hops: number;
  /** A timer raised the level in this advance: whoever was asked just now is not passed over for a second reason. */
  raised: boolean;
  /** The item changed though nothing went on the timeline. */
  touched: boolean;
}

/** More steps than this without waiting for anything is a loop; `check` refuses such definitions. */
export const maxHops = 200;

const stepsOf = new WeakMap<Definition, Map<string, Step>>();
/** The step by its id; undefined when a definition that was never checked names one that is not there. */
export function findStep(definition: Definition, id: string): Step | undefined {
  let steps = stepsOf.get(definition);
  if (!steps) {
    steps = new Map(definition.steps.map((step) => [step.id, step]));
    stepsOf.set(definition, steps);
  }
  return steps.get(id);
}

/** The `ask` step the item waits in, if it waits in one. */
export function currentAsk(definition: Definition, item: Item): StepOf<'ask'> | undefined {
  const step = item.ask ? findStep(definition, item.step) : undefined;
  return step?.type === 'ask' ? step : undefined;
}

/** Records what happened; returns its sequence number, the cause of effects that follow. */
export function record(run: Run, happening: Happening, by: Entry['by'] = run.by): number {
  const { item } = run;
  item.seq += 1;
  run.entries.push({ seq: item.seq, at: run.now, by, step: item.step, level: item.level, ...happening });
  return item.seq;
}

const effectId = (run: Run): string => {
  run.item.seq += 1;
  return `${run.item.id}/${run.item.seq}`;
};

export interface MailDetails {
  reason: MailReason;
  template?: string;
  level?: number;
  /** The mail's link acts on the current asking. */
  acts?: boolean;
  due?: Instant | null;
  call?: string;
}

export function mail(run: Run, to: PersonId, details: MailDetails, cause: number): void {
  const { item } = run;
  run.effects.push({
    type: 'mail',
    id: effectId(run),
    to,
    reason: details.reason,
    template: details.template ?? details.reason,
    level: details.level ?? item.level,
    step: item.step,
    ask: details.acts && item.ask ? item.ask.id : null,
    due: details.due ?? null,
    cause,
    ...(details.call && { call: details.call }),
  });
}

/** `report`: to the sender of a report that joined. */
export function mailResident(run: Run, template: string, told: string | null, cause: number, report?: string): void {
  run.effects.push({ type: 'mailResident', id: effectId(run), template, told, cause, ...(report && { report }) });
}

/** Of a visit, opening a complaint or an order is to take up what it asked about again, where there is such. */
export function openLinked(run: Run, step: StepOf<'open'>, cause: number): void {
  const { visit } = run.item;
  if (visit?.of && step.kind !== 'visit') {
    run.effects.push({ type: 'reopen', id: effectId(run), item: visit.of.item, cause });
    return;
  }
  run.effects.push({ type: 'open', id: effectId(run), kind: step.kind, step: step.id, cause });
}

interface Failing {
  asset: string | null;
  section: ChecklistSection;
  item: ChecklistItem;
  answer: CheckAnswer;
  language: Language;
}
/** A point that failed: somebody has to put it right, with a time of their own. */
export function openCorrective(run: Run, { asset, section, item, answer, language }: Failing): void {
  const cause = record(run, { type: 'opened', kind: 'workOrder', why: 'failedCheck', about: item.label }, 'system');
  const work = correctiveWork(item, section, answer, language);
  const what = { why: 'failedCheck', by: answer.by, asset, work, detail: item.label[language] } as const;
  run.effects.push({ type: 'open', id: effectId(run), kind: 'workOrder', step: run.item.step, cause, what });
}

/** A work order that somebody wants for this. */
export function openOrder(run: Run, work: string, asset: string | null, cause: number): void {
  const what = { why: 'complaint', by: run.by, asset, work, detail: null } as const;
  run.effects.push({ type: 'open', id: effectId(run), kind: 'workOrder', step: run.item.step, cause, what });
}

/** What a visit asked about is told what the resident said, where it is not taken up again for it. */
export function tellVisited(run: Run, cause: number): void {
  const { visit, status } = run.item;
  if (visit?.of && status !== 'withdrawn' && outcomeOf(visit) !== 'low')
    run.effects.push({ type: 'tellVisited', id: effectId(run), item: visit.of.item, cause });
}

/** The item that opened this one hears how it ended. */
export function tellOrigin(run: Run, cause: number): void {
  const { origin, status } = run.item;
  if (origin) run.effects.push({ type: 'tellOrigin', id: effectId(run), origin: origin.item, status, cause });
}

/** People behind posts at this moment; every stand-in for somebody absent goes on record. */
export function peopleOf(run: Run, recipients: readonly Recipient[]): PersonId[] {
  const { people, substituted } = resolveRecipients(
    recipients,
    run.item,
    run.facts.directory,
    run.facts.calendar,
    run.now,
  );
  for (const { absent, deputy } of substituted) record(run, { type: 'substituted', absent, deputy }, 'system');
  return people;
}

export const limitOf = (item: Item, reference: LimitRef): Limit =>
  typeof reference === 'string' ? item.limits[reference] : reference;

/**
 * `deadline` on the site's calendar. On one that opens no more it counts on the wall clock, a working day as 24 hours: a
 * complaint must not be forgotten because of a calendar. Publishing a better one moves it.
 */
export function dueFrom(run: Run, start: Instant, limit: Limit): Instant {
  return orWallClock(
    () => deadline(start, limit, run.facts.calendar),
    () => start + ('minutes' in limit ? limit.minutes * MINUTE : Math.max(1, limit.days) * DAY),
  );
}

/** `extendByPause`, on the wall clock where the calendar opens no more. */
export function laterByPause(run: Run, at: Instant, limit: Limit, pause: { from: Instant; to: Instant }): Instant {
  return orWallClock(
    () => extendByPause(at, limit, pause, run.facts.calendar),
    () => at + pause.to - pause.from,
  );
}

function orWallClock(onCalendar: () => Instant, onWallClock: () => Instant): Instant {
  try {
    return onCalendar();
  } catch (error) {
    if (error instanceof CalendarNeverOpens) return onWallClock();
    throw error;
  }
}

export function involve(run: Run, people: readonly PersonId[]): void {
  for (const person of people) if (!run.item.involved.includes(person)) run.item.involved.push(person);
}

/** Whoever was asked once may read what became of it, also after handing it over. */
export function rememberAsked({ item }: Run, people: readonly PersonId[]): void {
  item.wereAsked ??= [];
  for (const person of people) if (!item.wereAsked.includes(person)) item.wereAsked.push(person);
}
