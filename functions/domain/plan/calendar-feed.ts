import { type Instant, toIso } from '../time.ts';

/** An entry of a calendar that others subscribe to. `id` stays the same when the entry moves. */
export interface FeedEvent {
  id: string;
  at: Instant;
  summary: string;
  description: string;
  location: string;
}

/**
 * A feed in the form of RFC 5545: lines of at most 75 octets that end in CRLF. Times are UTC, so that it needs no rules of
 * zones; entries do not make anybody busy. `stamp`: when the feed was made.
 */
export function calendarFeed(name: string, events: readonly FeedEvent[], stamp: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Steward//Maintenance//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...events.flatMap(({ id, at, summary, description, location }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}`,
      `DTSTAMP:${utc(stamp)}`,
      `DTSTART:${utc(at)}`,
      `SUMMARY:${escaped(summary)}`,
      ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
      ...(location === '' ? [] : [`LOCATION:${escaped(location)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** '20261123T120000Z', whole seconds. */
const utc = (at: Instant): string => toIso(Math.floor(at / 1_000) * 1_000).replaceAll(/[-:]/g, '');

/** Control characters have no place in a text; a line break is said as "\n". */
const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');

const LONGEST = 75;

/** Never within a character: what reads line by line must not see half of one. */
function folded(line: string): string {
  let result = '';
  let length = 0;
  for (const character of line) {
    const octets = octetsOf(character.codePointAt(0) ?? 0);
    if (length + octets > LONGEST) {
      result += '\r\n ';
      length = 1;
    }
    result += character;
    length += octets;
  }
  return result;
}

const octetsOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
