import { bySystem } from '#domain/audit/link';
import { type CareVisit, careVisitsFor, dayVisitsFor } from '#domain/care/care-visits';
import { eventName, spanWords } from '#domain/care/event-words';
import { type CareFlag, ended, isInForce, reviewDate } from '#domain/care/flag';
import { nextDue } from '#domain/care/next-due';
import type { CareRules } from '#domain/care/rules';
import { deputyChain } from '#domain/deputies';
import { CareFlagChanged } from '#domain/errors';
import type { PersonId } from '#domain/item';
import type { Site } from '#domain/organisation';
import { HOUR, type Instant, localDate } from '#domain/time';
import type { CareDue, Ports } from '#ports';
import { NotFound } from '../errors.ts';
import { everyRow } from '../every-row.ts';
import type { CompanyFacts, LoadDirectory } from '../load-directory.ts';
import { type OpenVisit, visitId } from '../visits/open-visit.ts';
import type { CallOff } from './call-off.ts';
import { flagsAtSite } from './care-events.ts';
import { careRulesAt } from './care-rules-at.ts';

type RoundPorts = Pick<
  Ports,
  'care' | 'ids' | 'households' | 'documents' | 'outbox' | 'clock' | 'logger' | 'metrics'
> & {
  loadDirectory: LoadDirectory;
};
interface Here {
  facts: CompanyFacts;
  site: Site;
  rules: CareRules;
  now: Instant;
}

/** Flags may come and go while an event is ahead. */
const LOOK_AGAIN = 6 * HOUR;

/**
 * What comes by the calendar, for the sweeper: stewards hear that a review is due, one mail a day however many there are,
 * and again each week; what expired is emptied then; visits open before planned events and birthdays, and are called off
 * when an event is. Idempotent.
 */
export const createCareRounds = (ports: RoundPorts, openVisit: OpenVisit, callOff: CallOff) => {
  const { care, outbox, clock, loadDirectory } = ports;

  /** The building's steward or who stands in; without one the head of the site office. */
  const keeper = (site: string, building: string, { facts: { directory }, now }: Here): PersonId | null => {
    const { buildings, sites } = directory.organisation;
    const steward = buildings.find(({ id, site: at }) => at === site && id === building)?.steward ?? null;
    const director = sites.find(({ id }) => id === site)?.director ?? null;
    const there = (person: PersonId | null) => person && deputyChain(person, directory, now).present;
    return there(steward) ?? there(director);
  };
  /** Its key opens it once, however often it is found. */
  const open = async (company: string, visit: CareVisit, about: string | null, here: Here): Promise<void> => {
    const household = await ports.households.get(company, visit.household);
    const visitor = keeper(visit.site, visit.building, here);
    if (!household || visitor === null) return;
    const { language } = here.site;
    const description = [...(about === null ? [] : [about]), ...visit.todo.map((one) => one[language])].join('\n');
    const why = here.rules.rules.find(({ id }) => id === visit.rules[0])?.name ?? null;
    const request = { company, household, key: visit.key, visitor, due: here.now, description, why };
    try {
      await openVisit({ ...request, channel: 'inPerson' });
    } catch (error) {
      // Nobody published how visits go here; the next look may find it.
      if (!(error instanceof NotFound)) throw error;
      ports.logger.warn('A care visit cannot be opened: the site has no settings for visits', { company });
    }
  };

  async function ofFlag(due: CareDue, flag: CareFlag, here: Here): Promise<void> {
    const { company, site } = flag;
    const { now } = here;
    const { zone } = here.site;
    const today = localDate(now, zone);
    if (!isInForce(flag, today) && flag.from <= today) {
      const asked = { by: 'system', at: now, from: bySystem } as const;
      return care.put(ended(flag, 'over', 'system', now, zone), 'ended', asked, null);
    }
    for (const visit of dayVisitsFor([flag], here.rules, zone, now)) await open(company, visit, null, here);
    const date = reviewDate(flag);
    const reviewDue = date !== null && date <= today;
    const to = keeper(site, flag.building, here);
    if (reviewDue && to !== null) {
      const item = `care-${site}-${to}-${today}`;
      const effect = { type: 'notice', id: `${item}/reviews`, about: { what: 'reviews', to, site } } as const;
      const fresh = { state: 'pending', attempts: 0, notBefore: now, at: now, error: null } as const;
      await outbox.add({ company, item, kind: 'visit', effect, ...fresh });
    }
    await care.again(due, nextDue(flag, zone, now, reviewDue));
  }

  async function ofEvent(due: CareDue & { event: string }, here: (site: string) => Promise<Here | null>) {
    const event = await care.event(due.company, due.event);
    const at = event && (await here(event.site));
    if (!event || !at) return care.again(due, null);
    const { now, site } = at;
    await callOff(event, site, now);
    const visits = careVisitsFor(event, await flagsAtSite(ports, event.company, event.site), at.rules, site.zone, now);
    const about = `${eventName(event.kind, site.language)} ${spanWords(event, now, site.zone, site.language)}`;
    for (const visit of visits.filter(({ openAt }) => openAt <= now)) {
      const item = visitId(ports.ids, event.company, visit.key);
      await care.noteOpened(event.company, event.id, { item, round: event.retimed ?? 0 });
      await open(event.company, visit, about, at);
    }
    const later = visits.flatMap(({ openAt }) => (openAt > now ? [openAt] : []));
    const next = Math.min(now + LOOK_AGAIN, ...later);
    return care.again(due, event.cancelledAt === null && next < event.from ? next : null);
  }

  return async (): Promise<void> => {
    const now = clock.now();
    for await (const due of everyRow((page) => care.due(now, page))) {
      const { company } = due;
      const here = async (id: string): Promise<Here | null> => {
        const facts = await loadDirectory(company);
        const site = facts.directory.organisation.sites.find((one) => one.id === id);
        return site ? { facts, site, rules: await careRulesAt(ports, company, facts, id), now } : null;
      };
      try {
        if ('event' in due) await ofEvent(due, here);
        else {
          const flag = (await care.ofHousehold(company, due.household)).find((one) => one.id === due.flag);
          const at = flag && (await here(flag.site));
          if (flag && at) await ofFlag(due, flag, at);
        }
      } catch (error) {
        // Changed at this very moment: the next round looks again.
        if (error instanceof CareFlagChanged) continue;
        ports.logger.error('What care is due could not be done', { company, error: String(error) });
        ports.metrics.count('SweepFailed', 1);
      }
    }
  };
};
