import { daysUntil } from '#domain/asset';
import { addDays, type Instant, instantAt, localDate } from '#domain/time';
import type { System } from '#local/system';
import { demoAssets } from './assets.ts';
import type { HistorySpan } from './history-record.ts';
import type { DemoSite } from './parts.ts';
import { demoPatrol } from './patrols.ts';
import { demoPlans } from './plans.ts';
import type { createWorkers } from './workers.ts';

/** When people look at what has to be done, every day: what waits longer climbs. */
const ROUNDS = ['10:30', '15:30'] as const;
const NOTE = '示范数据 · Demo estate';

/**
 * Publishes the plans of a demo site, and says when its people do what these bring until the present. Tonight's patrol is
 * the first.
 */
export async function planWork(
  { bootstrap }: Pick<System, 'bootstrap'>,
  company: string,
  demo: DemoSite,
  { from, until }: HistorySpan,
  workers: ReturnType<typeof createWorkers>,
): Promise<{ at: Instant; run: () => Promise<void> }[]> {
  const { id, zone } = demo.site;
  const [begins, today] = [localDate(from, zone), localDate(until, zone)];
  const plans = [...demoPlans(demoAssets(demo, begins), begins, today), demoPatrol(demo, today)];
  await bootstrap(company, [{ kind: 'plans', id, body: { plans } }], NOTE);
  const dates = Array.from({ length: daysUntil(today, begins) + 1 }, (_, n) => addDays(begins, n));
  return dates
    .flatMap((date) => ROUNDS.map((time) => instantAt(date, time, zone)))
    .filter((at) => at > from && at < until)
    .map((at) => ({ at, run: () => workers.round({ id, zone }) }));
}
