import { deadline } from '../add-limit.ts';
import type { PersonId } from '../item.ts';
import { personById } from '../recipients.ts';
import { route } from '../route.ts';
import type { Action, ActionName } from './action.ts';
import { endPause, meetClock, promiseReply, relimitClocks } from './clocks.ts';
import type { StepOf } from './definition.ts';
import type { MailReason } from './effect.ts';
import { exhaust, goTo, setStatus } from './enter.ts';
import type { Happening } from './entry.ts';
import { raise } from './ladder.ts';
import { isOffered } from './offered.ts';
import { tellResident } from './resident.ts';
import { currentAsk, involve, mail, peopleOf, type Run, record } from './run.ts';

type Refusal = Extract<Happening, { type: 'refused' }>['why'];

/** Why an otherwise offered action cannot be done with this input; null = it can. */
function objection(run: Run, action: Action): Refusal | null {
  const { now, definition, facts, item } = run;
  switch (action.name) {
    case 'acknowledge':
      // The owner's second click: acknowledged already, and nobody is waiting to hear it again.
      return run.by === item.owner && item.ask?.due === null && !leads(run, 'acknowledge') ? 'notOffered' : null;
    case 'promise':
      return action.input.at > now ? null : 'badTime';
    case 'reply':
      return action.input.nextReplyAt === undefined || action.input.nextReplyAt > now ? null : 'badTime';
    case 'pause': {
      const { until } = action.input;
      return until > now && until <= deadline(now, definition.pauseCap, facts.calendar) ? null : 'badTime';
    }
    case 'handOver':
      return personById(facts.directory, action.input.to)?.active ? null : 'unknownPerson';
    case 'called':
      return item.calls.some(({ id, doneAt }) => id === action.input.call && doneAt === null) ? null : 'unknownCall';
    default:
      return null;
  }
}

const leads = (run: Run, name: ActionName): boolean =>
  currentAsk(run.definition, run.item)?.actions.some(({ action, next }) => action === name && next !== undefined) ??
  false;

/** What a sign of life from whoever was asked does: the level's timer stops, the clocks go on. */
function stopLevelTimer(run: Run): void {
  const { ask } = run.item;
  if (!ask) return;
  ask.due = null;
  ask.dueLimit = null;
  ask.reminder = null;
}

const signsOfLife: ReadonlySet<ActionName> = new Set([
  'acknowledge',
  'promise',
  'reply',
  'pause',
  'resume',
  'noAnswer',
] satisfies ActionName[]);

const takesOwnership: ReadonlySet<ActionName> = new Set(['acknowledge', 'promise', 'reply'] satisfies ActionName[]);

/** Somebody acted. An action that is not possible (any more) changes nothing and says so. */
export function act(run: Run, by: PersonId | 'resident', action: Action): void {
  const { item, definition } = run;
  const step = currentAsk(definition, item);
  const why = isOffered(item, definition, action.name)
    ? objection(run, action)
    : item.endedAt !== null
      ? 'ended'
      : 'notOffered';
  if (why !== null) {
    record(run, { type: 'refused', action: action.name, why });
    return;
  }
  const cause = record(run, { type: 'acted', action });
  if (by !== 'resident' && (takesOwnership.has(action.name) || (action.name === 'resolve' && item.owner === null)))
    item.owner = by;
  const rule = step?.actions.find((one) => one.action === action.name);
  perform(run, action, step, cause);
  if (run.item.endedAt !== null || item.step !== step?.id) return;
  if (rule?.next !== undefined && everyoneConfirmed(run, step, by)) {
    const reasons: Partial<Record<ActionName, MailReason>> = { handOver: 'handedOver' };
    goTo(run, rule.next, reasons[action.name]);
  } else if (signsOfLife.has(action.name)) stopLevelTimer(run);
}

/** A level marked `all` is left only when each of its people confirmed. */
function everyoneConfirmed(run: Run, step: StepOf<'ask'>, by: PersonId | 'resident'): boolean {
  const { ask } = run.item;
  if (!ask) return true;
  for (const asked of ask.asked) if (asked.person === by) asked.confirmed = true;
  if (!step.levels[ask.level]?.all) return true;
  return ask.asked.every((asked) => asked.level !== ask.level || asked.confirmed || !asked.reached);
}

function perform(run: Run, action: Action, step: StepOf<'ask'> | undefined, cause: number): void {
  const { item, definition, now } = run;
  switch (action.name) {
    case 'promise':
      promiseReply(run, action.input.at);
      tellResident(run, 'promised', action.input.told);
      return;
    case 'reply':
      meetClock(run, 'reply');
      if (action.input.nextReplyAt !== undefined) promiseReply(run, action.input.nextReplyAt);
      tellResident(run, 'replied', action.input.told);
      return;
    case 'handOver':
      item.owner = action.input.to;
      return;
    case 'notMine':
      item.owner = null;
      return;
    case 'bringIn': {
      const people = peopleOf(run, [{ kind: 'head', department: action.input.department }]);
      involve(run, people);
      for (const person of people) mail(run, person, { reason: 'broughtIn' }, cause);
      return;
    }
    case 'escalate':
    case 'askSuperior':
      if (step && raise(run, step, action.name === 'escalate' ? 'escalated' : 'asked') === 'exhausted')
        goTo(run, exhaust(run, step));
      return;
    case 'reject':
      meetClock(run, 'reply');
      tellResident(run, 'invalid', action.input.told);
      return;
    case 'pause':
      item.pause = { since: now, until: action.input.until, reason: action.input.reason, status: item.status };
      setStatus(run, 'paused');
      return;
    case 'resume':
      resume(run);
      return;
    case 'noAnswer':
      item.attempts += 1;
      return;
    case 'resolve':
      resume(run);
      meetClock(run, 'reply');
      meetClock(run, 'resolve');
      tellResident(run, 'resolved', action.input.told);
      return;
    case 'verdict': {
      const { verdict, score, opinion } = action.input;
      item.verdict = { verdict, score: score ?? null, opinion: opinion ?? null };
      return;
    }
    case 'withdraw':
      goTo(run, definition.withdrawn);
      return;
    case 'called': {
      const call = item.calls.find(({ id }) => id === action.input.call);
      if (!action.input.reached) item.attempts += 1;
      else if (call) call.doneAt = now;
      return;
    }
    case 'correct':
      correct(run, action.input);
      return;
    case 'acknowledge':
    case 'accept':
    case 'note':
    case 'approve':
    case 'decline':
    case 'reopen':
      return;
  }
}

/** Ends a pause, by hand or at its cap: the status and the resolve clock go on where they stood. */
export function resume(run: Run): void {
  const { pause } = run.item;
  if (!pause) return;
  endPause(run);
  setStatus(run, pause.status);
}

/** Unit or category put right: re-routed with the new limits; the clocks keep their start. */
function correct(run: Run, input: { category?: string; building?: string; unit?: string }): void {
  const { item, facts, definition, now } = run;
  const before = item.department;
  if (input.unit !== undefined) item.unit = input.unit;
  if (input.building !== undefined) item.building = input.building;
  if (input.category === undefined && input.building === undefined) return;
  if (input.category !== undefined) item.category = input.category;
  const to = route(facts.routing, item, { directory: facts.directory, calendar: facts.calendar, now });
  if (!to) return;
  Object.assign(item, { department: to.department, severity: to.severity, major: to.major, limits: to.limits });
  relimitClocks(run);
  record(
    run,
    { type: 'rerouted', category: item.category, department: to.department, severity: to.severity },
    'system',
  );
  if (to.department !== before || input.building !== undefined) goTo(run, definition.rerouted);
}
