import {
  type Calendar,
  dayReason,
  isOpen,
  isWorkingDay,
  nextOpen,
  opensByWeek,
  openTimeBetween,
  spanAt,
} from './calendar.ts';
import { firstAbove, get } from './calendar-span.ts';
import { dateOfDay } from './civil-date.ts';
import type { Limit } from './limit.ts';
import type { Text } from './text.ts';
import { type Instant, instantAt, localDay } from './time.ts';

/**
 * Why a deadline is what it is: plain data for a screen to put into words. Instants are epoch ms, dates local to the
 * calendar's zone. Complete for deadlines up to 60 days away; beyond that it stays bounded, see `truncated`.
 */
export interface Explanation {
  start: Instant;
  at: Instant;
  limit: Limit;
  /** 'id@version' of the calendar, null where none was used (elapsed). */
  calendar: string | null;
  /**
   * What was counted, in order, `counted` in ms. Working hours: one entry an open interval, together exactly the limit.
   * Working days: one entry a counted day, from its opening to its closing (of the last, to the deadline).
   */
  counted: { from: Instant; to: Instant; counted: number }[];
  /** Closed dates from the start's to the deadline's; `text` names the holiday. */
  skipped: { date: string; reason: 'weekend' | 'exception'; text: Text | null }[];
  /** Dates whose hours come from an exception; `makeUp` (调休) where the week alone would be closed, else a changed day. */
  opened: { date: string; text: Text; makeUp: boolean }[];
  /** The deadline lies after the last date for which public holidays are known. */
  beyondHorizon: boolean;
  /** Where counting began when the start was outside hours (working hours and days), else null. */
  startedOutside: Instant | null;
  /** Long way: the last entry of `counted` sums up the rest, and later days are not listed. */
  truncated: boolean;
}

const MOST_COUNTED = 240;
const MOST_DAYS = 100;
const FARTHEST_DAY = 400;

/** Explains `at`, which must be the deadline of `limit` from `start`; see `addLimit`. */
export function explain(start: Instant, limit: Limit, at: Instant, calendar: Calendar): Explanation {
  const plain = { start, at, limit, counted: [], skipped: [], opened: [], startedOutside: null, truncated: false };
  if (limit.kind === 'elapsed') return { ...plain, calendar: null, beyondHorizon: false };

  const beyondHorizon = at > instantAt(calendar.document.horizon, '24:00', calendar.zone);
  const base = { ...plain, calendar: calendar.reference, beyondHorizon };
  if (at === start) return base;

  const counted =
    limit.kind === 'workingHours' ? countedIntervals(calendar, start, at) : countedDays(calendar, start, limit, at);
  const days = listDays(calendar, start, at);
  const outside = limit.kind !== 'workingDayAt' && !isOpen(calendar, start);
  return {
    ...base,
    counted: counted
      .slice(0, MOST_COUNTED)
      .concat(counted.length > MOST_COUNTED ? [sumUp(counted.slice(MOST_COUNTED))] : []),
    skipped: days.skipped.slice(0, MOST_DAYS),
    opened: days.opened.slice(0, MOST_DAYS),
    startedOutside: outside ? nextOpen(calendar, start) : null,
    truncated:
      days.cut || counted.length > MOST_COUNTED || days.skipped.length > MOST_DAYS || days.opened.length > MOST_DAYS,
  };
}

type Counted = Explanation['counted'][number];

function countedIntervals(calendar: Calendar, start: Instant, at: Instant): Counted[] {
  const counted: Counted[] = [];
  let span = spanAt(calendar, start);
  let i = firstAbove(span.to, start);
  for (;;) {
    for (; i < span.from.length && get(span.from, i) < at; i++) {
      const from = Math.max(start, get(span.from, i));
      const to = Math.min(at, get(span.to, i));
      const last = counted.at(-1);
      if (last?.to === from) counted[counted.length - 1] = { from: last.from, to, counted: last.counted + to - from };
      else counted.push({ from, to, counted: to - from });
    }
    if (span.end >= at) return counted;
    span = spanAt(calendar, span.end);
    i = 0;
  }
}

/** The days a day limit counts: the n days after the start's; the start's own for 0. */
function countedDays(calendar: Calendar, start: Instant, limit: Limit & { days: number }, at: Instant): Counted[] {
  const counted: Counted[] = [];
  let span = spanAt(calendar, start);
  let i =
    limit.kind === 'workingDayAt'
      ? firstAbove(span.midnight, start)
      : firstAbove(span.closing, start) + Math.min(1, limit.days);
  for (let left = Math.max(1, limit.days); left > 0; left--, i++) {
    while (i >= span.days.length) {
      i -= span.days.length;
      span = spanAt(calendar, span.end);
    }
    const to = left === 1 ? at : get(span.closing, i);
    const from = Math.min(to, Math.max(start, get(span.opening, i)));
    counted.push({ from, to, counted: openTimeBetween(calendar, from, to) });
  }
  return counted;
}

function sumUp(rest: readonly Counted[]): Counted {
  return {
    from: rest[0]?.from ?? 0,
    to: rest.at(-1)?.to ?? 0,
    counted: rest.reduce((sum, { counted }) => sum + counted, 0),
  };
}

function listDays(calendar: Calendar, start: Instant, at: Instant) {
  const skipped: Explanation['skipped'] = [];
  const opened: Explanation['opened'] = [];
  const first = localDay(start, calendar.zone);
  const last = localDay(at - 1, calendar.zone); // a deadline at 24:00 belongs to the day it ends
  for (let day = first; day <= Math.min(last, first + FARTHEST_DAY); day++) {
    const date = dateOfDay(day);
    const text = dayReason(calendar, date);
    if (!isWorkingDay(calendar, date)) skipped.push({ date, reason: text === null ? 'weekend' : 'exception', text });
    else if (text !== null) opened.push({ date, text, makeUp: !opensByWeek(calendar, date) });
  }
  return { skipped, opened, cut: last > first + FARTHEST_DAY };
}
