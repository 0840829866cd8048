import type { ClockName, Item } from '../item.ts';
import type { Instant } from '../time.ts';
import { act } from './act.ts';
import { clockNames, missClock, startClock } from './clocks.ts';
import { copyItem } from './copy-item.ts';
import type { Definition, StepOf } from './definition.ts';
import { type Due, nextDue } from './due.ts';
import type { Effect } from './effect.ts';
import { exhaust, goTo, raiseBy, resume, stop } from './enter.ts';
import type { AsFiled, Entry } from './entry.ts';
import type { Event } from './event.ts';
import { askInstead, expireLevel, keepWatch, notReached, raise, remind } from './ladder.ts';
import { move } from './move.ts';
import { missPoints } from './patrol-acts.ts';
import { recompute } from './recompute.ts';
import { reopen } from './reopen.ts';
import { callerNotReached, callResident, lateCall } from './resident.ts';
import { actAsResident, join } from './resident-acts.ts';
import { currentAsk, findStep, mail, maxHops, peopleOf, type Run, record, type WorkflowFacts } from './run.ts';
import { messageLost } from './visit-acts.ts';

/** What one event makes of an item. `item.version` is the caller's to raise. */
export interface Advanced {
  item: Item;
  entries: Entry[];
  effects: Effect[];
  /** Ids of the steps entered, in order. */
  path: string[];
  /** False: the item is as before, and nothing need be stored. True may come without entries: a step entered that only waits. */
  changed: boolean;
}

/**
 * The engine: pure, total, deterministic. Whatever happened, in whatever order, it answers with the item as it stands
 * after it, what goes on the timeline and what is to be sent; it never throws for an event and never sends after the end.
 *
 * A `timer` does everything due by `now`, in order of its due time, each counted from `now`; it raises the level once at
 * most, so that an outage never climbs several levels at once. An action does not fire what is due: a click at, or after,
 * a deadline whose timer has not been there yet is in time for the ladder, though not for the resident's clocks.
 */
export function advance(
  definition: Definition,
  before: Item,
  event: Event,
  now: Instant,
  facts: WorkflowFacts,
): Advanced {
  const by = actorOf(event);
  const item = copyItem(before);
  const run: Run = {
    definition,
    facts,
    now,
    by,
    item,
    entries: [],
    effects: [],
    path: [],
    hops: 0,
    raised: false,
    touched: false,
  };
  if (item.stuck === null || by !== 'system') handle(run, event);
  const changed = run.touched || run.entries.length > 0 || item.entered !== before.entered;
  if (changed && run.entries[0]?.type !== 'refused') settle(run);
  if (changed) item.updatedAt = now;
  return { item, entries: run.entries, effects: run.effects, path: run.path, changed };
}

function actorOf(event: Event): Run['by'] {
  if (event.type === 'action' || event.type === 'moved') return event.by;
  return event.type === 'resident' || event.type === 'joined' ? 'resident' : 'system';
}

const asFiled = (item: Item): AsFiled => ({
  building: item.building,
  unit: item.unit,
  category: item.category,
  department: item.department,
  severity: item.severity,
  major: item.major,
  limits: item.limits,
  fields: { ...item.fields },
});

/** Whatever happened, an item that stays open has something to wake it, unless it waits for nobody by design. */
function settle(run: Run): void {
  const step = currentAsk(run.definition, run.item);
  if (step && run.item.endedAt === null && run.item.stuck === null) keepWatch(run, step);
}

function handle(run: Run, event: Event): void {
  const { item } = run;
  switch (event.type) {
    case 'filed':
      if (item.entered > 0) return;
      return filed(run, event);
    case 'timer':
      return fireDue(run);
    case 'action':
      return act(run, event.action, event);
    case 'resident':
      return actAsResident(run, event.act, event.report, event.form);
    case 'joined':
      return join(run, event.report);
    case 'undeliverable':
      return undeliverable(run, event);
    case 'residentUndeliverable':
      if (item.endedAt !== null) return;
      return item.visit ? messageLost(run) : callResident(run, event.template, event.told);
    case 'replaced':
      return replaced(run, event);
    case 'linkedEnded':
      return linkedEnded(run, event);
    case 'visitReopened':
      return reopen(run, event);
    case 'recomputed':
      return recompute(run);
    case 'moved':
      return move(run, event);
  }
}

function filed(run: Run, { answers, care }: Extract<Event, { type: 'filed' }>): void {
  const { item } = run;
  const kind = item.order ? 'workOrder' : item.visit ? 'visit' : undefined;
  const as = { as: asFiled(item), ...(answers?.length && { answers }) };
  // What a plan or another item opened was filed by nobody.
  const by = item.intake.takenBy ?? (kind ? 'system' : 'resident');
  record(run, { type: 'filed', ...(kind && { kind }), ...as }, by);
  // The clock of a work order starts when somebody accepts it, that of a visit when it is due.
  if (!kind) for (const name of clockNames) startClock(run, name, item.createdAt);
  if (care) raiseBy(run, 1, 'care');
  goTo(run, run.definition.start);
}

function replaced(run: Run, { person, to }: Extract<Event, { type: 'replaced' }>): void {
  const { item } = run;
  if (item.endedAt !== null) return;
  if (item.owner === person) {
    item.owner = to;
    record(run, { type: 'assigned', person: to });
  }
  const step = currentAsk(run.definition, item);
  if (step) askInstead(run, step, person, to);
}

/** What it waited for is done: a pause is over, and the owner hears of it. */
function linkedEnded(run: Run, { item: id, number, kind, status }: Extract<Event, { type: 'linkedEnded' }>): void {
  const { item } = run;
  if (item.endedAt !== null) return;
  const cause = record(run, { type: 'linkedEnded', item: id, number, kind, status });
  resume(run);
  for (const person of peopleOf(run, [{ kind: 'owner' }]))
    mail(run, person, { reason: 'linkedEnded', level: 0, acts: true }, cause);
}

function undeliverable(run: Run, { person, ask, call }: Extract<Event, { type: 'undeliverable' }>): void {
  if (run.item.endedAt !== null) return;
  if (call !== undefined) callerNotReached(run, call, person);
  const step = currentAsk(run.definition, run.item);
  if (step && run.item.ask?.id === ask && notReached(run, step, person) === 'exhausted') exhaust(run, step);
}

function fireDue(run: Run): void {
  for (let due = nextDue(run.item); due !== null && due.at <= run.now; due = nextDue(run.item)) {
    run.hops += 1;
    if (run.hops > maxHops) return stop(run, 'time stands still');
    fire(run, due);
  }
}

function fire(run: Run, due: Due): void {
  const { item, definition } = run;
  const step = currentAsk(definition, item);
  switch (due.what) {
    case 'pause':
      return endOfPause(run);
    case 'call':
      return lateCall(run, due.call);
    case 'clock':
      return missed(run, step, due.clock);
    case 'level':
      if (!step) return stop(run, `no step ${item.step}`);
      run.raised = true;
      if (expireLevel(run, step) === 'exhausted') exhaust(run, step);
      return;
    case 'reminder':
      return step ? remind(run, step) : stop(run, `no step ${item.step}`);
    case 'point':
      return missPoints(run, step);
    case 'wait': {
      const waiting = findStep(definition, item.step);
      return waiting?.type === 'wait' ? goTo(run, waiting.next) : stop(run, `no step ${item.step}`);
    }
  }
}

/** A deadline of the resident's passed: a superior hears of it where the step watches that clock, or it was a promise. */
function missed(run: Run, step: StepOf<'ask'> | undefined, name: ClockName): void {
  const { item } = run;
  const clock = item.clocks[name];
  if (!clock) return;
  const promised = clock.promised !== null;
  const cause = missClock(run, name, clock);
  if (!step || run.raised || !(promised || step.watch.includes(name))) return;
  run.raised = true;
  const { ask, owner, level } = item;
  const outcome = raise(run, step, promised ? 'promiseBroken' : 'missed', name);
  if (outcome === 'exhausted') return exhaust(run, step);
  const justAsked = ask?.asked.filter(({ at }) => at === run.now).map(({ person }) => person) ?? [];
  if (owner === null || item.level === level) return;
  for (const person of peopleOf(run, [{ kind: 'owner' }]))
    if (!justAsked.includes(person)) mail(run, person, { reason: 'overdue', level: 0, acts: true }, cause);
}

/** The longest pause is over: whoever paused is told that it goes on. */
function endOfPause(run: Run): void {
  const cause = record(run, { type: 'resumed' });
  resume(run);
  for (const person of peopleOf(run, [{ kind: 'owner' }]))
    mail(run, person, { reason: 'reminder', level: 0, acts: true }, cause);
}
