import { addDays, type Instant, instantAt } from '#domain/time';

/** What a clock on the wall showed, wherever that was. */
export interface WallTime {
  /** 'YYYY-MM-DD' */
  date: string;
  /** 'HH:MM' */
  time: string;
  second: number;
}

/** 'MM/DD/YYYY hh:mm:ss AM', as American open data writes it; null: something else. */
export function readWallTime(text: string): WallTime | null {
  const found = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d) (AM|PM)$/.exec(text.trim());
  if (!found) return null;
  const [, month, day, year, hour, minute, second, half] = found;
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  return {
    date: `${year}-${month}-${day}`,
    time: `${String(hours).padStart(2, '0')}:${minute}`,
    second: Number(second),
  };
}

/** The same weekday and time of day, whole weeks later, in the zone. */
export const instantLater = ({ date, time, second }: WallTime, weeks: number, zone: string): Instant =>
  instantAt(addDays(date, 7 * weeks), time, zone) + second * 1000;

const WEEKS_A_YEAR = 365.2425 / 7;
const MOST_YEARS = 50;

/**
 * Whole weeks that bring dates to about the same time of a later year, the latest in which `last` still lies inside a
 * calendar known until `horizon`. 0: there is none.
 */
export function weeksInto(last: string, horizon: string): number {
  for (let years = MOST_YEARS; years > 0; years -= 1) {
    const weeks = Math.round(years * WEEKS_A_YEAR);
    if (addDays(last, 7 * weeks) <= horizon) return weeks;
  }
  return 0;
}
