import type { Calendar } from './calendar.ts';
import type { Intake, Item } from './item.ts';
import { newItem } from './new-item.ts';
import type { Directory } from './organisation.ts';
import { route } from './route.ts';
import type { Routing } from './routing.ts';
import { DAY, type Instant } from './time.ts';

/** A complaint of the same household and category filed within this time after the last was closed is a repeat. */
export const REPEAT_WINDOW = 30 * DAY;
/** The same unit and category, the first still open, within this time: it joins the first. */
export const JOIN_WINDOW = DAY;

export interface Filing {
  id: string;
  company: string;
  number: string;
  site: string;
  building: string | null;
  unit: string | null;
  place: string | null;
  category: string;
  intake: Intake;
  /** The clerk heard enough: real and ours. */
  verified: boolean;
  repeatOf: string | null;
  /** The published workflow the item will be pinned to, by the id that routing names; null when there is none. */
  pin: (workflow: string) => Item['workflow'] | null;
  /** Published words and forms that hold at the site; null: there are none. */
  templates?: Item['templates'];
  forms?: Item['forms'];
  /** Answers to the intake form. */
  answers?: Item['fields'];
}

/**
 * A complaint as filed, routed and given its limits, before its first `advance`: no step entered, version 0.
 * Null: the category is unknown or its workflow is not published.
 */
export function newComplaint(
  filing: Filing,
  facts: { directory: Directory; calendar: Calendar; routing: Routing },
  now: Instant,
): Item | null {
  const item = newItem({
    id: filing.id,
    company: filing.company,
    kind: 'complaint',
    number: filing.number,
    site: filing.site,
    building: filing.building,
    unit: filing.unit,
    place: filing.place,
    category: filing.category,
    department: '',
    severity: 'normal',
    major: false,
    repeatOf: filing.repeatOf,
    intake: filing.intake,
    workflow: { id: '', version: 0 },
    templates: filing.templates ?? null,
    forms: filing.forms ?? null,
    limits: facts.routing.limits.normal,
    createdAt: now,
    fields: filing.answers ? { ...filing.answers, verified: filing.verified } : { verified: filing.verified },
  });
  const to = route(facts.routing, item, { directory: facts.directory, calendar: facts.calendar, now });
  const workflow = to && filing.pin(to.workflow);
  if (!to || !workflow) return null;
  item.department = to.department;
  item.severity = to.severity;
  item.major = to.major;
  item.limits = to.limits;
  item.workflow = workflow;
  return item;
}
