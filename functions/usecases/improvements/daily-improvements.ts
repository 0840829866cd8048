import { deputyChain } from '#domain/deputies';
import { FigureTaken, ImprovementChanged } from '#domain/errors';
import { figureKey, windowBack } from '#domain/improvement/figures';
import type { PersonId } from '#domain/item';
import type { Directory } from '#domain/organisation';
import { addDays, type Instant, localDate } from '#domain/time';
import type { Ports } from '#ports';
import { everyRow } from '../every-row.ts';
import type { createMissedTargets } from '../learned/missed-targets.ts';
import type { LoadDirectory } from '../load-directory.ts';
import type { Facts, LoadFacts } from '../load-facts.ts';
import { siteOf } from '../site-access.ts';
import { noticeOf } from './notices.ts';
import { openOne } from './open-improvement.ts';

type DailyPorts = Pick<Ports, 'improvements' | 'items' | 'outbox' | 'clock' | 'ids' | 'logger' | 'metrics'>;
interface DailyParts {
  loadDirectory: LoadDirectory;
  loadFacts: LoadFacts;
  missedTargets: ReturnType<typeof createMissedTargets>;
}

/**
 * Once a local day and site: a figure that misses its target opens an improvement unless it has one, and whoever is to do
 * or to check something by today is told. Idempotent: a day that was interrupted is gone through again.
 */
export const createDailyImprovements = (ports: DailyPorts, { loadDirectory, loadFacts, missedTargets }: DailyParts) => {
  const { improvements, outbox, clock, ids } = ports;
  /** What this process has seen done, so that a sweep asks nothing on most turns. */
  const seen = new Map<string, string>();

  async function openMissed(company: string, site: string, today: string, facts: Facts): Promise<void> {
    for (const { ref, target, figure } of await missedTargets(company, site, today)) {
      const { open, closedOn } = await improvements.standing(company, ref);
      // Days that were known when the last one was closed say nothing new.
      if (open !== null || (closedOn !== null && addDays(closedOn, target.days) > today)) continue;
      const { goal, days } = target;
      const id = ids.from(`${company}/improvement/${figureKey(ref)}/${today}`);
      const opening = { id, company, ref, target: goal, days, before: { ...figure, ...windowBack(today, days) } };
      try {
        const tell = managerOf(site, facts.directory, clock.now());
        await openOne(ports, { ...opening, by: 'system', tell }, facts);
      } catch (error) {
        // By hand, at this very moment.
        if (!(error instanceof FigureTaken || error instanceof ImprovementChanged)) throw error;
      }
    }
  }

  async function remind(company: string, site: string, last: string | null, today: string, facts: Facts) {
    const days = { from: last === null ? null : addDays(last, 1), to: today };
    for await (const one of everyRow((page) => improvements.due(company, site, days, page))) {
      if (one.owner === null || one.state === 'plan') continue;
      const told =
        one.state === 'check'
          ? ({ why: 'checkDue', once: `check-${one.checkOn}` } as const)
          : ({ why: 'actionDue', once: `action-${one.actionBy}` } as const);
      await outbox.add(noticeOf(one, { ...told, to: one.owner }, facts, clock.now()));
    }
  }

  return async (company: string): Promise<void> => {
    const { directory } = await loadDirectory(company);
    for (const { id: site, zone } of directory.organisation.sites) {
      const today = localDate(clock.now(), zone);
      if ((seen.get(`${company}/${site}`) ?? '') >= today) continue;
      try {
        const last = await improvements.lastDay(company, site);
        if (last === null || last < today) {
          const facts = await loadFacts(company, site);
          await openMissed(company, site, today, facts);
          await remind(company, site, last, today, facts);
          await improvements.dayDone(company, site, today);
        }
        seen.set(`${company}/${site}`, today);
      } catch (error) {
        // One site's trouble is not the others'; the next sweep tries again.
        ports.logger.error('The figures of a site could not be looked at', { company, site, error: String(error) });
        ports.metrics.count('SweepFailed', 1);
      }
    }
  };
};

/** The head of the site office or who stands in; without one the first manager of the site. */
function managerOf(site: string, directory: Directory, now: Instant): PersonId | null {
  const { director } = siteOf(site, directory);
  const there = director && deputyChain(director, directory, now).present;
  if (there) return there;
  const managers = directory.organisation.people.filter(
    ({ role, sites, active }) => active && role === 'manager' && sites.includes(site),
  );
  return managers[0]?.id ?? null;
}
