import type { CalendarDocument } from '#domain/calendar-document';
import type { Text } from '#domain/text';
import { addDays, DAY, HOUR, instantAt, isoWeekday, localDate, MINUTE } from '#domain/time';

/** A stretch in which the office is closed. */
export interface Band {
  from: number;
  to: number;
  why: 'night' | 'weekend' | 'holiday';
  /** The holiday's name. */
  text: Text | null;
}
export interface Range {
  from: number;
  to: number;
}

/** More days than this are too narrow to tell night from day. */
const MOST_NIGHTS = 45;
const MOST_DAYS = 400;

/** Nights (and lunch), weekends and holidays within the range, in order. */
export function bandsOf({ week, exceptions }: CalendarDocument, zone: string, { from, to }: Range): Band[] {
  const nights = to - from <= MOST_NIGHTS * DAY;
  const bands: Band[] = [];
  let date = localDate(from, zone);
  for (let n = 0; n < MOST_DAYS; n += 1, date = addDays(date, 1)) {
    const begin = instantAt(date, '00:00', zone);
    if (begin >= to) break;
    const end = instantAt(addDays(date, 1), '00:00', zone);
    const exception = exceptions.find((one) => one.date === date);
    const open = exception?.open ?? week[isoWeekday(date)];
    if (open.length === 0)
      bands.push({ from: begin, to: end, why: exception ? 'holiday' : 'weekend', text: exception?.reason ?? null });
    else if (nights) {
      let closed = begin;
      for (const { from: opens, to: closes } of open) {
        const at = instantAt(date, opens, zone);
        if (at > closed) bands.push({ from: closed, to: at, why: 'night', text: null });
        closed = closes === '24:00' ? end : instantAt(date, closes, zone);
      }
      if (closed < end) bands.push({ from: closed, to: end, why: 'night', text: null });
    }
  }
  return bands;
}

export interface Tick {
  at: number;
  /** A day begins here. */
  day: boolean;
}
const STEPS = [5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];

/** At most `most` marks: local midnights where days are wide enough, times between them where they are wider. */
export function ticksOf(zone: string, { from, to }: Range, most: number): Tick[] {
  const step = STEPS.find((one) => (to - from) / one <= most);
  const days = Math.max(1, Math.ceil((to - from) / DAY / most));
  const ticks: Tick[] = [];
  let date = localDate(from, zone);
  for (let n = 0; n < MOST_DAYS * 2; n += 1) {
    const begin = instantAt(date, '00:00', zone);
    if (begin > to) break;
    if (n % days === 0 && begin >= from) ticks.push({ at: begin, day: true });
    if (step !== undefined)
      for (let at = begin + step; at < begin + DAY; at += step)
        if (at >= from && at <= to) ticks.push({ at, day: false });
    date = addDays(date, 1);
  }
  return ticks;
}

/** The whole line with room at both ends; a line of one moment gets an hour. */
export function wholeRange(start: number, end: number): Range {
  const length = Math.max(end - start, HOUR);
  return { from: start - length * 0.03, to: start + length * 1.05 };
}

/** Nearer or farther around a moment, never wider than the whole and never narrower than ten minutes. */
export function zoomed(range: Range, by: number, around: number, whole: Range): Range {
  const length = Math.min(whole.to - whole.from, Math.max(10 * MINUTE, (range.to - range.from) * by));
  const share = (around - range.from) / (range.to - range.from);
  return within({ from: around - length * share, to: around + length * (1 - share) }, whole);
}

/** Moved back into the whole. */
export function within({ from, to }: Range, whole: Range): Range {
  const length = to - from;
  const begin = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: begin, to: begin + length };
}
