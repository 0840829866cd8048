import { addDays, type Instant, instantAt, localDate } from '../time.ts';
import { nextDay } from './care-visits.ts';
import { type CareFlag, reviewDate } from './flag.ts';

const MORNING = '09:00';
/** Days between two reminders of the same review. */
const AGAIN = 7;
/** From when on the days before a birthday are looked through: the most a rule may ask for. */
const WINDOW = 30;

/**
 * When somebody or something must come back to a flag: to its review (once reminded, again each week), or each morning of
 * the month before its own day of the year. Null: it ended.
 */
export function nextDue(flag: CareFlag, zone: string, now: Instant, reminded = false): Instant | null {
  const review = reviewDate(flag);
  if (review === null) return null;
  const today = localDate(now, zone);
  const dates = [reminded ? addDays(today, AGAIN) : review];
  if (flag.day !== null) {
    const opens = addDays(nextDay(flag.day, today), -WINDOW);
    dates.push(opens > today ? opens : addDays(today, 1));
  }
  return instantAt(
    dates.reduce((a, b) => (a < b ? a : b)),
    MORNING,
    zone,
  );
}
