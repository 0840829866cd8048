import type { z } from 'zod';
import { actionFormFields } from '#domain/forms/forms';
import type { Incident } from '#domain/incident';
import type { Item } from '#domain/item';
import { mayAct } from '#domain/permission';
import { promiseTimes } from '#domain/promise-times';
import { summaryOf } from '#domain/summary';
import { offeredActions } from '#domain/workflow/offered';
import type { Caller } from '#http/caller';
import type { IncidentDetail, IncidentMemberView, IncidentQuery, IncidentView } from '#http/schemas/incident';
import { wireInstant, wireInstantOrNull } from '#http/schemas/wire';
import type { PageRequest, Ports } from '#ports';
import { valuesOf } from './act-together.ts';
import { type IncidentPorts, openIncident } from './link-complaints.ts';
import type { ListOf } from './list-work.ts';
import type { LoadFacts } from './load-facts.ts';
import { pinnedDefinition, pinnedForms } from './open-item.ts';
import { requireAtSite } from './site-access.ts';
import { summaryView } from './view-summary.ts';

export const incidentView = ({ company: _, ...incident }: Incident): IncidentView => ({
  ...incident,
  createdAt: wireInstant(incident.createdAt),
  closedAt: wireInstantOrNull(incident.closedAt),
});

/** Incidents and their complaints. Throws NotFound | NotAllowed. */
export function createReadIncidents(ports: IncidentPorts & Pick<Ports, 'documents'> & { loadFacts: LoadFacts }) {
  const { items, incidents, documents, clock, loadDirectory, loadFacts } = ports;
  return {
    async list(caller: Caller, query: z.infer<typeof IncidentQuery>): Promise<ListOf<IncidentView>> {
      const { site, list, cursor, limit } = query;
      const { directory } = await loadDirectory(caller.company);
      requireAtSite(caller, 'incident.read', site, directory);
      const { rows, next } = await incidents.bySite(caller.company, site, list === 'open', { cursor, limit });
      return { data: rows.map(incidentView), next };
    },

    async show(caller: Caller, id: string): Promise<IncidentDetail> {
      const incident = await openIncident(ports, caller, id, 'incident.read');
      const { calendar } = await loadFacts(caller.company, incident.site);
      return { ...incidentView(incident), times: promiseTimes(clock.now(), calendar).map(wireInstant) };
    },

    async members(caller: Caller, id: string, page: PageRequest): Promise<ListOf<IncidentMemberView>> {
      const incident = await openIncident(ports, caller, id, 'incident.read');
      const facts = await loadFacts(caller.company, incident.site);
      const { rows, next } = await incidents.members(caller.company, id, page);
      const now = clock.now();
      const actionsOf = async (item: Item): Promise<IncidentMemberView['actions']> => {
        const offered = new Set(offeredActions(item, await pinnedDefinition(documents, item)));
        return (['reply', 'resolve'] as const).filter(
          (action) => offered.has(action) && mayAct(caller.person, action, item, facts.directory),
        );
      };
      const views = rows.map(async ({ item: itemId, linkedAt, linkedBy }): Promise<IncidentMemberView[]> => {
        const item = await items.get(caller.company, itemId);
        if (!item) return [];
        const { language, email, phone } = item.intake.reporter;
        const via = email ? 'mail' : phone ? 'call' : 'none';
        const complaint = summaryView(summaryOf(item), now);
        const values = valuesOf(item, facts);
        const linked = { linkedAt: wireInstant(linkedAt), linkedBy };
        const [actions, pinned] = await Promise.all([actionsOf(item), pinnedForms(documents, item)]);
        const forms = { reply: actionFormFields(pinned, 'reply'), resolve: actionFormFields(pinned, 'resolve') };
        return [{ complaint, language, via, values, actions, forms, ...linked }];
      });
      return { data: (await Promise.all(views)).flat(), next };
    },
  };
}
