import type { Ports } from '#ports';
import type { ActOnItem } from './act-on-item.ts';
import { createActTogether } from './act-together.ts';
import { createFindHouseholds } from './find-households.ts';
import { createHouseholdFile } from './household-file.ts';
import { createLinkComplaints, createUnlinkComplaint, type IncidentPorts } from './link-complaints.ts';
import { createListArchive } from './list-archive.ts';
import type { LoadFacts } from './load-facts.ts';
import { createReadIncidents } from './read-incidents.ts';
import { createSearchDesk } from './search-desk.ts';

type DeskPorts = IncidentPorts &
  Pick<Ports, 'households' | 'documents'> & { loadFacts: LoadFacts; actOnItem: ActOnItem };

/** What the customer centre does beside single complaints, on a set of ports. */
export function createDesk(ports: DeskPorts) {
  const findHouseholds = createFindHouseholds(ports);
  return {
    findHouseholds,
    households: createHouseholdFile(ports),
    linkComplaints: createLinkComplaints(ports),
    unlinkComplaint: createUnlinkComplaint(ports),
    actTogether: createActTogether(ports),
    incidents: createReadIncidents(ports),
    listArchive: createListArchive(ports),
    search: createSearchDesk({ ...ports, findHouseholds }),
  };
}
export type Desk = ReturnType<typeof createDesk>;
