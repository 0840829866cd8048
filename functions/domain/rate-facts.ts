import type { Asset } from './asset.ts';
import { type VisitMeasure, visitMeasures } from './learned/figure.ts';
import { againstOf, type RateName, rateNames, type Tally } from './order-rates.ts';
import type { Instant } from './time.ts';

/** What is counted of visits: their measures, and how many came out low, by the reason given. */
export type VisitCount = VisitMeasure | 'low';
export type CountedName = RateName | VisitCount;
export const visitCounts: readonly VisitCount[] = [...visitMeasures, 'low'];
export const countedNames: readonly CountedName[] = [...rateNames, ...visitCounts];

/** What figures are told apart by; '' where there is none. Those of visits alone are absent elsewhere. */
export interface Dimensions {
  area: string;
  /** Of a visit: everybody who did what was asked about, joined by blanks. */
  person: string;
  kind: string;
  /** Wave of the building's age. */
  age?: string;
  rule?: string;
  /** Of what came out low. */
  reason?: string;
}
export const dimensionNames = [
  'area',
  'person',
  'kind',
  'age',
  'rule',
  'reason',
] as const satisfies readonly (keyof Dimensions)[];
/** The ids a dimension holds: one, but of people. */
export const idsIn = (dimensions: Dimensions, name: keyof Dimensions): string[] => {
  const value = dimensions[name] ?? '';
  return name === 'person' ? value.split(' ') : [value];
};

/** What one order or asset adds to one rate. A pure function of it, so counting it again changes nothing. */
export interface Fact extends Dimensions, Tally {
  rate: CountedName;
  /** Of what happened; null: it stands as long as it is not taken back (a facility's condition). */
  at: Instant | null;
}

/** What the rates need of a work order. */
export interface RatedOrder {
  openedAt: Instant;
  ended: { at: Instant; status: string } | null;
  /** The resolve clock; null: not accepted yet. */
  clock: { metAt: Instant | null; missedAt: Instant | null } | null;
  /** By a plan, or a patrol: no repair. */
  planned: boolean;
  rework: boolean;
  /** 验收 by another person was asked. */
  inspected: boolean;
  /** How often it was declined. */
  declined: number;
  /** All that were counted on it, and when the last of them. */
  lamps: { lit: number; total: number; at: Instant } | null;
}

/** At most one fact a rate. */
export function factsOfOrder(order: RatedOrder, dimensions: Dimensions): Fact[] {
  const { area, person, kind } = dimensions;
  const fact = (rate: RateName, at: Instant, hit: number, of = 1): Fact => ({ rate, at, hit, of, area, person, kind });
  const facts: Fact[] = [];
  const { openedAt, ended, clock, lamps } = order;
  const isVoid = ended !== null && ended.status !== 'closed';
  // Who was late stays late, whatever becomes of the order afterwards.
  if (clock?.missedAt != null) facts.push(fact('timeliness', clock.missedAt, 0));
  else if (clock?.metAt != null && !isVoid) facts.push(fact('timeliness', clock.metAt, 1));
  if (isVoid) return facts;
  if (!order.planned) facts.push(fact('rework', openedAt, order.rework ? 1 : 0));
  if (order.inspected && ended) facts.push(fact('pass', ended.at, order.declined === 0 ? 1 : 0));
  if (lamps && lamps.total > 0) facts.push(fact('lighting', lamps.at, Math.min(lamps.lit, lamps.total), lamps.total));
  return facts;
}

/** The condition of a facility in use. */
export const factsOfAsset = ({ condition, kind, responsible }: Asset, area: string | null): Fact[] =>
  condition === 'retired'
    ? []
    : [
        {
          rate: 'condition',
          at: null,
          hit: condition === 'good' ? 1 : 0,
          of: 1,
          area: area ?? '',
          person: responsible ?? '',
          kind,
        },
      ];

/** Whether two lists of facts are the same, in whatever order. */
export const sameFacts = (one: readonly Fact[], other: readonly Fact[]): boolean =>
  one.length === other.length && one.every((fact) => other.some((candidate) => isSame(fact, candidate)));

const fields = ['rate', 'at', 'hit', 'of', ...dimensionNames] as const satisfies readonly (keyof Fact)[];
export const isSame = (one: Fact, other: Fact): boolean => fields.every((field) => one[field] === other[field]);

/** Whether a fact pulls its figure away from the target. How high a score is says nothing alone: `low` does. */
export function isAgainst({ rate, hit, of }: Pick<Fact, 'rate' | 'hit' | 'of'>): boolean {
  if (rate === 'low') return hit > 0;
  const known = rateNames.find((name) => name === rate);
  return known ? againstOf(known, { hit, of }) > 0 : hit < of;
}
