import type { Calendar } from '#domain/calendar';
import { newComplaint } from '#domain/complaint';
import { evaluate } from '#domain/condition';
import type { Intake } from '#domain/item';
import type { Directory } from '#domain/organisation';
import { categoryOf, type Route, route, rulesRead } from '#domain/route';
import type { Routing } from '#domain/routing';
import type { Instant } from '#domain/time';
import { type Failing, failing } from '#domain/why-rule';

/** A complaint somebody imagines. */
export interface Imagined {
  site: string;
  building: string | null;
  category: string;
  place: string | null;
  channel: Intake['channel'];
  isRepeat: boolean;
  filedAt: Instant;
}
export interface Tried {
  route: Route;
  /** Every rule in order: whether its condition holds, and what keeps it from holding. */
  rules: { id: string; holds: boolean; failing: Failing[] }[];
}

/** Where the imagined complaint would go, decided by the domain as at filing. Null: there is no such category. */
export function tryRouting(
  routing: Routing,
  { filedAt, isRepeat, channel, ...where }: Imagined,
  { directory, calendar }: { directory: Directory; calendar: Calendar },
): Tried | null {
  const reporter = {
    household: null,
    name: null,
    phone: null,
    email: null,
    language: 'zh-CN',
    preferredTime: null,
  } as const;
  const said = { description: '', since: null, alreadySaid: null, wants: null, takenBy: null, photos: [] };
  const filing = {
    ...where,
    id: 'imagined',
    company: 'imagined',
    number: '',
    unit: null,
    intake: { ...said, channel, reporter },
    verified: true,
    repeatOf: isRepeat ? 'earlier' : null,
    pin: (id: string) => ({ id, version: 1 }),
  };
  const facts = { directory, calendar, now: filedAt };
  const item = newComplaint(filing, { directory, calendar, routing }, filedAt);
  const category = categoryOf(routing, where.category);
  const found = item && route(routing, item, facts);
  if (!item || !category || !found) return null;
  const read = rulesRead(category, item, facts);
  return {
    route: found,
    rules: routing.rules.map(({ id, when }) => ({ id, holds: evaluate(when, read), failing: failing(when, read) })),
  };
}
