import type { Absences } from '#domain/organisation';
import { eastLake } from '#local/demo/east-lake';
import { estateOf } from '#local/demo/estate';

/** The demo company with East Lake Garden alone: small, and with nothing beside it that a test did not put there. */
export const { organisation } = estateOf([eastLake]);
export const rosters = { rosters: eastLake.rosters };
export const absences: Absences = { absences: [] };

/** Those of the first three buildings: enough, and soon stored. */
export const households = eastLake.households.filter(({ building }) => ['b1', 'b2', 'b3'].includes(building));
