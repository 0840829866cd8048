import { compileCalendar } from '#domain/calendar';
import type { CalendarDocument } from '#domain/calendar-document';
import type { Directory } from '#domain/organisation';
import type { Routing } from '#domain/routing';
import type { WorkflowFacts } from '#domain/workflow/run';

/** Facts in force as plain data, fit to be handed to a worker. */
export interface PlainFacts {
  directory: Directory;
  sites: { site: string; calendar: { reference: string; body: CalendarDocument }; routing: Routing }[];
}

/** By site; sites of one calendar share it compiled. */
export function compileFacts({ directory, sites }: PlainFacts): Map<string, WorkflowFacts> {
  const calendars = new Map<string, WorkflowFacts['calendar']>();
  const calendarOf = ({ reference, body }: PlainFacts['sites'][number]['calendar']) => {
    const known = calendars.get(reference) ?? compileCalendar(body, reference);
    calendars.set(reference, known);
    return known;
  };
  return new Map(
    sites.map(({ site, calendar, routing }) => [site, { directory, calendar: calendarOf(calendar), routing }]),
  );
}
