import type { Household, HouseholdMember } from '../household.ts';
import type { Item, PersonId } from '../item.ts';
import { newItem } from '../new-item.ts';
import type { Routing } from '../routing.ts';
import type { Language, Text } from '../text.ts';
import type { Instant } from '../time.ts';
import type { VisitOf } from '../visit.ts';
import type { VisitChannel, Visits } from '../visit-rules.ts';
import { PLAIN_VISIT } from './visit-words.ts';

/** What a visit is opened with. */
export interface VisitFiling {
  id: string;
  company: string;
  number: string;
  household: Household;
  /** Whom to ask for; null: whoever the file names first that can be reached. */
  name: string | null;
  rule: { id: string; name: Text } | null;
  of: VisitOf | null;
  why: Text | null;
  /** What the visitor should know, in the site's language. */
  description: string;
  questionnaire: string;
  visitor: PersonId;
  workers: PersonId[];
  channel: VisitChannel;
  due: Instant;
  takenBy: PersonId | null;
  workflow: Item['workflow'];
  origin: Item['origin'];
}

/** A visit before its first `advance`; it waits until it is due. */
export function newVisit(
  filing: VisitFiling,
  settings: { visits: Visits; pin: { id: string; version: number } },
  facts: { routing: Routing; language: Language; pins: Pick<Item, 'templates' | 'forms'> },
  now: Instant,
): Item {
  const { household, of, rule } = filing;
  const member = memberToAsk(household, filing.name);
  const limits = facts.routing.limits.normal;
  return newItem({
    id: filing.id,
    company: filing.company,
    kind: 'visit',
    number: filing.number,
    site: household.site,
    building: household.building,
    unit: household.unit,
    place: null,
    category: of?.category ?? PLAIN_VISIT,
    department: 'customer-centre',
    severity: 'normal',
    major: false,
    repeatOf: null,
    intake: {
      description: filing.description,
      since: null,
      alreadySaid: null,
      wants: null,
      channel: 'staff',
      takenBy: filing.takenBy,
      photos: [],
      reporter: {
        household: household.id,
        name: member?.name ?? null,
        phone: member?.phone ?? null,
        email: member?.email ?? null,
        language: member?.language ?? facts.language,
        preferredTime: member?.preferredTime ?? null,
      },
    },
    workflow: filing.workflow,
    templates: facts.pins.templates,
    forms: facts.pins.forms,
    visit: {
      rule,
      of,
      why: filing.why,
      household: household.id,
      settings: settings.pin,
      questionnaire: filing.questionnaire,
      visitor: filing.visitor,
      workers: filing.workers,
      channel: filing.channel,
      tried: [],
      attempts: 0,
      gaveUp: false,
      due: filing.due,
      answers: null,
      low: settings.visits.low,
    },
    origin: filing.origin,
    limits: { acknowledge: limits.acknowledge, reply: settings.visits.within, resolve: settings.visits.within },
    createdAt: now,
    fields: {},
  });
}

/** Who is asked: whoever it was about, else the first who can be reached. */
export function memberToAsk({ members }: Household, name: string | null): HouseholdMember | null {
  return (
    members.find((member) => name !== null && member.name === name) ??
    members.find(({ phone, email }) => phone !== null || email !== null) ??
    members[0] ??
    null
  );
}
