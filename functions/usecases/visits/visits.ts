import type { Ports } from '#ports';
import type { Decide } from '../decide.ts';
import type { LoadDirectory } from '../load-directory.ts';
import type { LoadFacts } from '../load-facts.ts';
import { createBookVisit } from './book-visit.ts';
import { createDailyVisits } from './daily-visits.ts';
import { createFollowUp } from './follow-up.ts';
import { createOpenVisitFor } from './open-for-item.ts';
import { createOpenVisit } from './open-visit.ts';
import { createVisitEffects } from './visit-effects.ts';

type VisitPorts = Pick<
  Ports,
  'clock' | 'ids' | 'items' | 'documents' | 'households' | 'care' | 'visitBook' | 'outbox' | 'logger' | 'metrics'
>;

/** Everything that opens visits and what they bring about, on one set of ports. */
export const createVisits = (
  ports: VisitPorts,
  shared: { loadFacts: LoadFacts; loadDirectory: LoadDirectory; decide: Decide },
) => {
  const parts = { ...shared, book: createBookVisit(ports), open: createOpenVisit(ports, shared.loadFacts) };
  const followUp = createFollowUp(ports, parts);
  return {
    ...parts,
    effects: createVisitEffects(ports, { ...shared, followUp }),
    daily: createDailyVisits(ports, parts),
    openFor: createOpenVisitFor(ports, parts),
  };
};
