import type { Item } from '../item.ts';
import type { Instant } from '../time.ts';
import { act, resume } from './act.ts';
import { startClock } from './clocks.ts';
import type { Definition } from './definition.ts';
import { type Due, nextDue } from './due.ts';
import type { Effect } from './effect.ts';
import { exhaust, goTo } from './enter.ts';
import type { Entry } from './entry.ts';
import type { Event } from './event.ts';
import { expireLevel, notReached, type RaiseReason, raise, remind } from './ladder.ts';
import { recompute } from './recompute.ts';
import { callResident, lateCall } from './resident.ts';
import { copyItem, currentAsk, maxHops, type Run, record, type WorkflowFacts } from './run.ts';

/** What one event makes of an item. `item.version` is the caller's to raise: a decision that changes nothing need not be stored. */
export interface Advanced {
  item: Item;
  entries: Entry[];
  effects: Effect[];
}

/**
 * The engine: pure, total, deterministic. Whatever happened, in whatever order, it answers with the item as it stands
 * after it, what goes on the timeline and what is to be sent; it never throws for an event and never sends after the end.
 * Everything due by `now` happens first, in order of its due time (a click at the instant of a deadline loses to the
 * timer only if the timer was there first), each counted from `now`: an outage never climbs several levels at once.
 */
export function advance(
  definition: Definition,
  before: Item,
  event: Event,
  now: Instant,
  facts: WorkflowFacts,
): Advanced {
  const by = event.type === 'action' ? event.by : 'system';
  const run: Run = { definition, facts, now, by, item: copyItem(before), entries: [], effects: [], hops: 0 };
  if (run.item.stuck === null || event.type === 'action') handle(run, event);
  if (run.entries.length > 0) run.item.updatedAt = now;
  return { item: run.item, entries: run.entries, effects: run.effects };
}

function handle(run: Run, event: Event): void {
  const { item } = run;
  switch (event.type) {
    case 'filed':
      if (item.entered > 0) return;
      record(run, { type: 'filed' }, item.intake.takenBy ?? 'resident');
      startClock(run, 'reply', item.createdAt);
      startClock(run, 'resolve', item.createdAt);
      goTo(run, run.definition.start);
      return;
    case 'timer':
      return fireDue(run);
    case 'action':
      return act(run, event.by, event.action);
    case 'undeliverable':
      return undeliverable(run, event.person, event.ask);
    case 'residentUndeliverable':
      if (item.endedAt === null && item.intake.reporter.phone) callResident(run, event.template, event.told);
      return;
    case 'recomputed':
      return recompute(run);
  }
}

function undeliverable(run: Run, person: string, ask: number | null): void {
  const step = currentAsk(run.definition, run.item);
  if (!step || run.item.ask?.id !== ask) return;
  if (notReached(run, step, person) === 'exhausted') goTo(run, exhaust(run, step));
}

function fireDue(run: Run): void {
  for (let due = nextDue(run.item); due !== null && due.at <= run.now; due = nextDue(run.item)) {
    run.hops += 1;
    if (run.hops > maxHops) {
      run.item.stuck = 'time stands still';
      record(run, { type: 'stuck', why: 'time stands still' });
      return;
    }
    fire(run, due);
  }
}

function fire(run: Run, due: Due): void {
  const { item, definition } = run;
  const step = currentAsk(definition, item);
  const then = (outcome: 'asked' | 'exhausted') => {
    if (outcome === 'exhausted' && step) goTo(run, exhaust(run, step));
  };
  switch (due.what) {
    case 'pause':
      record(run, { type: 'resumed' });
      return resume(run);
    case 'call':
      return lateCall(run, due.call);
    case 'clock': {
      const clock = item.clocks[due.clock];
      if (!clock) return;
      clock.missedAt = run.now;
      const promised = clock.promised !== null;
      record(run, { type: 'missed', clock: due.clock, promised, deadline: clock.deadline });
      const why: RaiseReason = promised ? 'promiseBroken' : 'missed';
      if (step && (promised || step.watch.includes(due.clock))) then(raise(run, step, why, due.clock));
      return;
    }
    case 'level':
      if (step) then(expireLevel(run, step));
      else if (item.ask) item.ask.due = null;
      return;
    case 'reminder':
      if (step) remind(run, step);
      else if (item.ask) item.ask.reminder = null;
      return;
    case 'wait': {
      const waiting = definition.steps.find(({ id }) => id === item.step);
      item.wait = null;
      if (waiting?.type === 'wait') goTo(run, waiting.next);
      return;
    }
  }
}
