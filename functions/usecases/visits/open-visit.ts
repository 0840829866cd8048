import { canonical } from '#domain/canonical';
import type { Household } from '#domain/household';
import type { Item, PersonId } from '#domain/item';
import type { Text } from '#domain/text';
import type { Instant } from '#domain/time';
import type { VisitOf } from '#domain/visit';
import { newVisit } from '#domain/visit/new-visit';
import type { VisitChannel } from '#domain/visit-rules';
import type { Ports } from '#ports';
import { NotFound } from '../errors.ts';
import type { LoadFacts } from '../load-facts.ts';
import { nextNumberOf } from '../next-number.ts';
import { createStartItem, type Started, workflowAt } from '../start-item.ts';
import { visitsAt } from './visits-at.ts';

/** The workflow every visit runs on; a site may have its own version. */
export const VISIT_WORKFLOW = 'follow-up-visit';

export interface VisitRequest {
  company: string;
  household: Household;
  /** Business key: the same one opens one visit. */
  key: string;
  visitor: PersonId;
  channel: VisitChannel;
  /** The visit waits until then. */
  due: Instant;
  /** In the site's language, for whoever visits. */
  description: string;
  /** Whom to ask for. @default whoever can be reached */
  name?: string | null;
  rule?: { id: string; name: Text } | null;
  of?: VisitOf | null;
  why?: Text | null;
  /** @default the first of the settings */
  questionnaire?: string;
  workers?: PersonId[];
  takenBy?: PersonId | null;
  origin?: Item['origin'];
}

/** The same for good: what opens a visit by a key knows its id beforehand. */
export const visitId = (ids: Ports['ids'], company: string, key: string): string =>
  ids.from(canonical(['visit', company, key]));

type OpenPorts = Pick<Ports, 'clock' | 'ids' | 'items' | 'documents' | 'logger' | 'metrics'>;

/**
 * Opens one visit: by a rule, by hand, for a planned event. Cool-down and quota are the caller's: what is no survey asks
 * for neither. @throws NotFound (site, or nobody published settings or the workflow)
 */
export const createOpenVisit = (ports: OpenPorts, loadFacts: LoadFacts) => {
  const start = createStartItem(ports);
  return async (request: VisitRequest): Promise<Started> => {
    const { company, household, key } = request;
    const id = visitId(ports.ids, company, key);
    const known = await ports.items.get(company, id);
    if (known) return { item: known, isNew: false };
    const facts = await loadFacts(company, household.site);
    const heads = await ports.documents.heads(company);
    const settings = await visitsAt(ports, company, heads, household.site);
    const workflow = workflowAt(heads, VISIT_WORKFLOW, household.site);
    const site = facts.directory.organisation.sites.find((one) => one.id === household.site);
    if (!settings || !workflow || !site) throw new NotFound('document');
    const number = await nextNumberOf(ports, { company, site: site.id, kind: 'visit' }, facts);
    const item = newVisit(
      {
        ...{ id, company, number, household, workflow },
        ...{ visitor: request.visitor, channel: request.channel, due: request.due, description: request.description },
        name: request.name ?? null,
        rule: request.rule ?? null,
        of: request.of ?? null,
        why: request.why ?? null,
        questionnaire: request.questionnaire ?? settings.visits.questionnaires[0]?.id ?? '',
        workers: request.workers ?? [],
        takenBy: request.takenBy ?? null,
        origin: request.origin ?? null,
      },
      settings,
      { routing: facts.routing, language: site.language, pins: facts.pins },
      ports.clock.now(),
    );
    return start(item, facts, { key });
  };
};
export type OpenVisit = ReturnType<typeof createOpenVisit>;
