import type { Item } from '#domain/item';
import type { Recipient } from '#domain/recipients';
import { resolveRecipients } from '#domain/recipients';
import { channelOf } from '#domain/visit/candidate';
import { reachOf } from '#domain/visit/candidates';
import { aboutWords } from '#domain/visit/visit-words';
import { visitingTime } from '#domain/visit/visiting-time';
import { workersOf } from '#domain/visit/workers-of';
import type { Ports } from '#ports';
import type { LoadFacts } from '../load-facts.ts';
import type { Linked, Opens } from '../open-linked.ts';
import { readTimeline } from '../read-timeline.ts';
import { householdOf, nameOf, visitOf } from './follow-up.ts';
import type { OpenVisit } from './open-visit.ts';
import { visitsAt } from './visits-at.ts';

const visitors: Recipient[] = [
  { kind: 'steward' },
  { kind: 'handler', department: 'customer-centre' },
  { kind: 'head', department: 'customer-centre' },
];

/**
 * The visit a step of a workflow opens: to the home the item is about, as soon as residents may be asked, by whoever keeps
 * the building and did not do the work. Its manager asked for it, so neither share nor cool-down decides. Null: it is
 * about no home on file, or nobody could go.
 */
export const createOpenVisitFor =
  (
    ports: Pick<Ports, 'clock' | 'items' | 'documents' | 'households'>,
    { loadFacts, open }: { loadFacts: LoadFacts; open: OpenVisit },
  ) =>
  async (origin: Item, { id }: Opens): Promise<Linked | null> => {
    const { company, site, number, kind } = origin;
    const household = await householdOf(ports, origin);
    const facts = await loadFacts(company, site);
    const settings = await visitsAt(ports, company, await ports.documents.heads(company), site);
    if (!household || !settings) return null;
    const due = visitingTime(ports.clock.now(), settings.visits.quiet, facts.calendar);
    if (due === null) return null;
    const asker = { site, building: household.building, department: 'customer-centre', owner: null };
    const workers = workersOf(origin, await readTimeline(ports, company, origin.id));
    const { people } = resolveRecipients(visitors, asker, facts.directory, facts.calendar, due);
    const visitor = people.find((person) => !workers.includes(person));
    if (visitor === undefined) return null;
    const { name } = origin.intake.reporter;
    const about = await nameOf(ports, origin, facts);
    const language = facts.directory.organisation.sites.find((one) => one.id === site)?.language ?? 'zh-CN';
    const { item } = await open({
      ...{ company, household, key: `open/${id}`, visitor, due, name, workers },
      channel: channelOf('preferred', reachOf(household, name)),
      description: aboutWords(origin, about)[language],
      of: visitOf(origin, about),
      origin: { item: origin.id, number, kind, why: 'rule', detail: null },
    });
    return { item: item.id, number: item.number };
  };
export type OpenVisitFor = ReturnType<typeof createOpenVisitFor>;
