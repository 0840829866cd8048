import { epochDay } from '../civil-date.ts';
import { type Instant, instantOfDay, MINUTE, minutesOf } from '../time.ts';

const DAY_MINUTES = 24 * 60;

/**
 * A window of wall times on the night that begins on `date` at `begins`. Earlier times lie after midnight; a window is
 * never shorter than it reads, also where the clocks go forward within it, and of a time that comes twice the first holds.
 */
export function windowOf(
  { from, to }: { from: string; to: string },
  night: { date: string; begins: string; zone: string },
): { from: Instant; to: Instant } {
  const begins = minutesOf(night.begins);
  const start = minutesOf(from) + (minutesOf(from) < begins ? DAY_MINUTES : 0);
  const length = lengthOf({ from, to });
  const at = (minutes: number): Instant => {
    const days = Math.floor(minutes / DAY_MINUTES);
    return instantOfDay(epochDay(night.date) + days, minutes - days * DAY_MINUTES, night.zone);
  };
  const opens = at(start);
  return { from: opens, to: Math.max(at(start + length), opens + length * MINUTE) };
}

/** Minutes by the clock; the same time twice is a whole day. */
export const lengthOf = ({ from, to }: { from: string; to: string }): number =>
  ((minutesOf(to) - minutesOf(from) + DAY_MINUTES - 1) % DAY_MINUTES) + 1;

/** Minutes from the beginning of the night to the end of the window; more than a day: it does not belong to one night. */
export const endsAfter = (window: { from: string; to: string }, begins: string): number =>
  ((minutesOf(window.from) - minutesOf(begins) + DAY_MINUTES) % DAY_MINUTES) + lengthOf(window);
