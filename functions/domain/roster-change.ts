import { epochDay, weekdayOfDay } from './civil-date.ts';
import type { Shift } from './on-duty.ts';
import type { Roster } from './organisation.ts';

type Turn = Pick<Shift, 'from' | 'to' | 'person'>;
type Place = Pick<Shift, 'date' | 'index'>;

/** The turns that start on a date, dated or from the weekly pattern. */
export function turnsOn({ weekly, dated }: Roster, date: string): Turn[] {
  const ofDate = dated.filter((shift) => shift.date === date);
  const turns = ofDate.length > 0 ? ofDate : patternOf(weekly, date);
  return turns.map(({ from, to, person }) => ({ from, to, person }));
}

/**
 * The roster with exactly these turns on one date. What the weekly pattern says anyway is not written down; so an empty
 * list brings the pattern back, for a date without any turn cannot be said.
 */
export function withTurns(roster: Roster, date: string, turns: readonly Turn[]): Roster {
  const pattern = patternOf(roster.weekly, date);
  const asUsual =
    turns.length === pattern.length &&
    turns.every((turn, i) => {
      const usual = pattern[i];
      return usual?.from === turn.from && usual.to === turn.to && usual.person === turn.person;
    });
  const others = roster.dated.filter((shift) => shift.date !== date);
  const dated = asUsual ? others : [...others, ...turns.map(({ from, to, person }) => ({ date, from, to, person }))];
  return { ...roster, dated: dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) };
}

/** One turn taken by somebody else, on its date only. */
export function withPerson(roster: Roster, { date, index }: Place, person: string): Roster {
  return withTurns(
    roster,
    date,
    turnsOn(roster, date).map((turn, i) => (i === index ? { ...turn, person } : turn)),
  );
}

/** Two turns change hands (换班), on their dates only. A place that holds no turn: nothing changes. */
export function swapTurns(roster: Roster, a: Place, b: Place): Roster {
  const one = turnsOn(roster, a.date)[a.index]?.person;
  const other = turnsOn(roster, b.date)[b.index]?.person;
  if (one === undefined || other === undefined) return roster;
  return withPerson(withPerson(roster, a, other), b, one);
}

const patternOf = (weekly: Roster['weekly'], date: string): Roster['weekly'] => {
  const weekday = weekdayOfDay(epochDay(date));
  return weekly.filter(({ days }) => days.includes(weekday));
};
