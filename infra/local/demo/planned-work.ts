import { compilePlans } from '#domain/plan/compiled-plan';
import { plannedWork } from '#domain/plan/load';
import { addDays, type Instant, instantAt, localDate } from '#domain/time';
import type { System } from '#local/system';
import { demoAssets } from './assets.ts';
import type { HistorySpan } from './history-record.ts';
import type { DemoSite } from './parts.ts';
import { demoPatrol } from './patrols.ts';
import { demoPlans } from './plans.ts';
import type { createWorkers } from './workers.ts';

type PlanSystem = Pick<System, 'bootstrap' | 'loadFacts'>;
/** When people look at what has to be done: on the day it was opened, and on the day after. */
const ROUNDS = ['11:00', '10:00'] as const;
const NOTE = '示范数据 · Demo estate';

/**
 * Publishes the plans of a demo site, and says when its people do what these bring until the present. Tonight's patrol is
 * the first.
 */
export async function planWork(
  { bootstrap, loadFacts }: PlanSystem,
  company: string,
  demo: DemoSite,
  { from, until }: HistorySpan,
  workers: ReturnType<typeof createWorkers>,
): Promise<{ at: Instant; run: () => Promise<void> }[]> {
  const { id, zone } = demo.site;
  const [begins, today] = [localDate(from, zone), localDate(until, zone)];
  const plans = [...demoPlans(demoAssets(demo, begins), begins, today), demoPatrol(demo, today)];
  await bootstrap(company, [{ kind: 'plans', id, body: { plans } }], NOTE);
  const { calendar } = await loadFacts(company, id);
  const work = plannedWork(compilePlans(id, plans, calendar).values(), new Map(), new Map(), {
    from: begins,
    to: today,
  });
  const dates = [...new Set(work.map(({ date }) => date))];
  return dates
    .flatMap((date) => ROUNDS.map((time, later) => instantAt(addDays(date, later), time, zone)))
    .filter((at) => at > from && at < until)
    .map((at) => ({ at, run: () => workers.round(id) }));
}
