import type { Asset } from './asset.ts';
import type { RateName, Tally } from './order-rates.ts';
import type { Instant } from './time.ts';

/** What figures are told apart by; '' where there is none. */
export interface Dimensions {
  area: string;
  person: string;
  kind: string;
}

/** What one order or asset adds to one rate. A pure function of it, so counting it again changes nothing. */
export interface Fact extends Dimensions, Tally {
  rate: RateName;
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

const fields = ['rate', 'at', 'hit', 'of', 'area', 'person', 'kind'] as const satisfies readonly (keyof Fact)[];
export const isSame = (one: Fact, other: Fact): boolean => fields.every((field) => one[field] === other[field]);
