import { bySystem } from '#domain/audit/link';
import { type CareFlag, ended, isInForce } from '#domain/care/flag';
import { deputyChain } from '#domain/deputies';
import { CareFlagChanged } from '#domain/errors';
import type { PersonId } from '#domain/item';
import type { Directory, Site } from '#domain/organisation';
import { addDays, type Instant, instantAt, localDate } from '#domain/time';
import type { Page, PageRequest, Ports } from '#ports';
import type { LoadDirectory } from '../load-directory.ts';

type RoundPorts = Pick<Ports, 'care' | 'outbox' | 'clock' | 'logger' | 'metrics'> & { loadDirectory: LoadDirectory };

/** Days between two reminders of the same review. */
const AGAIN = 7;
const MORNING = '09:00';

/**
 * What comes by the calendar, for the sweeper: stewards hear that a review is due, one mail a day however many there are,
 * and again each week; what expired is emptied then. Idempotent.
 */
export const createCareRounds = (ports: RoundPorts) => {
  const { care, outbox, clock, loadDirectory } = ports;

  /** The building's steward or who stands in; without one the head of the site office. */
  const reminded = ({ site, building }: CareFlag, directory: Directory, now: Instant): PersonId | null => {
    const { buildings, sites } = directory.organisation;
    const steward = buildings.find(({ id, site: at }) => at === site && id === building)?.steward ?? null;
    const director = sites.find(({ id }) => id === site)?.director ?? null;
    const there = (person: PersonId | null) => person && deputyChain(person, directory, now).present;
    return there(steward) ?? there(director);
  };

  async function remind(flag: CareFlag, at: Instant, { zone }: Site, directory: Directory, now: Instant) {
    const today = localDate(now, zone);
    if (!isInForce(flag, today) && flag.from <= today) {
      const asked = { by: 'system', at: now, from: bySystem } as const;
      return care.put(ended(flag, 'over', 'system', now, zone), 'ended', asked, null);
    }
    const { company, site } = flag;
    const to = reminded(flag, directory, now);
    if (to !== null) {
      const item = `care-${site}-${to}-${today}`;
      const effect = { type: 'notice', id: `${item}/reviews`, about: { what: 'reviews', to, site } } as const;
      const fresh = { state: 'pending', attempts: 0, notBefore: now, at: now, error: null } as const;
      await outbox.add({ company, item, kind: 'visit', effect, ...fresh });
    }
    await care.remindAgain(flag, at, instantAt(addDays(today, AGAIN), MORNING, zone));
  }

  return async (): Promise<void> => {
    const now = clock.now();
    for await (const { company, household, flag: id, at } of every((page) => care.reminders(now, page))) {
      try {
        const { directory } = await loadDirectory(company);
        const flag = (await care.ofHousehold(company, household)).find((one) => one.id === id);
        const site = directory.organisation.sites.find((one) => one.id === flag?.site);
        if (flag && site) await remind(flag, at, site, directory, now);
      } catch (error) {
        // Changed at this very moment: the next round looks again.
        if (error instanceof CareFlagChanged) continue;
        ports.logger.error('A care reminder could not be given', { company, flag: id, error: String(error) });
        ports.metrics.count('SweepFailed', 1);
      }
    }
  };
};

async function* every<T>(read: (page: PageRequest) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page: Page<T> = await read({ cursor, limit: 100 });
    yield* page.rows;
    cursor = page.next ?? undefined;
  } while (cursor);
}
