import { type Calendar, spanAt } from '../calendar.ts';
import { indexOf } from '../directory-index.ts';
import { shiftsOn } from '../on-duty.ts';
import type { Directory } from '../organisation.ts';
import type { Recipient } from '../recipients.ts';
import { type Instant, localDay } from '../time.ts';

interface CutFacts {
  directory: Directory;
  calendar: Calendar;
  site: string;
}

/**
 * The instants of `[from, to)` at which who is behind these recipients may change, ascending, `from` first. `hours`: it
 * also depends on whether the site is open.
 */
export function cutsOf(
  recipients: readonly Recipient[],
  hours: boolean,
  { directory, calendar, site }: CutFacts,
  from: Instant,
  to: Instant,
): Instant[] {
  const rosters = new Set(recipients.flatMap((one) => (one.kind === 'onDuty' ? [one.roster] : [])));
  const all = [
    ...(hours ? openingsOf(calendar, from, to) : []),
    ...[...rosters].flatMap((roster) => turnsOf(roster, site, directory, calendar.zone, from, to)),
    ...directory.absences.absences.flatMap((absence) => [absence.from, absence.to]),
  ];
  const inside = new Set(all.filter((at) => at > from && at < to));
  return [from, ...[...inside].sort((a, b) => a - b)];
}

function openingsOf(calendar: Calendar, from: Instant, to: Instant): Instant[] {
  const cuts: Instant[] = [];
  for (let at = from; at < to; ) {
    const span = spanAt(calendar, at);
    cuts.push(...span.from, ...span.to);
    at = span.end;
  }
  return cuts;
}

function turnsOf(
  id: string,
  site: string,
  directory: Directory,
  fallback: string,
  from: Instant,
  to: Instant,
): Instant[] {
  const index = indexOf(directory);
  const roster = index.rosters.get(`${site}/${id}`);
  if (!roster) return [];
  const zone = index.sites.get(site)?.zone ?? fallback;
  const cuts: Instant[] = [];
  for (let day = localDay(from, zone) - 1; day <= localDay(to, zone); day += 1)
    for (const { begins, ends } of shiftsOn(roster, zone, day)) cuts.push(begins, ends);
  return cuts;
}
