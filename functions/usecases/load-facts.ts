import { type Calendar, compileCalendar } from '#domain/calendar';
import { idFor } from '#domain/document-id';
import type { Item } from '#domain/item';
import type { Directory } from '#domain/organisation';
import type { Routing } from '#domain/routing';
import type { DocumentHead, Ports } from '#ports';
import { NotFound } from './errors.ts';
import { type CacheOptions, createDirectoryLoader, routingAt } from './load-directory.ts';

/** What a decision about an item of one site is made with, all of one moment. */
export interface Facts {
  directory: Directory;
  calendar: Calendar;
  routing: Routing;
  /** 'id@version' of the site's calendar. */
  calendarReference: string;
  /** Words and forms that hold at the site now: what a complaint filed now is pinned to. */
  pins: Pick<Item, 'templates' | 'forms'>;
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

/** Words and forms that hold at a site. */
export function pinsAt(heads: readonly DocumentHead[], site: string): Facts['pins'] {
  const pin = (kind: 'templates' | 'forms') => {
    const wanted = idFor(heads, kind, 'main', site);
    const head = heads.find((one) => one.kind === kind && one.id === wanted);
    return head ? { id: head.id, version: head.version } : null;
  };
  return { templates: pin('templates'), forms: pin('forms') };
}

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
    return {
      directory,
      calendar,
      routing: routingAt(known, site),
      calendarReference: calendar.reference,
      pins: pinsAt(heads, site),
    };
  };
};
export type LoadFacts = ReturnType<typeof createFactsLoader>;
