import type { PersonId } from '../item.ts';
import { isContractor, type Person } from '../organisation.ts';
import { personById } from '../recipients.ts';
import type { Action, ActionName } from './action.ts';
import { meetClock, promiseReply } from './clocks.ts';
import { correct, isCorrectable } from './correct.ts';
import type { StepOf } from './definition.ts';
import { exhaust, goTo, resume, setStatus } from './enter.ts';
import type { Happening } from './entry.ts';
import type { Event } from './event.ts';
import { isInspection, isTimed, raise, stopLevelTimer } from './ladder.ts';
import { isOffered } from './offered.ts';
import { isUnfinished, readCheck, type Saved, saveCheck, startWork } from './order-acts.ts';
import { scan, scanObjection } from './patrol-acts.ts';
import { tellResident } from './resident.ts';
import { currentAsk, dueFrom, involve, mail, openOrder, peopleOf, type Run, record } from './run.ts';
import { inVain, keepAnswers } from './visit-acts.ts';

type Refusal = Extract<Happening, { type: 'refused' }>['why'];
type AskStep = StepOf<'ask'>;

/** Why an otherwise offered action cannot be done with this input; null = it can. */
function objection(run: Run, action: Action, step: AskStep | undefined): Refusal | null {
  const { now, definition, facts, item } = run;
  switch (action.name) {
    case 'acknowledge':
      // The owner's second click: acknowledged already, and nobody is waiting to hear it again.
      return run.by === item.owner && item.ask && !isTimed(item.ask) && !leads(step, 'acknowledge')
        ? 'notOffered'
        : null;
    case 'promise':
      return action.input.at > now ? null : 'badTime';
    case 'reply':
      return action.input.nextReplyAt === undefined || action.input.nextReplyAt > now ? null : 'badTime';
    case 'pause': {
      const { until } = action.input;
      return until > now && until <= dueFrom(run, now, definition.pauseCap) ? null : 'badTime';
    }
    case 'handOver':
      if (item.visit?.workers.includes(action.input.to)) return 'ownWork';
      return mayTake(run, personById(facts.directory, action.input.to)) ? null : 'unknownPerson';
    case 'visited':
      return item.visit?.workers.some((worker) => worker === run.by) ? 'ownWork' : null;
    case 'bringIn': {
      const site = facts.directory.organisation.sites.find(({ id }) => id === item.site);
      return site?.departments.some(({ id }) => id === action.input.department) ? null : 'unknownChoice';
    }
    case 'correct':
      return isCorrectable(run, action.input) ? null : 'unknownChoice';
    case 'check':
      return readCheck(run, action.input) === null ? 'unknownChoice' : null;
    case 'complete':
      return isUnfinished(run) ? 'unfinished' : null;
    case 'approve':
    case 'decline':
      return step && isInspection(run, step) && run.by === item.owner ? 'ownWork' : null;
    case 'scan':
      return scanObjection(run, action.input);
    case 'called':
      return item.calls.some(({ id, doneAt }) => id === action.input.call && doneAt === null) ? null : 'unknownCall';
    default:
      return null;
  }
}

/** A contractor takes work orders only, and walks no patrol. */
const mayTake = ({ item }: Run, person: Person | undefined): boolean =>
  person?.active === true && (!isContractor(person) || (item.order !== null && !item.order.patrol));

const leads = (step: AskStep | undefined, name: ActionName): boolean =>
  step?.actions.some(({ action, next }) => action === name && next !== undefined) ?? false;

/** What a sign of life from whoever was asked does: the level's timer stops, the clocks go on. */
const signsOfLife: ReadonlySet<ActionName> = new Set([
  'acknowledge',
  'promise',
  'reply',
  'pause',
  'resume',
  'check',
] satisfies ActionName[]);

/** Where a level needs all of its people, these are what each of them has to say; other verbs need one. */
const confirmations: ReadonlySet<ActionName> = new Set(['acknowledge', 'accept', 'approve'] satisfies ActionName[]);

/**
 * Whoever acknowledges becomes the owner, also by a promise or reply in place of an acknowledgement; later promises and
 * replies (by the desk, by a superior) leave the owner, unless there is none.
 */
function takesOver({ by, item }: Run, { name }: Action, step: AskStep | undefined): PersonId | null {
  if (by === 'resident' || by === 'system' || by === item.owner) return null;
  if (name === 'acknowledge') return by;
  if (name === 'promise' || name === 'reply') return item.owner === null || leads(step, name) ? by : null;
  return (name === 'resolve' || name === 'complete' || name === 'visited') && item.owner === null ? by : null;
}

type Beside = Pick<Extract<Event, { type: 'action' }>, 'via' | 'form' | 'granted'>;

/** Somebody acted. An action that is not possible (any more) changes nothing and says so. */
export function act(run: Run, action: Action, { via, form, granted }: Beside = {}): void {
  const { item, definition } = run;
  const step = currentAsk(definition, item);
  const why = isOffered(item, definition, action.name)
    ? objection(run, action, step)
    : item.endedAt !== null
      ? 'ended'
      : 'notOffered';
  if (why !== null) {
    record(run, { type: 'refused', action: action.name, why });
    return;
  }
  if (action.name === 'scan') return scan(run, step, action.input, via);
  const saved = action.name === 'check' ? savedBy(run, action) : null;
  if (saved && Object.keys(saved.changed).length === 0) return;
  const owner = takesOver(run, action, step);
  const answers = form?.answers.length ? form.answers : undefined;
  const cause = record(run, {
    type: 'acted',
    action,
    ...(owner && { owner }),
    ...(via && { via }),
    ...(answers && { answers }),
    ...(saved && { found: saved.found }),
    ...(granted && { recovered: granted }),
  });
  if (granted) item.recovered = (item.recovered ?? 0) + granted.fen;
  Object.assign(item.fields, form?.values);
  if (owner) item.owner = owner;
  const { entered } = item;
  perform(run, action, step, cause);
  if (saved) saveCheck(run, saved);
  if (!step || item.entered !== entered || item.endedAt !== null || item.stuck !== null) return;

  if (confirmations.has(action.name) && !everyoneConfirmed(run, step)) return;
  const next = step.actions.find((rule) => rule.action === action.name)?.next;
  if (next !== undefined) goTo(run, next, action.name === 'handOver' ? 'handedOver' : 'asked');
  else if (signsOfLife.has(action.name) && item.ask) stopLevelTimer(item.ask);
}

/** The same section sent twice changes nothing, and is not told twice. */
function savedBy(run: Run, { input }: Extract<Action, { name: 'check' }>): Saved | null {
  const saved = readCheck(run, input);
  return saved === 'unseen' ? null : saved;
}

/** A level marked `all` is done with only when each of its people who was reached confirmed. */
function everyoneConfirmed({ by, item }: Run, step: AskStep): boolean {
  const { ask } = item;
  if (!ask) return true;
  const own = ask.asked.filter(({ person }) => person === by);
  for (const asked of own) asked.confirmed = step.levels[asked.level]?.all === true;
  const level = own.length > 0 ? Math.max(...own.map((asked) => asked.level)) : ask.timer;
  if (!step.levels[level]?.all) return true;
  return ask.asked.every((asked) => asked.level !== level || asked.confirmed || !asked.reached);
}

function perform(run: Run, action: Action, step: AskStep | undefined, cause: number): void {
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
    case 'bringIn':
      return bringIn(run, action.input.department, cause);
    case 'escalate':
    case 'askSuperior':
      if (step && raise(run, step, action.name === 'escalate' ? 'escalated' : 'asked') === 'exhausted')
        exhaust(run, step);
      return;
    case 'accept':
      item.fields.verified = true;
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
      inVain(run);
      return;
    case 'visited':
      return keepAnswers(run, action.input);
    case 'giveReason':
      if (item.visit?.answers) item.visit.answers = { ...item.visit.answers, reason: action.input.reason };
      return;
    case 'resolve':
      resume(run);
      meetClock(run, 'reply');
      meetClock(run, 'resolve');
      item.verdict = null;
      for (const report of item.joined) report.verdict = null;
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
      return correct(run, step, action.input);
    case 'acknowledge':
      return startWork(run);
    case 'complete':
      resume(run);
      startWork(run);
      meetClock(run, 'resolve');
      return;
    case 'openOrder':
      return openOrder(run, action.input.work, action.input.asset || null, cause);
    case 'decline':
      if (item.order) item.order.declined += 1;
      return;
    case 'check':
    case 'scan':
    case 'note':
    case 'recover':
    case 'approve':
    case 'reopen':
      return;
  }
}

/** The head of another department hears of it, or its handler where it has no head; the owner stays. */
function bringIn(run: Run, department: string, cause: number): void {
  const heads = peopleOf(run, [{ kind: 'head', department }]);
  const people = heads.length > 0 ? heads : peopleOf(run, [{ kind: 'handler', department }]);
  involve(run, people);
  for (const person of people) mail(run, person, { reason: 'broughtIn' }, cause);
}
