import { deadline } from './add-limit.ts';
import type { Calendar } from './calendar.ts';
import { CalendarNeverOpens } from './errors.ts';
import { elapsed, type Limit, workingDayAt, workingDays } from './limit.ts';
import { type Instant, MINUTE } from './time.ts';

const choices: readonly Limit[] = [
  elapsed(60),
  elapsed(120),
  workingDays(0),
  workingDayAt(1, '10:00'),
  workingDayAt(1, '17:00'),
  workingDayAt(3, '17:00'),
];
const QUARTER = 15 * MINUTE;

/**
 * Sensible times to promise a resident, ascending, each at least half an hour away: soon (on a quarter of an hour), by
 * closing, and on working days ahead. A calendar that opens no more leaves the two on the wall clock.
 */
export function promiseTimes(now: Instant, calendar: Calendar): Instant[] {
  const found = choices.flatMap((limit) => {
    try {
      const at = deadline(now, limit, calendar);
      return [limit.kind === 'elapsed' ? Math.ceil(at / QUARTER) * QUARTER : at];
    } catch (error) {
      if (error instanceof CalendarNeverOpens) return [];
      throw error;
    }
  });
  return [...new Set(found)].filter((at) => at >= now + 2 * QUARTER).sort((a, b) => a - b);
}
