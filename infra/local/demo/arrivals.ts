import { addDays, type Instant, instantAt, isoWeekday, MINUTE } from '#domain/time';
import type { Random } from './random.ts';

/**
 * When people complain: service requests made to the City of Los Angeles in the 24 hours of three working days, a Saturday
 * and a Sunday (27 to 31 December 2017, 9,999 requests). Source: MyLA311, open data, public domain, https://data.lacity.org.
 */
const requestsByHour = {
  workingDay: [
    32, 4, 2, 8, 6, 18, 40, 161, 420, 535, 702, 727, 586, 650, 892, 900, 699, 551, 298, 301, 144, 105, 126, 65,
  ],
  saturday: [6, 5, 4, 10, 2, 56, 3, 16, 70, 144, 126, 104, 82, 83, 92, 116, 79, 42, 23, 27, 20, 26, 11, 24],
  sunday: [4, 6, 2, 0, 0, 1, 5, 12, 40, 60, 75, 73, 74, 64, 81, 72, 69, 47, 37, 49, 43, 19, 12, 11],
} as const;
/** Requests of one such day as a share of a working day's: three days, one, one. */
const share = { workingDay: 1, saturday: 1_171 / (7_972 / 3), sunday: 856 / (7_972 / 3) } as const;

/** Complaints of a working day at one site of six buildings. */
const PER_WORKING_DAY = 0.9;

/** What is complained about. A city's types are not an estate's: these shares are ours, by the categories of the default routing. */
export const categoryShares: readonly (readonly [category: string, weight: number])[] = [
  ['cleaning', 17],
  ['corridor-light', 15],
  ['noise-renovation', 14],
  ['parking', 13],
  ['water-leak', 11],
  ['fees', 9],
  ['greening-pests', 8],
  ['power-water-outage', 5],
  ['staff-attitude', 4],
  ['lift-trapped', 2.5],
  ['falling-object', 1.5],
];

/** The instants of one local date on which something is filed at a site, in order, in whole minutes. */
export function arrivalsOn(date: string, zone: string, random: Random): Instant[] {
  const weekday = isoWeekday(date);
  const kind = weekday === 6 ? 'saturday' : weekday === 7 ? 'sunday' : 'workingDay';
  const hours = requestsByHour[kind].map((requests, hour) => [hour, requests] as const);
  const expected = PER_WORKING_DAY * share[kind] * (0.6 + 0.8 * random.next());
  const count = Math.floor(expected) + (random.next() < expected % 1 ? 1 : 0);
  const midnight = instantAt(date, '00:00', zone);
  const end = instantAt(addDays(date, 1), '00:00', zone);
  return Array.from({ length: count }, () => {
    const minute = random.pick(hours) * 60 + Math.floor(random.next() * 60);
    return Math.min(midnight + minute * MINUTE, end - MINUTE);
  }).sort((a, b) => a - b);
}
