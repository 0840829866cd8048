import fc from 'fast-check';
import type { Calendar } from '#domain/calendar';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import type { AssetFacts, Subject } from '#domain/plan/asset-fact';
import { type CompiledPlan, compilePlans } from '#domain/plan/compiled-plan';
import { completeOrder, type Outcome, openDue } from '#domain/plan/open-due';
import { newPlanState, type PlanHistory, type PlanState } from '#domain/plan/plan-state';
import { DAY, type Instant } from '#domain/time';
import { chineseOffice, cn } from '../calendar-fixtures.ts';
import { plus, rules } from '../recurrence/oracle.ts';
import { assetOf, assetsOf, planOf } from './plan-fixture.ts';

export const began = cn('2025-01-01 00:00');
export const ends = began + 240 * DAY;

/** An order's business key to how long after its opening it is done; never, where it says null. */
export type Diligence = (key: string) => number | null;

/**
 * Lives until `ends`: triggers at the given instants only, each order done when its diligence says. Returns what was
 * dealt with, in the order it was.
 */
export function live(history: PlanHistory, assets: AssetFacts, triggers: readonly Instant[], diligence: Diligence) {
  let state: PlanState = newPlanState(began);
  const outcomes: Outcome[] = [];
  let due: Completion[] = [];
  const completionsOf = (settled: readonly Outcome[]): Completion[] =>
    settled.flatMap(({ kind, key, asset, at, occurrence }) => {
      const after = kind === 'opened' ? diligence(key) : null;
      return after === null ? [] : [{ key, asset, occurrence: occurrence.planned, at: at + after }];
    });
  // People act when they act: an order done before the next trigger is done by then.
  const settle = (now: Instant) => {
    for (;;) {
      const whole = openDue(history, assets, state, now);
      const [first] = [...due, ...completionsOf(whole.outcomes)].sort(
        (a, b) => a.at - b.at || (a.key < b.key ? -1 : 1),
      );
      const act = first !== undefined && first.at <= now ? first : null;
      const next = act === null ? whole : completeOrder(history, assets, state, act);
      state = next.state;
      outcomes.push(...next.outcomes);
      due = [...due, ...completionsOf(next.outcomes)].filter(({ key }) => key !== act?.key);
      if (act === null) return;
    }
  };
  for (const at of [...triggers, ends]) settle(at);
  return { state, outcomes };
}

interface Completion {
  key: string;
  asset: Subject;
  occurrence: string;
  at: Instant;
}

/** The same answer for the same key: minutes to many weeks, or never. */
export const diligenceOf =
  (seed: number): Diligence =>
  (key) => {
    let hash = seed | 1;
    for (const character of key) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
    const part = Math.abs(hash % 100);
    return part < 4 ? null : (part < 70 ? part / 30 : part) * DAY + 1;
  };

const dates = fc.integer({ min: 0, max: 240 }).map((n) => plus('2025-01-01', n));
const status = fc.constantFrom(
  'active' as const,
  'active' as const,
  'active' as const,
  'paused' as const,
  'ended' as const,
);
const plans = fc
  .record({
    rule: rules,
    per: fc.constantFrom('asset' as const, 'round' as const),
    mode: fc.constantFrom('fixed' as const, 'fixed' as const, 'floating' as const),
    leadDays: fc.constantFrom(0, 0, 2, 9),
    graceDays: fc.constantFrom(0, 3),
    meter: fc.option(
      fc.record({ every: fc.integer({ min: 50, max: 900 }), unit: fc.constant('h'), alone: fc.boolean() }),
      {
        nil: null,
        freq: 3,
      },
    ),
    status,
    moves: fc.array(fc.record({ from: dates, to: dates }), { maxLength: 4 }),
    assets: fc.constantFrom<string[]>(['a'], ['a', 'b'], ['b', 'a', 'c']),
  })
  .map(({ rule, ...rest }) =>
    planOf({ ...rest, rule: { ...rule, start: '2025-01-01', end: rule.end && plus(rule.end, 365) } }),
  );

const readings = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 40 }), used: fc.integer({ min: 0, max: 400 }) }), { maxLength: 20 })
  .map((list) =>
    list.map((_, n) => ({
      at: list.slice(0, n + 1).reduce((at, { gap }) => at + gap * DAY + 7, began),
      value: list.slice(0, n + 1).reduce((value, { used }) => value + used, 1_000),
    })),
  );

/** One to three versions of a plan beside one that absorbs it, and its assets. */
export const worlds: fc.Arbitrary<{ history: PlanHistory; assets: AssetFacts }> = fc
  .record({
    versions: fc.array(plans, { minLength: 1, maxLength: 3 }),
    edits: fc.tuple(fc.integer({ min: 1, max: 239 }), fc.integer({ min: 1, max: 239 })),
    absorbing: rules,
    readings,
    retired: fc.option(fc.integer({ min: 0, max: 240 }), { nil: null, freq: 3 }),
    removed: fc.boolean(),
  })
  .map(({ versions, edits, absorbing, readings, retired, removed }) => {
    const other = planOf({ id: 'other', assets: ['a', 'b'], absorbs: ['lift-month'], rule: absorbing });
    const [first, second] = [Math.min(...edits), Math.max(...edits)];
    const days = [0, first, second + (first === second ? 1 : 0)];
    const history = versions.map((plan, n) => ({
      since: began + (days[n] ?? 0) * DAY + n * 12_345,
      plan: removed && n === 2 ? null : compiledWith(plan, other, chineseOffice),
    }));
    const retiredAt = retired === null ? null : began + retired * DAY;
    return {
      history,
      assets: assetsOf(assetOf('a', { unit: 'h', readings }), assetOf('b', { retiredAt }), assetOf('c')),
    };
  });

function compiledWith(plan: MaintenancePlan, other: MaintenancePlan, calendar: Calendar): CompiledPlan | null {
  return compilePlans('east-lake', [plan, other], calendar).get(plan.id) ?? null;
}

/** Any delivery: on time, late, twice, out of order, or none at all. */
export const triggers = fc.array(
  fc.integer({ min: -5, max: 240 * 24 - 1 }).map((hours) => began + hours * 3_600_000 + 1),
  { maxLength: 60 },
);
