import type { Text } from '../text.ts';
import { addDays, HOUR, type Instant, instantAt, localDate, localTime } from '../time.ts';
import type { ItemKind } from '../workflow/definition.ts';
import { concerns, type PlannedEvent } from './event.ts';
import { type CareFlag, isInForce } from './flag.ts';
import { type CareRules, rulesFor } from './rules.ts';

/** A visit that care rules ask for: one a household, however many of its flags and rules do. */
export interface CareVisit {
  /** Business key: the same visit is opened once, whoever finds it and how often. */
  key: string;
  site: string;
  building: string;
  unit: string;
  household: string;
  flags: string[];
  rules: string[];
  /** What to bring, to do or to ask; as the rules say it, without anything of the flags. */
  todo: Text[];
  openAt: Instant;
  /** When it should have been; after `openAt`. */
  by: Instant;
}

/** Nobody is asked to go, or rung, before and after. */
const MORNING = '08:00';
const EVENING = '20:00';
/** When what falls into the night is asked instead, on the day before. */
const AFTERNOON = '16:00';

/**
 * Visits before a planned event, for flags that are in force when it begins. None once it has begun or was cancelled.
 * Earliest first.
 */
export function careVisitsFor(
  event: Pick<PlannedEvent, 'id' | 'site' | 'kind' | 'buildings' | 'from' | 'cancelledAt' | 'retimed'>,
  flags: readonly CareFlag[],
  rules: CareRules,
  zone: string,
  now: Instant,
): CareVisit[] {
  if (event.cancelledAt !== null || event.from <= now) return [];
  const day = localDate(event.from, zone);
  const visits = new Map<string, CareVisit>();
  for (const flag of flags) {
    if (flag.site !== event.site || !concerns(event, flag.building) || !isInForce(flag, day)) continue;
    for (const rule of rulesFor(rules, 'event', flag.kind)) {
      if (!rule.events.includes(event.kind)) continue;
      const openAt = Math.max(now, byDay(event.from - rule.hoursBefore * HOUR, zone));
      const key = `care/${event.id}/${flag.household}${event.retimed ? `/${event.retimed}` : ''}`;
      join(visits, key, flag, rule, { openAt, by: event.from });
    }
  }
  return [...visits.values()].toSorted((a, b) => a.openAt - b.openAt || (a.key < b.key ? -1 : 1));
}

/** Small tasks for days of the year that come within their rules' days; each once a year. */
export function dayVisitsFor(flags: readonly CareFlag[], rules: CareRules, zone: string, now: Instant): CareVisit[] {
  const today = localDate(now, zone);
  const visits = new Map<string, CareVisit>();
  for (const flag of flags) {
    if (flag.day === null || !isInForce(flag, today)) continue;
    const date = nextDay(flag.day, today);
    const by = instantAt(date, EVENING, zone);
    if (by <= now || !isInForce(flag, date)) continue;
    for (const rule of rulesFor(rules, 'day', flag.kind)) {
      if (addDays(date, -rule.daysBefore) > today) continue;
      join(visits, `care/day/${flag.id}/${date.slice(0, 4)}`, flag, rule, { openAt: now, by });
    }
  }
  return [...visits.values()].toSorted((a, b) => a.by - b.by || (a.key < b.key ? -1 : 1));
}

/** The next date, today included, that a day of the year falls on; 29 February is the 28th in other years. */
export function nextDay(day: string, today: string): string {
  const inYear = (year: number): string => {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return `${year}-${day === '02-29' && !leap ? '02-28' : day}`;
  };
  const year = Number(today.slice(0, 4));
  return inYear(year) >= today ? inYear(year) : inYear(year + 1);
}

/** What whoever handles an item there should know, each once; for flags that they may see (`visibleFlags`). */
export const careHints = (kind: ItemKind, flagKinds: readonly string[], rules: CareRules): Text[] => [
  ...new Set(
    flagKinds.flatMap((one) =>
      kind === 'complaint'
        ? rulesFor(rules, 'complaint', one).flatMap(({ script }) => script ?? [])
        : rulesFor(rules, 'work', one).map(({ hint }) => hint),
    ),
  ),
];

/** Whether a complaint of the household that is filed now starts one level higher. */
export const startsHigher = (flags: readonly CareFlag[], rules: CareRules, today: string): boolean =>
  flags.some(
    (flag) => isInForce(flag, today) && rulesFor(rules, 'complaint', flag.kind).some(({ level }) => level === 'higher'),
  );

function join(
  visits: Map<string, CareVisit>,
  key: string,
  { id, site, building, unit, household }: CareFlag,
  rule: { id: string; todo: Text },
  { openAt, by }: Pick<CareVisit, 'openAt' | 'by'>,
): void {
  const visit: CareVisit = visits.get(key) ?? {
    ...{ key, site, building, unit, household, openAt, by },
    ...{ flags: [], rules: [], todo: [] },
  };
  if (!visit.flags.includes(id)) visit.flags.push(id);
  if (!visit.rules.includes(rule.id)) {
    visit.rules.push(rule.id);
    visit.todo.push(rule.todo);
  }
  visits.set(key, { ...visit, openAt: Math.min(visit.openAt, openAt) });
}

/** The instant itself by day; what falls into the night comes in the afternoon before. */
function byDay(at: Instant, zone: string): Instant {
  const [date, time] = [localDate(at, zone), localTime(at, zone)];
  if (time < MORNING) return instantAt(addDays(date, -1), AFTERNOON, zone);
  return time > EVENING ? instantAt(date, AFTERNOON, zone) : at;
}
