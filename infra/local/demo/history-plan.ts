import type { z } from 'zod';
import type { Household } from '#domain/household';
import type { Building } from '#domain/organisation';
import { addDays, DAY, type Instant, instantAt, localDate, MINUTE } from '#domain/time';
import type { NewComplaint } from '#http/schemas/complaint';
import { defaultRouting } from '#workflows/default-routing';
import { arrivalsOn, categoryShares } from './arrivals.ts';
import { type CourseName, courseOf, type Step } from './course.ts';
import { planOutage } from './outage.ts';
import type { DemoSite } from './parts.ts';
import { createRandom, type Random } from './random.ts';
import { saidAbout } from './told.ts';

export interface PlannedComplaint {
  key: string;
  at: Instant;
  body: z.input<typeof NewComplaint>;
  course: CourseName;
  steps: readonly Step[];
  /** One of several about the same outage: handled together. */
  outage?: true;
  /** Of a resident who writes themselves, on the page of the web. */
  web?: Household;
  /** A photo of what is wrong comes with it, and one of what was mended. */
  photos?: true;
}

/** Days ago: two of them are working days, also over a weekend. */
const FORGOTTEN = 4;
/** One in so many complaints is written on the page of the web; read so many minutes later. */
const EACH_BY_WEB = 9;
const READ_AFTER = 12;

/** Buildings complain most in their first half year, again until they are two, and from eight years on. */
function wave({ handedOver }: Building, at: Instant): number {
  const years = (at - Date.parse(handedOver)) / (365.25 * DAY);
  if (years < 0) return 0;
  if (years < 0.5) return 3;
  if (years < 2) return 2;
  return years < 8 ? 1 : 2.2;
}

/** The complaints of `days` local days before `until`, oldest first; the same for the same arguments. */
export function planHistory(
  sites: readonly DemoSite[],
  until: Instant,
  days: number,
  seed: number,
): PlannedComplaint[] {
  const random = createRandom(seed);
  const single = sites
    .flatMap((site) => {
      const first = localDate(until - days * DAY, site.site.zone);
      return Array.from({ length: days + 1 }, (_, n) => arrivalsOn(addDays(first, n), site.site.zone, random)).flatMap(
        (instants) => instants.map((at) => plan(site, at, random)),
      );
    })
    .filter(({ at }) => at > until - days * DAY && at < until - 5 * MINUTE);
  const residents = new Map(sites.flatMap(({ households }) => households.map((one) => [one.id, one] as const)));
  const told = single.map((one, n) => ({ ...one, ...(n % EACH_BY_WEB === 2 && byWeb(one, residents)) }));
  const special = sites
    .slice(0, 1)
    .flatMap((site) => [...planOutage(site, until, days), ...planForgotten(site, until)]);
  return [...told, ...special]
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
    .map((one, index) => ({ ...one, key: `history-${index}` }));
}

/** What nobody knows yet is verified first, as soon as somebody reads it. */
function byWeb(
  { body: { household }, steps }: PlannedComplaint,
  residents: ReadonlyMap<string, Household>,
): Partial<PlannedComplaint> {
  const web = residents.get(household ?? '');
  if (!web?.members.some(({ email }) => email !== null)) return {};
  return { web, photos: true, steps: [{ after: READ_AFTER, do: 'accept' }, ...steps] };
}

function plan({ site, buildings, households }: DemoSite, at: Instant, random: Random): PlannedComplaint {
  const category = random.pick(categoryShares);
  const severity = defaultRouting.categories.find(({ id }) => id === category)?.severity ?? 'normal';
  const building = random.pick(buildings.map((one) => [one, wave(one, at)] as const));
  const household: Household = random.one(households.filter((one) => one.building === building.id));
  const { name: course, steps } = courseOf(severity, random);
  return {
    key: `${site.id} ${random.next()}`,
    at,
    course,
    steps,
    body: {
      site: site.id,
      category,
      building: household.building,
      unit: household.unit,
      household: household.id,
      description: random.one(saidAbout(category, site.language)),
      channel: random.pick([
        ['phone', 6],
        ['desk', 2],
        ['message', 2],
      ] as const),
      wants: random.pick([
        ['solution', 7],
        ['heard', 1],
        ['respect', 1],
      ] as const),
      similar: 'new',
    },
  };
}

/** One that nobody has acted on yet, however high it climbed: what the overdue list is for. */
function planForgotten({ site, households }: DemoSite, until: Instant): PlannedComplaint[] {
  const at = instantAt(addDays(localDate(until, site.zone), -FORGOTTEN), '15:10', site.zone);
  const category = 'corridor-light';
  const description = saidAbout(category, site.language)[0] ?? category;
  return households.slice(-1).map(({ id, building, unit }) => ({
    key: 'forgotten',
    at,
    course: 'top',
    steps: [],
    body: { site: site.id, category, building, unit, household: id, description, channel: 'desk', similar: 'new' },
  }));
}
