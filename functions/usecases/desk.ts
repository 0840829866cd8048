import type { Ports } from '#ports';
import { createFindHouseholds } from './find-households.ts';
import { createHouseholdFile } from './household-file.ts';
import type { LoadDirectory } from './load-directory.ts';

/** What the customer centre does beside complaints, on a set of ports. */
export const createDesk = (
  ports: Pick<Ports, 'households' | 'items' | 'clock'> & { loadDirectory: LoadDirectory },
) => ({
  findHouseholds: createFindHouseholds(ports),
  households: createHouseholdFile(ports),
});
export type Desk = ReturnType<typeof createDesk>;
