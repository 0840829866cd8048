import type { z } from 'zod';
import type { Instant } from '#domain/time';
import type { NewComplaint } from '#http/schemas/complaint';
import { categoryOfType, channelOfSource } from './request-types.ts';
import { RequestsUnreadable, type ServiceRequest } from './service-request.ts';
import { instantLater, type WallTime, weeksInto } from './wall-time.ts';

/** What the customer centre types in, and how the case ends. */
export interface PlannedCase {
  key: string;
  at: Instant;
  body: z.input<typeof NewComplaint>;
  /** Null: nobody ever closes it. Not before `at`. */
  end: { at: Instant; how: 'resolve' | 'withdraw' } | null;
}
export interface Plan {
  cases: PlannedCase[];
  /** Whole weeks between the file's dates and ours. */
  weeks: number;
  /** The file goes on past the calendar's horizon. */
  beyondHorizon: boolean;
}
export interface PlanSite {
  id: string;
  zone: string;
  buildings: readonly string[];
  /** Last date the calendar knows the holidays of. */
  horizon: string;
}

/**
 * Service requests as complaints of one site, oldest first. Each gets a unit of its own, so that none joins another
 * and none counts as a repeat. What was closed before it was created is closed at once.
 * @throws RequestsUnreadable for a request type without a category
 */
export function planCases(requests: readonly ServiceRequest[], site: PlanSite): Plan {
  const dates = requests.flatMap(({ created, closed }) => [created.date, ...(closed ? [closed.date] : [])]);
  const last = dates.reduce((latest, date) => (date > latest ? date : latest), '');
  const weeks = last === '' ? 0 : weeksInto(last, site.horizon);
  const instant = (wall: WallTime) => instantLater(wall, weeks, site.zone);
  const cases = requests.map((request, index): PlannedCase => {
    const at = instant(request.created);
    const how = request.cancelled ? 'withdraw' : 'resolve';
    return {
      key: `replay-${request.number}-${index}`,
      at,
      body: bodyOf(request, index, site),
      end: request.closed && { at: Math.max(at, instant(request.closed)), how },
    };
  });
  return { cases, weeks, beyondHorizon: weeks === 0 && last > site.horizon };
}

function bodyOf({ number, type, source, area }: ServiceRequest, index: number, site: PlanSite): PlannedCase['body'] {
  const category = categoryOfType[type];
  if (!category) throw new RequestsUnreadable(`No category for "${type}": add it to request-types.ts.`);
  const { buildings } = site;
  return {
    site: site.id,
    category,
    building: buildings[index % buildings.length],
    unit: `R${String(index + 1).padStart(5, '0')}`,
    description: `${type}${area ? ` - ${area}` : ''} (${number})`,
    channel: channelOfSource[source] ?? 'desk',
    reporter: { email: `r${index + 1}@resident.example` },
    similar: 'new',
  };
}
