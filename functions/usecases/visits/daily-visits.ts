import type { Household } from '#domain/household';
import { addDays, instantAt, localDate } from '#domain/time';
import { buildingsDue, dueOn, goesByDate } from '#domain/visit/by-date';
import { byTime } from '#domain/visit/candidates';
import { plainWords } from '#domain/visit/visit-words';
import type { Ports } from '#ports';
import type { LoadDirectory } from '../load-directory.ts';
import type { LoadFacts } from '../load-facts.ts';
import type { BookVisit } from './book-visit.ts';
import type { OpenVisit } from './open-visit.ts';
import { visitsAt } from './visits-at.ts';

type DailyPorts = Pick<Ports, 'clock' | 'documents' | 'households' | 'visitBook' | 'logger' | 'metrics'>;
interface DailyParts {
  loadDirectory: LoadDirectory;
  loadFacts: LoadFacts;
  book: BookVisit;
  open: OpenVisit;
}
/** Days of an outage that are made up for. */
const MOST_DAYS = 7;

/**
 * Rules of time, once a local day and site: whoever is due by the calendar is booked and opened. Idempotent: a day that was
 * interrupted is gone through again, and who has a place keeps it. @returns how many visits were opened
 */
export const createDailyVisits = (ports: DailyPorts, { loadDirectory, loadFacts, book, open }: DailyParts) => {
  const homesIn = async (company: string, site: string, building: string): Promise<Household[]> => {
    const homes: Household[] = [];
    let cursor: string | undefined;
    do {
      const page = await ports.households.bySite(company, site, building, { limit: 100, cursor });
      homes.push(...page.rows);
      cursor = page.next ?? undefined;
    } while (cursor);
    return homes;
  };

  const day = async (company: string, site: string, date: string): Promise<number> => {
    const facts = await loadFacts(company, site);
    const settings = await visitsAt(ports, company, await ports.documents.heads(company), site);
    if (!settings || !goesByDate(settings.visits)) return 0;
    const { visits } = settings;
    const { buildings, sites } = facts.directory.organisation;
    const language = sites.find(({ id }) => id === site)?.language ?? 'zh-CN';
    const at = instantAt(date, '00:00', facts.calendar.zone);
    let opened = 0;
    const here = buildings.filter((building) => building.site === site);
    for (const building of buildingsDue(visits, date, here)) {
      const homes = new Map((await homesIn(company, site, building.id)).map((home) => [home.id, home]));
      for (const due of dueOn(visits, date, building, [...homes.keys()])) {
        const household = homes.get(due.household);
        if (!household) continue;
        const booking = await book(company, visits, byTime(due, household, at), facts);
        if (typeof booking === 'string') continue;
        const { rule } = due;
        const { isNew } = await open({
          ...{ company, household, key: booking.key, visitor: booking.visitor, channel: booking.channel },
          due: booking.due,
          description: `${rule.name[language]}${language === 'en' ? '. ' : '：'}${plainWords[language]}`,
          rule: { id: rule.id, name: rule.name },
          questionnaire: rule.questionnaire,
        });
        if (isNew) opened += 1;
      }
    }
    return opened;
  };

  return async (company: string): Promise<number> => {
    const { directory } = await loadDirectory(company);
    let opened = 0;
    for (const { id, zone } of directory.organisation.sites) {
      const today = localDate(ports.clock.now(), zone);
      const last = await ports.visitBook.lastDay(company, id);
      if (last !== null && last >= today) continue;
      const first = last === null ? today : addDays(last, 1);
      const from = first < addDays(today, -MOST_DAYS) ? addDays(today, -MOST_DAYS) : first;
      for (let date = from; date <= today; date = addDays(date, 1)) {
        opened += await day(company, id, date);
        await ports.visitBook.dayDone(company, id, date);
      }
    }
    ports.metrics.count('VisitsByDate', opened);
    return opened;
  };
};
