import { dateOfDay, epochDay, type Weekday } from '../civil-date.ts';
import { instantAt, localDate, parseIso, toIso } from '../time.ts';
import { plannedDays } from './planned-days.ts';
import type { DayOfMonth, Frequency, Recurrence } from './rule.ts';

/** RFC 5545: `DTSTART` and `RRULE`, for the rules it can express. Its weeks begin on Monday, as ours do. */

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** What RFC 5545 has no words for. */
export type Inexpressible = 'season' | 'nonWorkingDay' | 'never';

/** The two lines of an iCalendar event, or why there are none. `zone` is the site's. */
export function toRrule(rule: Recurrence, zone: string): { dtstart: string; rrule: string } | Inexpressible {
  if (rule.season !== null) return 'season';
  if (rule.nonWorkingDay !== 'asIs') return 'nonWorkingDay';
  const first = plannedDays(rule).from(epochDay(rule.start));
  if (first === null) return 'never';
  const parts = frequencyParts(rule.frequency, rule.missingDay === 'clamp');
  if (rule.end !== null) parts.push(`UNTIL=${basic(toIso(instantAt(rule.end, '24:00', zone) - 1_000))}`);
  const local = `${dateOfDay(first).replaceAll('-', '')}T${rule.time.replace(':', '')}00`;
  return { dtstart: `DTSTART;TZID=${zone}:${local}`, rrule: `RRULE:${parts.join(';')}` };
}

const basic = (iso: string): string => iso.replaceAll(/[-:]/g, '');

function frequencyParts(frequency: Frequency, clamps: boolean): string[] {
  const interval = frequency.every === 1 ? [] : [`INTERVAL=${frequency.every}`];
  switch (frequency.unit) {
    case 'day':
      return ['FREQ=DAILY', ...interval];
    case 'week':
      return ['FREQ=WEEKLY', ...interval, `BYDAY=${[...frequency.on].sort().map(dayName).join(',')}`];
    case 'month':
      return ['FREQ=MONTHLY', ...interval, ...dayParts(frequency.on, clamps)];
    case 'year':
      return ['FREQ=YEARLY', ...interval, `BYMONTH=${frequency.month}`, ...dayParts(frequency.on, clamps)];
  }
}

const dayName = (weekday: Weekday): string => DAYS[weekday - 1] ?? '';

function dayParts(on: DayOfMonth, clamps: boolean): string[] {
  if (on.kind === 'last') return ['BYMONTHDAY=-1'];
  if (on.kind === 'weekday') {
    // The fifth, else the last there is: that is the last.
    return [`BYDAY=${on.nth === 5 && clamps ? -1 : on.nth}${dayName(on.weekday)}`];
  }
  if (!clamps || on.day <= 28) return [`BYMONTHDAY=${on.day}`];
  if (on.day === 31) return ['BYMONTHDAY=-1'];
  const days = [28, 29, 30].filter((day) => day <= on.day);
  return [`BYMONTHDAY=${days.join(',')}`, 'BYSETPOS=-1'];
}

/** What of a rule could not be read: the part ("BYHOUR", "FREQ=HOURLY", "DTSTART"). */
export class RruleUnreadable extends Error {
  override readonly name = 'RruleUnreadable';
  constructor(readonly part: string) {
    super(`The recurrence rule has a part that cannot be used here: ${part}.`);
  }
}

const MOST_COUNTED = 10_000;

/**
 * Reads `DTSTART` and `RRULE` lines, in any order, as a rule on the wall clock of `zone` (a start in UTC or in another
 * zone would recur on another clock: refused). `COUNT` becomes an end. Missing days are skipped, as RFC 5545 says. Throws RruleUnreadable.
 */
export function fromRrule(text: string, zone: string): Recurrence {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const startLine = lines.find((line) => line.startsWith('DTSTART'));
  const ruleLine = lines.find((line) => line.startsWith('RRULE:'));
  if (startLine === undefined) throw new RruleUnreadable('DTSTART');
  if (ruleLine === undefined) throw new RruleUnreadable('RRULE');
  const other = lines.find((line) => line !== '' && line !== startLine && line !== ruleLine);
  if (other !== undefined) throw new RruleUnreadable(other.split(/[:;]/)[0] ?? other);

  const { date: start, time } = readStart(startLine, zone);
  const parts = new Map(
    ruleLine
      .slice(6)
      .split(';')
      .map((part) => splitPart(part)),
  );
  const take = (name: string): string | undefined => {
    const value = parts.get(name);
    parts.delete(name);
    return value;
  };
  const { frequency, clamps } = readFrequency(take, start);
  const until = take('UNTIL');
  const count = take('COUNT');
  if ((take('WKST') ?? 'MO') !== 'MO') throw new RruleUnreadable('WKST');
  const [unknown] = parts.keys();
  if (unknown !== undefined) throw new RruleUnreadable(unknown);
  const missingDay = clamps ? 'clamp' : 'skip';
  const rule: Recurrence = { frequency, time, start, end: null, season: null, missingDay, nonWorkingDay: 'asIs' };
  if (until !== undefined) return { ...rule, end: readUntil(until, time, zone) };
  return count === undefined ? rule : { ...rule, end: endOfCount(rule, count) };
}

function splitPart(part: string): [string, string] {
  const at = part.indexOf('=');
  if (at <= 0) throw new RruleUnreadable(part);
  return [part.slice(0, at).toUpperCase(), part.slice(at + 1).toUpperCase()];
}

function readStart(line: string, zone: string): { date: string; time: string } {
  const found = /^DTSTART(?:;TZID=([^:;]+))?:(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})00)?$/.exec(line);
  if (!found) throw new RruleUnreadable('DTSTART');
  const [, tzid, year, month, day, hour = '00', minute = '00'] = found;
  const date = `${year}-${month}-${day}`;
  const time = `${hour}:${minute}`;
  if ((tzid !== undefined && tzid !== zone) || time > '23:59' || minute > '59') throw new RruleUnreadable('DTSTART');
  if (dateOfDay(epochDay(date)) !== date) throw new RruleUnreadable('DTSTART');
  return { date, time };
}

/** The last date on which the rule's time is not after UNTIL. */
function readUntil(until: string, time: string, zone: string): string {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(until);
  if (!found) throw new RruleUnreadable('UNTIL');
  const [, year, month, day, hour, minute = '', second = '', utc] = found;
  const date = `${year}-${month}-${day}`;
  if (dateOfDay(epochDay(date)) !== date) throw new RruleUnreadable('UNTIL');
  if (hour === undefined) return date;
  const at =
    utc === 'Z' ? parseIso(`${date}T${hour}:${minute}:${second}Z`) : instantAt(date, `${hour}:${minute}`, zone);
  const last = localDate(at, zone);
  return instantAt(last, time, zone) <= at ? last : dateOfDay(epochDay(last) - 1);
}

function endOfCount(rule: Recurrence, count: string): string {
  const wanted = readNumber('COUNT', count, 1, MOST_COUNTED);
  const days = plannedDays(rule);
  let day = days.from(epochDay(rule.start));
  for (let n = 1; n < wanted && day !== null; n += 1) day = days.from(day + 1);
  if (day === null) throw new RruleUnreadable('COUNT');
  return dateOfDay(day);
}

type Take = (name: string) => string | undefined;

function readFrequency(take: Take, start: string): { frequency: Frequency; clamps: boolean } {
  const unit = take('FREQ') ?? '';
  const every = readNumber('INTERVAL', take('INTERVAL') ?? '1', 1, 400);
  const weekday = (((epochDay(start) + 3) % 7) + 1) as Weekday;
  switch (unit) {
    case 'DAILY':
      return { frequency: { unit: 'day', every }, clamps: false };
    case 'WEEKLY': {
      const on = take('BYDAY')?.split(',').map(readWeekday) ?? [weekday];
      return { frequency: { unit: 'week', every, on }, clamps: false };
    }
    case 'MONTHLY': {
      const { on, clamps } = readDay(take, start);
      return { frequency: { unit: 'month', every, on }, clamps };
    }
    case 'YEARLY': {
      const month = readNumber('BYMONTH', take('BYMONTH') ?? String(Number(start.slice(5, 7))), 1, 12);
      const { on, clamps } = readDay(take, start);
      return { frequency: { unit: 'year', every, month, on }, clamps };
    }
    default:
      throw new RruleUnreadable(`FREQ=${unit}`);
  }
}

function readDay(take: Take, start: string): { on: DayOfMonth; clamps: boolean } {
  const byDay = take('BYDAY');
  const byMonthDay = take('BYMONTHDAY');
  const position = take('BYSETPOS');
  if (byDay !== undefined) {
    const found = /^(-?\d)(MO|TU|WE|TH|FR|SA|SU)$/.exec(byDay);
    if (!found || byMonthDay !== undefined || position !== undefined) throw new RruleUnreadable('BYDAY');
    const nth = Number(found[1]);
    if (nth < -1 || nth > 5 || nth === 0) throw new RruleUnreadable('BYDAY');
    return { on: { kind: 'weekday', nth, weekday: readWeekday(found[2] ?? '') }, clamps: false };
  }
  if (position !== undefined) {
    // 28, 29, ... the last of them: the date, or the month's end where it has none.
    const day = { '28,29': 29, '28,29,30': 30, '28,29,30,31': 31 }[byMonthDay ?? ''];
    if (position !== '-1' || day === undefined) throw new RruleUnreadable('BYSETPOS');
    return { on: { kind: 'date', day }, clamps: true };
  }
  if (byMonthDay === '-1') return { on: { kind: 'last' }, clamps: false };
  const day = readNumber('BYMONTHDAY', byMonthDay ?? String(Number(start.slice(8))), 1, 31);
  return { on: { kind: 'date', day }, clamps: false };
}

function readWeekday(name: string): Weekday {
  const index = DAYS.map(String).indexOf(name);
  if (index < 0) throw new RruleUnreadable('BYDAY');
  return (index + 1) as Weekday;
}

function readNumber(part: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number < least || number > most) throw new RruleUnreadable(part);
  return number;
}
