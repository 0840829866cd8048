import { type Calendar, compileCalendar } from '#domain/calendar';
import type { Directory } from '#domain/organisation';
import type { Routing } from '#domain/routing';
import type { Ports } from '#ports';
import { NotFound } from './errors.ts';
import { type CacheOptions, createDirectoryLoader, routingAt } from './load-directory.ts';

/** What a decision about an item of one site is made with, all of one moment. */
export interface Facts {
  directory: Directory;
  calendar: Calendar;
  routing: Routing;
  /** 'id@version' of the site's calendar. */
  calendarReference: string;
}

/** Compiled calendars by id and version; they live as long as the loader. Throws NotFound. */
export const createCalendarLoader = (ports: Pick<Ports, 'documents'>) => {
  const compiled = new Map<string, Calendar>();
  return async (company: string, id: string, version: number): Promise<Calendar> => {
    const key = `${company}/${id}@${version}`;
    const known = compiled.get(key);
    if (known) return known;
    const document = await ports.documents.version(company, 'calendar', id, version);
    if (!document) throw new NotFound('document');
    const calendar = compileCalendar(document.body, `${id}@${version}`);
    compiled.set(key, calendar);
    return calendar;
  };
};

/**
 * A loader of the current organisation, rosters, absences, the site's routing and its compiled calendar.
 * Throws NotFound for a company without organisation or routing, an unknown site, or a site without its calendar.
 */
export const createFactsLoader = (ports: Pick<Ports, 'documents'>, options: CacheOptions = {}) => {
  const loadDirectory = createDirectoryLoader(ports, options);
  const loadCalendar = createCalendarLoader(ports);
  return async (company: string, site: string): Promise<Facts> => {
    const known = await loadDirectory(company);
    const { directory, heads } = known;
    const found = directory.organisation.sites.find(({ id }) => id === site);
    if (!found) throw new NotFound('site');
    const head = heads.find(({ kind, id }) => kind === 'calendar' && id === found.calendar);
    if (!head) throw new NotFound('document');
    const calendar = await loadCalendar(company, found.calendar, head.version);
    return { directory, calendar, routing: routingAt(known, site), calendarReference: calendar.reference };
  };
};
export type LoadFacts = ReturnType<typeof createFactsLoader>;
