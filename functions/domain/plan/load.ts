import { grouped } from '../grouped.ts';
import { addDays, type Instant, instantAt, isoWeekday } from '../time.ts';
import { type AssetFacts, responsibleFor, retiredSince, type Subject, subjectsOf } from './asset-fact.ts';
import { type CompiledPlan, hasFixedDates, type PlanShift } from './compiled-plan.ts';
import { floatingOutlook, type Upcoming, upcoming } from './occurrences.ts';
import { newPlanState, type PlanState, subjectIn } from './plan-state.ts';

/** An order that is to come: what the year view draws. `planned` names the occurrence: the date by its rule alone. */
export interface PlannedWork {
  plan: string;
  planned: string;
  asset: Subject;
  /** Assets worked at: all of a round. */
  assets: readonly string[];
  person: string | null;
  date: string;
  at: Instant;
  shifts: readonly PlanShift[];
}

/** More of one plan and asset are not drawn in one view. */
const MOST = 1_000;

/**
 * All work of active plans on local dates `from` to `to` (both included), by date; what would have opened before a plan
 * was first published never was. Floating plans count on from their
 * state as if each order were done on its day; what only a meter brings is not known ahead.
 */
export function plannedWork(
  plans: Iterable<CompiledPlan>,
  assets: AssetFacts,
  states: ReadonlyMap<string, PlanState>,
  { from, to }: { from: string; to: string },
): PlannedWork[] {
  const found: PlannedWork[] = [];
  for (const one of plans) {
    const { plan, compiled } = one;
    if (plan.status !== 'active' || plan.meter?.alone) continue;
    const span = {
      after: instantAt(from, '00:00', compiled.zone) - 1,
      until: instantAt(addDays(to, 1), '00:00', compiled.zone) - 1,
    };
    const since = states.get(plan.id)?.since ?? Number.NEGATIVE_INFINITY;
    for (const asset of subjectsOf(plan)) {
      const retired = retiredSince(plan, asset, assets) ?? Number.POSITIVE_INFINITY;
      const person = responsibleFor(plan, asset, assets);
      for (const line of linesOf(one, asset, states.get(plan.id), span)) {
        if (line.kind !== 'comes' || line.occurrence.opens >= retired) continue;
        const { at, date, planned, shifts, opens } = line.occurrence;
        if (at <= span.after || at > span.until || opens <= since) continue;
        const assets = asset === null ? plan.assets : [asset];
        found.push({ plan: plan.id, planned, asset, assets, person, date, at, shifts });
      }
    }
  }
  return found.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
}

function linesOf(
  one: CompiledPlan,
  asset: Subject,
  state: PlanState | undefined,
  span: { after: Instant; until: Instant },
): Upcoming[] {
  if (hasFixedDates(one.plan)) return upcoming(one, asset, { ...span, most: MOST });
  const known = state ?? newPlanState(span.after);
  return floatingOutlook(one, { ...subjectIn(known, asset), since: known.since }, MOST, span.until);
}

/** Orders of a week (by its Monday), and how many of them are whose; the busiest first. */
export interface WeekLoad {
  monday: string;
  orders: number;
  people: { person: string | null; orders: number }[];
}

/** Weeks without work are left out. */
export function weeklyLoad(work: readonly PlannedWork[]): WeekLoad[] {
  const weeks = grouped(work, ({ date }) => addDays(date, 1 - isoWeekday(date)));
  return [...weeks]
    .map(([monday, all]) => ({
      monday,
      orders: all.length,
      people: [...grouped(all, ({ person }) => person)]
        .map(([person, theirs]) => ({ person, orders: theirs.length }))
        .sort((a, b) => b.orders - a.orders),
    }))
    .sort((a, b) => (a.monday < b.monday ? -1 : 1));
}

/** Two plans at one asset on one day, or more orders on one day than one person should have. */
export type Collision =
  | { kind: 'asset'; date: string; asset: string; plans: string[] }
  | { kind: 'person'; date: string; person: string; orders: number };

export function collisions(work: readonly PlannedWork[], mostADay: number): Collision[] {
  return [...grouped(work, ({ date }) => date)].flatMap(([date, all]): Collision[] => {
    const atAssets = all.flatMap(({ assets, plan }) => assets.map((asset) => ({ asset, plan })));
    const byAsset = [...grouped(atAssets, ({ asset }) => asset)].flatMap(([asset, there]): Collision[] => {
      const plans = [...new Set(there.map(({ plan }) => plan))];
      return plans.length > 1 ? [{ kind: 'asset', date, asset, plans }] : [];
    });
    const byPerson = [...grouped(all, ({ person }) => person)].flatMap(([person, theirs]): Collision[] =>
      person !== null && theirs.length > mostADay ? [{ kind: 'person', date, person, orders: theirs.length }] : [],
    );
    return [...byAsset, ...byPerson];
  });
}
