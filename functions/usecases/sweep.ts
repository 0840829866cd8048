import { ItemChanged } from '#domain/errors';
import { MINUTE } from '#domain/time';
import type { Ports } from '#ports';
import { createRestart } from './advance-item.ts';
import type { Decide } from './decide.ts';
import type { DispatchEffects } from './dispatch-effects.ts';
import { everyRow } from './every-row.ts';
import type { PublishPlanned } from './publish-planned.ts';

/** What a crash left behind, counted. All zero on a good day. */
export interface Swept {
  overdueWakeUps: number;
  stuckItems: number;
  /** Planned publications that were due: carried out, or refused and told. */
  plans: number;
  /** Orders of maintenance plans whose trigger did not come. */
  orders: number;
  /** Visits opened because of the date. */
  visits: number;
}

/** A wake-up later than this was lost; so was an effect that waits longer past its time. */
const GRACE = 2 * MINUTE;

/**
 * Every five minutes, and whenever a one-time schedule goes off that is no plan's: planned publications that are due are
 * carried out; maintenance plans whose trigger did not come are settled; items whose wake-up passed unnoticed are decided
 * now and get a new execution; effects committed and not carried out are carried out. Idempotent, and safe beside whatever runs.
 */
export const createSweep = (
  ports: Pick<Ports, 'clock' | 'items' | 'outbox' | 'planned' | 'logger' | 'metrics'>,
  decide: Decide,
  dispatch: DispatchEffects,
  publishPlanned: PublishPlanned['publish'],
  sweepPlans: () => Promise<number>,
  /** Rules of time that open visits, once a day. */
  visits: () => Promise<number>,
) => {
  const restart = createRestart(ports);
  /** One item that cannot be repaired does not keep the others from it. */
  const failed = (company: string, item: string, error: unknown): void => {
    ports.logger.error('The sweeper could not repair an item', { company, item, error: String(error) });
    ports.metrics.count('SweepFailed', 1);
  };
  return async (): Promise<Swept> => {
    const until = ports.clock.now() - GRACE;
    const swept: Swept = { overdueWakeUps: 0, stuckItems: 0, plans: 0, orders: 0, visits: 0 };
    for await (const { company, kind, id } of everyRow((page) => ports.planned.due(ports.clock.now(), page))) {
      try {
        if (await publishPlanned(company, kind, id)) swept.plans += 1;
      } catch (error) {
        failed(company, `${kind}/${id}`, error);
      }
    }
    swept.orders = await sweepPlans();
    for await (const { company, id } of everyRow((page) => ports.items.overdueWakeUps(until, page))) {
      try {
        const { item } = await decide(company, id, () => ({ type: 'timer' }));
        if (await restart(company, id, item.epoch)) swept.overdueWakeUps += 1;
      } catch (error) {
        // Somebody else is at it at this very moment: the next sweep looks again.
        if (!(error instanceof ItemChanged)) failed(company, id, error);
      }
    }
    try {
      swept.visits = await visits();
    } catch (error) {
      ports.logger.error('Visits by date could not be opened', { error: String(error) });
      ports.metrics.count('SweepFailed', 1);
    }
    const seen = new Set<string>();
    for await (const row of everyRow((page) => ports.outbox.stuck(until, page))) {
      const { company, item, effect } = row;
      if (seen.has(`${company}/${item}`)) continue;
      seen.add(`${company}/${item}`);
      try {
        // A mail about several orders, and a notice that is kept until the office opens, wait for the sweeper by design.
        const isDigest = effect.type === 'mail' && effect.together !== undefined;
        const isKept = effect.type === 'notice' && row.attempts === 0 && row.notBefore > row.at;
        if ((await dispatch(company, item)) > 0 && !isDigest && !isKept) swept.stuckItems += 1;
      } catch (error) {
        failed(company, item, error);
      }
    }
    ports.metrics.count('SweptWakeUps', swept.overdueWakeUps);
    ports.metrics.count('SweptEffects', swept.stuckItems);
    if (swept.overdueWakeUps + swept.stuckItems > 0) ports.logger.warn('The sweeper found work', { ...swept });
    return swept;
  };
};
