import type { Item, Joined, PersonId } from '../item.ts';
import { HOUR, type Instant } from '../time.ts';
import { act } from './act.ts';
import type { Definition, StepOf } from './definition.ts';
import type { MailReason } from './effect.ts';
import type { FilledForm } from './event.ts';
import { isOffered } from './offered.ts';
import type { JoiningReport, ResidentAct } from './resident-act.ts';
import { currentAsk, dueFrom, involve, mail, mailResident, peopleOf, type Run, record } from './run.ts';
import { answeredByResident } from './visit-acts.ts';

/** A resident may press for an answer (催办) once in this time. */
export const NUDGE_EVERY = 4 * HOUR;
/** Reports that may join one item: they lie on its row. */
export const MOST_JOINED = 200;

/** What a resident may do now. `nudgeFrom`: when the next nudge is possible, while one would make sense; null: none would. */
export interface ResidentOffers {
  nudgeFrom: Instant | null;
  nudge: boolean;
  information: boolean;
  verdict: boolean;
  /** The questionnaire of a visit. */
  visited: boolean;
}

export const joinedReport = (item: Item, report: string | null): Joined | undefined =>
  item.joined.find(({ id }) => id === report);

/** `report` null: the complaint's own reporter. An unknown report may do nothing. */
export function offeredToResident(
  item: Item,
  definition: Definition,
  report: string | null,
  now: Instant,
): ResidentOffers {
  const joined = joinedReport(item, report);
  const open = item.endedAt === null && (report === null || joined !== undefined);
  const judged = isOffered(item, definition, 'verdict');
  const last = report === null ? item.nudgedAt : (joined?.nudgedAt ?? null);
  const nudgeFrom = !open || judged || item.visit ? null : last === null ? now : last + NUDGE_EVERY;
  return {
    nudgeFrom,
    nudge: nudgeFrom !== null && nudgeFrom <= now,
    information: open && !item.visit,
    verdict: open && judged && (report === null || joined?.verdict === null),
    visited: open && report === null && item.visit?.answers === null,
  };
}

/** Total like every event: what is not offered (any more) changes nothing. */
export function actAsResident(run: Run, done: ResidentAct, report: string | null, form?: FilledForm): void {
  const offers = offeredToResident(run.item, run.definition, report, run.now);
  if (!offers[done.name]) return;
  const from = report === null ? {} : { report };
  switch (done.name) {
    case 'nudge':
      return nudge(run, report);
    case 'information':
      return tellWhoeverWorks(run, record(run, { type: 'information', text: done.input.text, ...from }));
    case 'visited':
      return answeredByResident(run, { name: 'visited', input: done.input }, form);
    case 'verdict':
      return report === null ? act(run, done) : opinion(run, report, done.input);
  }
}

/** The owner and their superior hear of it; whose turn it is does not change. */
function nudge(run: Run, report: string | null): void {
  const { item, now } = run;
  const step = currentAsk(run.definition, item);
  const joined = joinedReport(item, report);
  if (joined) joined.nudgedAt = now;
  else item.nudgedAt = now;
  const first = whoeverWorks(run, step);
  const above = nextLevel(run, step, first);
  involve(run, above);
  const people = [...first, ...above];
  const cause = record(run, { type: 'nudged', people, ...(report !== null && { report }) });
  mailAll(run, people, 'nudged', cause);
}

function opinion(run: Run, report: string, input: Extract<ResidentAct, { name: 'verdict' }>['input']): void {
  const joined = joinedReport(run.item, report);
  if (!joined) return;
  const given = { verdict: input.verdict, score: input.score ?? null, opinion: input.opinion || null };
  joined.verdict = given;
  const cause = record(run, { type: 'opinion', report, ...given });
  if (given.verdict !== 'solved') tellWhoeverWorks(run, cause);
}

const tellWhoeverWorks = (run: Run, cause: number): void =>
  mailAll(run, whoeverWorks(run, currentAsk(run.definition, run.item)), 'information', cause);

function mailAll(run: Run, people: readonly PersonId[], reason: MailReason, cause: number): void {
  const { ask } = run.item;
  for (const person of people) {
    const asked = ask?.asked.some((one) => one.person === person && !one.confirmed) ?? false;
    mail(run, person, { reason, level: 0, acts: true, due: asked ? (ask?.due ?? null) : null }, cause);
  }
}

/** The owner; while there is none, or the owner is not who is asked, those who are asked. */
function whoeverWorks(run: Run, step: StepOf<'ask'> | undefined): PersonId[] {
  const { ask, owner } = run.item;
  const ownersTurn = step?.levels[0]?.to.some(({ kind }) => kind === 'owner') ?? true;
  const owners = owner !== null && ownersTurn ? peopleOf(run, [{ kind: 'owner' }]) : [];
  if (owners.length > 0 || !ask) return owners;
  const turn = ask.asked.filter(({ reached, confirmed }) => reached && !confirmed).map(({ person }) => person);
  return [...new Set(turn)];
}

/** The first level above the item's that has somebody else; at the top, the top. */
function nextLevel(run: Run, step: StepOf<'ask'> | undefined, known: readonly PersonId[]): PersonId[] {
  const { ask } = run.item;
  if (!step || !ask) return [];
  const top = step.levels.length - 1;
  for (const level of step.levels.slice(Math.min(ask.level + 1, top))) {
    const others = peopleOf(run, level.to).filter((person) => !known.includes(person));
    if (others.length > 0) return others;
  }
  return [];
}

/** One that comes too late, or is one too many, changes nothing: it is filed by itself. */
export function join(run: Run, { id, number, intake, reply }: JoiningReport): void {
  const { item, now } = run;
  if (item.endedAt !== null || item.joined.length >= MOST_JOINED || joinedReport(item, id)) return;
  const { name, phone, email, language } = intake.reporter;
  const { description, channel } = intake;
  const replyBy = dueFrom(run, now, reply);
  item.joined.push({ id, number, at: now, name, email, language, replyBy, nudgedAt: null, verdict: null });
  const reporter = { name, phone, email };
  const cause = record(run, { type: 'joined', description, channel, report: id, number, reporter });
  if (email !== null) mailResident(run, 'received', null, cause, id);
}
