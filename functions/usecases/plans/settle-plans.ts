import { canonical } from '#domain/canonical';
import { PlanMoved } from '#domain/errors';
import type { Outcome, Settlement } from '#domain/plan/open-due';
import { armedFor, lateAmong, looksAt, type OrderEnd, settlePlan, withOpened } from '#domain/plan/settle';
import type { Instant } from '#domain/time';
import type { PlanRow, Ports } from '#ports';
import type { LoadDirectory } from '../load-directory.ts';
import type { Orders, PreparedOrder } from '../orders/open-order.ts';
import { abreast, createGatherPlans, type GatheredPlan, type GatheredSite } from './gather-plans.ts';
import { prepareTogether } from './open-together.ts';
import { requestFor } from './plan-orders.ts';

type SettlePorts = Pick<Ports, 'assets' | 'clock' | 'documents' | 'ids' | 'items' | 'plans' | 'logger' | 'metrics'> & {
  loadDirectory: LoadDirectory;
};

/** What a settlement did. */
export interface Settled {
  opened: number;
  missed: number;
  /** Of those opened: after their time. */
  late: number;
}
/** A plan on its way to what was decided: `row` is what stands in the store. */
interface Moving {
  gathered: GatheredPlan;
  row: PlanRow;
  settled: Settlement;
  /** Orders still to be opened: the last takes the plan to where it was decided to stand. */
  left: number;
  /** By somebody else meanwhile: it is settled anew. */
  moved: boolean;
}
interface Waiting {
  moving: Moving;
  outcome: Outcome;
  order: PreparedOrder;
}

/** How often plans that somebody else moved meanwhile are settled anew; then the sweeper finds them. */
const ATTEMPTS = 5;

/**
 * Settles plans of a site: opens what is due, each order in one transaction with its plan's row, in the order they were
 * due; counts what was missed behind an open one; arms the next. Whoever calls, how often and when: the same orders, each once.
 */
export const createSettlePlans = (ports: SettlePorts, opening: Orders) => {
  const { gather } = createGatherPlans(ports);
  const nothing = (): Settled => ({ opened: 0, missed: 0, late: 0 });

  const failed = ({ company, site, plan }: PlanRow, error: unknown): void => {
    ports.logger.error('A maintenance plan could not be settled', { company, site, plan, error: String(error) });
    ports.metrics.count('PlanFailed', 1);
  };
  const stumble = (moving: Moving, error: unknown): void => {
    if (error instanceof PlanMoved) moving.moved = true;
    else failed(moving.row, error);
  };
  const decide = (gathered: GatheredPlan, now: Instant): Moving => {
    const { row, history, assets, ends } = gathered;
    const settled = settlePlan(history, assets, row.state, ends, now);
    const left = settled.outcomes.filter(({ kind }) => kind === 'opened').length;
    return { gathered, row, settled, left, moved: false };
  };

  /** In the order they were due. */
  const prepareAll = async (all: readonly Moving[], site: GatheredSite): Promise<Waiting[]> => {
    const wanted = all
      .flatMap((moving) => moving.settled.outcomes.map((outcome) => ({ moving, outcome })))
      .filter(({ outcome }) => outcome.kind === 'opened')
      .sort((a, b) => a.outcome.at - b.outcome.at || a.outcome.occurrence.at - b.outcome.occurrence.at);
    const requests = wanted.map(({ moving, outcome }) => requestFor(moving.gathered, outcome, site));
    const ready = await prepareTogether(opening, requests);
    return wanted.flatMap(({ moving, outcome }, n): Waiting[] => {
      const one = ready[n];
      if (one && 'order' in one) return [{ moving, outcome, order: one.order }];
      // The others are opened; the plan stays due for this one.
      failed(moving.row, one?.error);
      return [];
    });
  };

  const whole = ({ gathered, row, settled }: Moving, now: Instant): PlanRow => {
    const count = lateAmong(settled.outcomes, now);
    return {
      ...row,
      version: row.version + 1,
      state: settled.state,
      armed: armedFor(gathered.history, settled.state),
      look: looksAt(gathered.history, now),
      madeUp: count > 0 ? { at: now, count } : row.madeUp,
    };
  };
  /** Due until all its orders are open: after a crash the sweeper goes on. */
  const halfway = ({ row, settled }: Moving, outcome: Outcome): PlanRow => ({
    ...row,
    version: row.version + 1,
    state: withOpened(row.state, outcome, settled.state),
    armed: { occurrence: outcome.occurrence.planned, at: outcome.at },
  });

  const open = async ({ moving, outcome, order }: Waiting, now: Instant, counts: Settled): Promise<void> => {
    const plan = moving.left === 1 ? whole(moving, now) : halfway(moving, outcome);
    const { opened } = await opening.commit(order, { key: outcome.key, plan });
    if (opened) counts.opened += 1;
    // It was there already, though its plan did not know: then the plan moves alone.
    else await ports.plans.put(plan);
    moving.row = plan;
    moving.left -= 1;
  };
  /** Delivered twice there is nothing to write: what nobody decided stays as it was. */
  const isSame = ({ row, settled, gathered }: Moving, now: Instant): boolean =>
    row.version > 0 &&
    settled.outcomes.length === 0 &&
    canonical(row.armed) === canonical(armedFor(gathered.history, settled.state)) &&
    (looksAt(gathered.history, now) === null ? row.look === null : row.look !== null && row.look > now) &&
    canonical(row.state.subjects) === canonical(settled.state.subjects);

  /** Plans that somebody else moved meanwhile. */
  const attempt = async (
    company: string,
    site: string,
    names: readonly string[],
    told: ReadonlyMap<string, readonly OrderEnd[]>,
    counts: Settled,
  ): Promise<string[]> => {
    const now = ports.clock.now();
    const facts = await ports.loadDirectory(company);
    const found = await gather(company, site, names, facts, told, now);
    const all = found.plans.map((gathered) => decide(gathered, now));
    for (const one of await prepareAll(all, found)) {
      if (one.moving.moved) continue;
      try {
        await open(one, now, counts);
      } catch (error) {
        stumble(one.moving, error);
      }
    }
    const quiet = all.filter(({ settled, moved }) => !moved && !settled.outcomes.some(({ kind }) => kind === 'opened'));
    await abreast(quiet, async (moving) => {
      if (isSame(moving, now)) return;
      try {
        await ports.plans.put(whole(moving, now));
      } catch (error) {
        stumble(moving, error);
      }
    });
    for (const { settled, moved } of all) {
      if (moved) continue;
      counts.missed += settled.outcomes.filter(({ kind }) => kind === 'missed').length;
      counts.late += lateAmong(settled.outcomes, now);
    }
    return all.flatMap(({ row, moved }) => (moved ? [row.plan] : []));
  };

  return async (
    company: string,
    site: string,
    plans: readonly string[],
    told: ReadonlyMap<string, readonly OrderEnd[]> = new Map(),
  ): Promise<Settled> => {
    const counts = nothing();
    let left: readonly string[] = plans;
    for (let n = 1; n <= ATTEMPTS && left.length > 0; n += 1) left = await attempt(company, site, left, told, counts);
    if (left.length > 0) ports.logger.warn('Maintenance plans keep moving', { company, site, plans: left.length });
    ports.metrics.count('PlannedOrders', counts.opened);
    return counts;
  };
};
export type SettlePlans = ReturnType<typeof createSettlePlans>;
