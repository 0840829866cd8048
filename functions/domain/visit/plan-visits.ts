import { deadline } from '../add-limit.ts';
import type { Calendar } from '../calendar.ts';
import { CalendarNeverOpens } from '../errors.ts';
import type { PersonId } from '../item.ts';
import type { Directory } from '../organisation.ts';
import { resolveRecipients } from '../recipients.ts';
import { DAY, type Instant, instantOfDay, localDate, localDay } from '../time.ts';
import type { VisitChannel, Visits } from '../visit-rules.ts';
import { type Candidate, channelOf } from './candidate.ts';
import { isSampled } from './sample.ts';
import { HORIZON_DAYS, visitingTime } from './visiting-time.ts';

/** When a household was, or will be, asked, and about which item. */
export interface Asking {
  at: Instant;
  of: string | null;
}
/** What was planned before; nothing else of the past decides. */
export interface VisitHistory {
  households: ReadonlyMap<string, readonly Asking[]>;
  /** Visits of a person on a local day, by `dayOf`. */
  visitors: ReadonlyMap<string, number>;
}
export const noHistory: VisitHistory = { households: new Map(), visitors: new Map() };

export const dayOf = (person: PersonId, date: string): string => `${person}@${date}`;

/** `notChosen`: not among the share. `noRoom`: the visitor has no free day within the horizon. */
export type WhyNot = 'notChosen' | 'coolDown' | 'nobody' | 'noTime' | 'noRoom';
export type PlannedVisit = { candidate: Candidate } & (
  | { outcome: 'visit'; visitor: PersonId; channel: VisitChannel; due: Instant; date: string }
  | { outcome: 'none'; why: WhyNot }
);

interface Wanted {
  candidate: Candidate;
  visitor: PersonId;
  due: Instant;
  /** Reopened before all, then the severe, then the rest. */
  rank: number;
  /** Its turn among those of the same rule that wait for the same visitor. */
  turn: number;
}

/**
 * Who is asked, when and by whom: pure, and the same for what ends now and for what ended last month. Answers in the order
 * of the candidates.
 *
 * - The share is chosen by the hash of each id, whatever else is asked for.
 * - A visitor's days are filled by turns: reopened items, then severe ones, then one of each rule in the order they ended.
 *   So no rule waits for another to be done, and nobody who ended earlier is asked later.
 * - No person visits more than `quota` households on a local day, and no household is asked twice within
 *   `coolDownDays`, except again about the same item.
 */
export function planVisits(
  visits: Visits,
  candidates: readonly Candidate[],
  history: VisitHistory,
  facts: { directory: Directory; calendar: Calendar },
  now: Instant,
): PlannedVisit[] {
  const answers = new Map<Candidate, PlannedVisit>();
  const refuse = (candidate: Candidate, why: WhyNot) => answers.set(candidate, { candidate, outcome: 'none', why });
  const households = new Map([...history.households].map(([id, askings]) => [id, [...askings]]));
  const visitors = new Map(history.visitors);
  const { zone } = facts.calendar;

  for (const { candidate, visitor, due } of inTurn(visits, candidates, facts, now, refuse)) {
    const free = freeTime(visits, visitor, due, visitors, facts.calendar);
    if (free === null) {
      refuse(candidate, 'noRoom');
      continue;
    }
    const asked = households.get(candidate.household) ?? [];
    if (asked.some((one) => isTooSoon(one, free, candidate, visits.coolDownDays))) {
      refuse(candidate, 'coolDown');
      continue;
    }
    const date = localDate(free, zone);
    const day = dayOf(visitor, date);
    visitors.set(day, (visitors.get(day) ?? 0) + 1);
    households.set(candidate.household, [...asked, { at: free, of: candidate.of }]);
    const channel = channelOf(candidate.rule.channel, candidate);
    answers.set(candidate, { candidate, outcome: 'visit', visitor, channel, due: free, date });
  }
  return candidates.flatMap((candidate) => answers.get(candidate) ?? []);
}

const isTooSoon = (before: Asking, at: Instant, { of, round }: Candidate, days: number): boolean =>
  Math.abs(at - before.at) < days * DAY && !(round > 0 && of !== null && before.of === of);

/** Those chosen who can be visited, in the order they take the visitors' days. */
function inTurn(
  visits: Visits,
  candidates: readonly Candidate[],
  facts: { directory: Directory; calendar: Calendar },
  now: Instant,
  refuse: (candidate: Candidate, why: WhyNot) => void,
): Wanted[] {
  const wanted: Wanted[] = [];
  for (const candidate of candidates) {
    const { rule, severity, round } = candidate;
    const isSevere = severity !== null && rule.share.all.includes(severity);
    if (round === 0 && !isSevere && !isSampled(rule.id, candidate.id, rule.share.rest)) {
      refuse(candidate, 'notChosen');
      continue;
    }
    const due = dueTime(visits, candidate, facts.calendar, now);
    if (due === null) {
      refuse(candidate, 'noTime');
      continue;
    }
    const visitor = visitorOf(candidate, facts, due);
    if (visitor === null) refuse(candidate, 'nobody');
    else wanted.push({ candidate, visitor, due, rank: round > 0 ? 0 : isSevere ? 1 : 2, turn: 0 });
  }
  wanted.sort((a, b) => a.candidate.at - b.candidate.at || compare(a.candidate.id, b.candidate.id));
  const turns = new Map<string, number>();
  for (const one of wanted) {
    const queue = `${one.visitor}/${one.rank}/${one.candidate.rule.id}`;
    one.turn = turns.get(queue) ?? 0;
    turns.set(queue, one.turn + 1);
  }
  // Stable: of the same turn the one that ended first.
  return wanted.sort((a, b) => a.rank - b.rank || a.turn - b.turn);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** When a visit would be made if its visitor had nothing else to do. */
function dueTime(visits: Visits, { at, rule }: Candidate, calendar: Calendar, now: Instant): Instant | null {
  try {
    return visitingTime(Math.max(deadline(at, rule.delay, calendar), now), visits.quiet, calendar);
  } catch (error) {
    if (error instanceof CalendarNeverOpens) return null;
    throw error;
  }
}

function visitorOf(
  { rule, site, building, workers }: Candidate,
  { directory, calendar }: { directory: Directory; calendar: Calendar },
  due: Instant,
): PersonId | null {
  const asker = { site, building, department: 'customer-centre', owner: null };
  const { people } = resolveRecipients(rule.by, asker, directory, calendar, due);
  return people.find((person) => !workers.includes(person)) ?? null;
}

/** `due` itself on a day with room, else the first moment of the next such day. */
function freeTime(
  { quota, quiet }: Visits,
  visitor: PersonId,
  due: Instant,
  visitors: ReadonlyMap<string, number>,
  calendar: Calendar,
): Instant | null {
  const { zone } = calendar;
  const last = localDay(due, zone) + HORIZON_DAYS;
  let at: Instant | null = due;
  while (at !== null && localDay(at, zone) <= last) {
    if ((visitors.get(dayOf(visitor, localDate(at, zone))) ?? 0) < quota) return at;
    at = visitingTime(instantOfDay(localDay(at, zone) + 1, 0, zone), quiet, calendar);
  }
  return null;
}
