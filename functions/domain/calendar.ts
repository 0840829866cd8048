import type { CalendarDocument, OpenInterval } from './calendar-document.ts';
import {
  buildSpan,
  firstAbove,
  firstAtLeast,
  get,
  mergeMinutes,
  type OpenMinutes,
  openBefore,
  SPAN_DAYS,
  type Span,
} from './calendar-span.ts';
import { epochDay, type Weekday, weekdayOfDay } from './civil-date.ts';
import { CalendarNeverOpens } from './errors.ts';
import type { Text } from './text.ts';
import { DAY, type Instant, instantOfDay, minutesOf } from './time.ts';

/**
 * A compiled working calendar. Local dates become sorted open intervals in epoch ms, span by span and only when asked
 * for, so that adding a limit is a binary search. Immutable as far as callers can tell; `spans` is a memory.
 * Where a document has several exceptions for one date, the last one counts.
 */
export interface Calendar {
  /** 'id@version' of the document. */
  readonly reference: string;
  readonly zone: string;
  readonly document: CalendarDocument;
  /** Private to the domain's time core. */
  readonly spans: {
    readonly openOn: (day: number) => readonly OpenMinutes[];
    readonly built: Map<number, Span>;
    readonly exceptions: ReadonlyMap<string, CalendarDocument['exceptions'][number]>;
    /** Nothing opens at or after this instant; +Infinity where the week itself has open time. */
    readonly shutsForGood: Instant;
  };
}

/** `reference` is 'id@version'. Throws UnknownZone. */
export function compileCalendar(document: CalendarDocument, reference: string): Calendar {
  const week = new Map<Weekday, OpenMinutes[]>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) week.set(weekday, compileDay(document.week[weekday]));
  const exceptions = new Map(document.exceptions.map((exception) => [exception.date, exception]));
  const openByException = new Map([...exceptions].map(([date, { open }]) => [epochDay(date), compileDay(open)]));

  const weekOpens = [...week.values()].some((open) => open.length > 0);
  const openDays = [...openByException].filter(([, open]) => open.length > 0).map(([day]) => day);
  const lastOpenDay = weekOpens ? Number.POSITIVE_INFINITY : Math.max(...openDays); // -Infinity when there is none
  const shutsForGood = Number.isFinite(lastOpenDay) ? instantOfDay(lastOpenDay + 1, 0, document.zone) : lastOpenDay;
  instantOfDay(0, 0, document.zone); // an unknown zone is found now, not at the first deadline

  const openOn = (day: number) => openByException.get(day) ?? week.get(weekdayOfDay(day)) ?? [];
  return { reference, zone: document.zone, document, spans: { openOn, built: new Map(), exceptions, shutsForGood } };
}

function compileDay(intervals: readonly OpenInterval[]): OpenMinutes[] {
  return mergeMinutes(intervals.map(({ from, to }) => [minutesOf(from), minutesOf(to)]));
}

/** Inside an open interval; the closing instant itself is not. */
export function isOpen(calendar: Calendar, at: Instant): boolean {
  const span = spanAt(calendar, at);
  const i = firstAbove(span.from, at) - 1;
  return i >= 0 && at < get(span.to, i);
}

/** A local date with any open time, by the week or by an exception. */
export function isWorkingDay(calendar: Calendar, date: string): boolean {
  const day = epochDay(date);
  const { days } = spanNumber(calendar, Math.floor(day / SPAN_DAYS));
  return days[firstAtLeast(days, day)] === day;
}

/** Open milliseconds in `[from, to)`; 0 when `to` is not after `from`. */
export function openTimeBetween(calendar: Calendar, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  let span = spanAt(calendar, from);
  let open = -openBefore(span, from);
  while (to >= span.end) {
    open += span.open;
    span = spanNumber(calendar, span.number + 1);
  }
  return open + openBefore(span, to);
}

/** Why the date differs from the week (holiday, make-up day, short day), or null where the week decides. */
export function dayReason(calendar: Calendar, date: string): Text | null {
  return calendar.spans.exceptions.get(date)?.reason ?? null;
}

/** Whether the weekday alone, without exceptions, has open time. */
export function opensByWeek(calendar: Calendar, date: string): boolean {
  return calendar.document.week[weekdayOfDay(epochDay(date))].length > 0;
}

/** `at` itself when open, else the next opening. Throws CalendarNeverOpens. */
export function nextOpen(calendar: Calendar, at: Instant): Instant {
  let span = spanAt(calendar, at);
  let i = firstAbove(span.to, at);
  while (i === span.to.length) {
    span = spanAfter(calendar, span);
    i = 0;
  }
  return Math.max(at, get(span.from, i));
}

/** When a local date opens; where it is closed, when it begins. */
export function openingOn(calendar: Calendar, date: string): Instant {
  const midnight = instantOfDay(epochDay(date), 0, calendar.zone);
  return isWorkingDay(calendar, date) ? nextOpen(calendar, midnight) : midnight;
}

/** The span an instant lies in. */
export function spanAt(calendar: Calendar, at: Instant): Span {
  // The UTC day is at most one day away from the local one, so at most one step is needed.
  let span = spanNumber(calendar, Math.floor(at / (SPAN_DAYS * DAY)));
  if (at < span.start) span = spanNumber(calendar, span.number - 1);
  else if (at >= span.end) span = spanNumber(calendar, span.number + 1);
  return span;
}

/**
 * The next span, for a search of the next open time. Throws CalendarNeverOpens when there is none: a week with open
 * time always opens again (exceptions are finite), one without opens last on its last opening exception.
 */
export function spanAfter(calendar: Calendar, span: Span): Span {
  if (span.end >= calendar.spans.shutsForGood) throw new CalendarNeverOpens(calendar.reference, span.end);
  return spanNumber(calendar, span.number + 1);
}

function spanNumber(calendar: Calendar, number: number): Span {
  let span = calendar.spans.built.get(number);
  if (span === undefined) {
    span = buildSpan(number, calendar.zone, calendar.spans.openOn);
    calendar.spans.built.set(number, span);
  }
  return span;
}
