import { type Calendar, isWorkingDay } from './calendar.ts';
import { dateOfDay } from './civil-date.ts';
import { deputyChain } from './deputies.ts';
import type { PersonId } from './item.ts';
import { shiftsAt, shiftsOn } from './on-duty.ts';
import type { Directory, Roster } from './organisation.ts';
import { type Instant, instantOfDay, localDay } from './time.ts';

/** A stretch without anybody on duty. `person`: whose turn it is, who is away with nobody to stand in; null: nobody's turn. */
export interface DutyGap {
  from: Instant;
  to: Instant;
  person: PersonId | null;
}

/**
 * The next stretch in which a roster has nobody: a turn whose people are all away as it begins, or hours of a day off
 * (weekend, public holiday) that no turn covers - on working days the office is there. Null: none within `days`, or
 * nobody uses the roster, for it has no turns.
 */
export function nextDutyGap(
  roster: Roster,
  zone: string,
  calendar: Calendar,
  directory: Directory,
  now: Instant,
  days = 60,
): DutyGap | null {
  const today = localDay(now, zone);
  if (roster.weekly.length === 0 && roster.dated.every(({ date }) => date < dateOfDay(today))) return null;
  for (let day = today - 1; day <= today + days; day += 1) {
    const found = [untakenTurn(roster, zone, directory, now, day)];
    if (day >= today && !isWorkingDay(calendar, dateOfDay(day))) found.push(uncovered(roster, zone, now, day));
    const [first] = found.filter((gap) => gap !== null).sort((a, b) => a.from - b.from);
    if (first) return first;
  }
  return null;
}

/** Of the turns that start on the day. */
function untakenTurn(roster: Roster, zone: string, directory: Directory, now: Instant, day: number): DutyGap | null {
  const isTaken = (person: PersonId, at: Instant) => deputyChain(person, directory, at).present !== null;
  const turns = shiftsOn(roster, zone, day).sort((a, b) => a.begins - b.begins);
  for (const { person, begins, ends } of turns) {
    const at = Math.max(begins, now);
    const running = shiftsAt(roster, zone, at);
    if (ends > now && !running.some((turn) => isTaken(turn.person, at))) return { from: at, to: ends, person };
  }
  return null;
}

/** The first stretch of the local day, from `now` on, in no turn. */
function uncovered(roster: Roster, zone: string, now: Instant, day: number): DutyGap | null {
  const end = instantOfDay(day + 1, 0, zone);
  const turns = [day - 1, day].flatMap((one) => shiftsOn(roster, zone, one)).sort((a, b) => a.begins - b.begins);
  let from = Math.max(now, instantOfDay(day, 0, zone));
  for (const { begins, ends } of turns) {
    if (begins > from) return { from, to: Math.min(begins, end), person: null };
    from = Math.max(from, ends);
  }
  return from < end ? { from, to: end, person: null } : null;
}
