import type { Item, PersonId } from '../item.ts';
import { mayAct } from '../permission.ts';
import { personById } from '../recipients.ts';
import type { Instant } from '../time.ts';
import type { ActionName } from '../workflow/action.ts';
import { type Advanced, advance } from '../workflow/advance.ts';
import type { Definition } from '../workflow/definition.ts';
import { needsWake, nextDue } from '../workflow/due.ts';
import type { Effect } from '../workflow/effect.ts';
import type { Entry } from '../workflow/entry.ts';
import type { Event } from '../workflow/event.ts';
import type { WorkflowFacts } from '../workflow/run.ts';
import { undeliverableEvent } from '../workflow/undeliverable.ts';
import { addressWords, filedItem } from './filed-item.ts';
import type { History } from './history.ts';
import { actionOf, type Recorded } from './recorded.ts';

type Mail = Extract<Effect, { type: 'mail' | 'mailResident' }>;
export interface Sent {
  at: Instant;
  mail: Mail;
}
/** Something somebody did that this workflow would not have let them do then: they would have had to act differently. */
export interface Unfit {
  at: Instant;
  by: PersonId | 'resident';
  action: ActionName | 'nudge';
}
/** What a workflow makes of a history. */
export interface Line {
  item: Item;
  entries: Entry[];
  mails: Sent[];
  unfit: Unfit[];
}

/** A workflow that was checked waits between two of these; one that was not stops here. */
const MOST_TIMERS = 5000;

/**
 * A history under a workflow: timers fire at the engine's own due instants, and what people did happens when they did
 * it, as far as the workflow lets them. After the last of it timers go on to `until`; where somebody would have had to
 * act differently the line ends with what is known, when the item really ended. Pure, deterministic, never throws for a
 * checked definition. `facts`: of the item's site, the same all along.
 */
export function relive(history: History, definition: Definition, facts: WorkflowFacts, until: Instant): Line {
  const line: Line = { item: filedItem(history), entries: [], mails: [], unfit: [] };
  let timers = 0;
  let now = history.filed.createdAt;
  const happen = (event: Event, at: Instant): Advanced => {
    const before = line.item;
    now = at;
    const result = advance(definition, before, event, at, facts);
    if (!result.changed || result.entries[0]?.type === 'refused') return result;
    line.item = result.item;
    // The wake-up or start that the decision is stored with takes a number, too: so mails keep the ids they really had.
    if (event.type === 'filed' || needsWake(before, result.item)) line.item.seq += 1;
    for (const entry of result.entries) line.entries.push(entry);
    for (const effect of result.effects)
      if (effect.type === 'mail' || effect.type === 'mailResident') line.mails.push({ at, mail: effect });
    return result;
  };
  const fireUntil = (end: Instant): void => {
    for (let due = nextDue(line.item); due !== null && due.at <= end; due = nextDue(line.item)) {
      timers += 1;
      if (timers > MOST_TIMERS) return;
      // A correction may make something due that should have been long ago.
      happen({ type: 'timer' }, Math.max(due.at, now));
    }
  };

  const { createdAt, care } = history.filed;
  happen({ type: 'filed', ...(care && { care }) }, createdAt);
  for (const recorded of history.events) {
    fireUntil(recorded.at);
    repeat(line, recorded, facts, happen);
  }
  fireUntil(line.unfit.length > 0 ? Math.min(history.endedAt ?? until, until) : until);
  return line;
}

type Happen = (event: Event, at: Instant) => Advanced;

function repeat(line: Line, recorded: Recorded, facts: WorkflowFacts, happen: Happen): void {
  const { at } = recorded;
  switch (recorded.type) {
    case 'acted': {
      const { by, action } = recorded;
      const fits = mayStill(line.item, by, action, facts);
      const told = fits
        ? happen({ type: 'action', by, action: actionOf(sameCall(line.item, recorded)), ...beside(recorded) }, at)
        : null;
      if (told === null || told.entries[0]?.type === 'refused') line.unfit.push({ at, by, action });
      return;
    }
    case 'reopened': {
      const { visit, number, score, held } = recorded;
      happen({ type: 'visitReopened', visit, number, score, held, said: null }, at);
      return;
    }
    case 'nudged':
      if (!happen({ type: 'resident', act: { name: 'nudge', input: {} }, report: recorded.report }, at).changed)
        line.unfit.push({ at, by: 'resident', action: 'nudge' });
      return;
    case 'informed':
      happen({ type: 'resident', act: { name: 'information', input: { text: '' } }, report: recorded.report }, at);
      return;
    case 'judged':
      happen({ type: 'resident', act: { name: 'verdict', input: recorded.verdict }, report: recorded.report }, at);
      return;
    case 'joined': {
      const { report: id, number } = recorded;
      const { intake } = line.item;
      const reporter = { ...intake.reporter, phone: null, email: addressWords(recorded.email) };
      const reply = line.item.limits.reply;
      happen({ type: 'joined', report: { id, number, intake: { ...intake, channel: 'web', reporter }, reply } }, at);
      return;
    }
    case 'undelivered': {
      const lost = lostMail(line, recorded);
      const event = lost && undeliverableEvent(lost);
      if (event) happen(event, at);
    }
  }
}

const beside = ({ link, answers }: Extract<Recorded, { type: 'acted' }>) => ({
  ...(link && { via: 'link' as const }),
  ...(answers && { form: { values: answers, answers: [] } }),
});

/** Whether the person may do it as the item stands here. Somebody who has left since could, then. */
function mayStill(item: Item, by: string, action: ActionName, { directory }: WorkflowFacts): boolean {
  if (by === 'resident' || by === 'system') return true;
  const person = personById(directory, by);
  return person !== undefined && mayAct(person.active ? person : { ...person, active: true }, action, item, directory);
}

/** A call that was made is the one that waits here, though it may have another number. */
function sameCall(item: Item, recorded: Extract<Recorded, { type: 'acted' }>): Extract<Recorded, { type: 'acted' }> {
  const { action, input } = recorded;
  if (action !== 'called' || item.calls.some(({ id, doneAt }) => id === input.call && doneAt === null)) return recorded;
  const waiting = item.calls.find(({ doneAt }) => doneAt === null);
  return waiting ? { ...recorded, input: { ...input, call: waiting.id } } : recorded;
}

/** The mail that did not arrive: the same one where there is one, else the last to that reader. */
function lostMail({ item, mails }: Line, { effect, to, at }: Extract<Recorded, { type: 'undelivered' }>): Mail | null {
  const toThem = mails.filter(({ mail }) => (mail.type === 'mail' ? mail.to : 'resident') === to);
  const same = toThem.find(({ mail }) => mail.id === `${item.id}/${effect}`);
  return (same ?? toThem.findLast((sent) => sent.at <= at))?.mail ?? null;
}
