import type { Origin } from '../audit/link.ts';
import type { PersonId } from '../item.ts';
import type { Instant } from '../time.ts';

/** What a look at a sensitive flag was for: the household's file, work that led there, a copy for the resident. */
export const lookReasons = ['file', 'item', 'export'] as const;
/** Somebody looked at a sensitive flag. Says whose it is and not what it says. */
export interface CareLook {
  id: string;
  at: Instant;
  by: PersonId;
  site: string;
  building: string;
  unit: string;
  household: string;
  flag: string;
  reason: (typeof lookReasons)[number];
  from: Origin;
}

/** How somebody was spoken to; what was said is not kept. */
export const contactWays = ['phone', 'message', 'visit', 'met'] as const;
export interface CareContact {
  household: string;
  at: Instant;
  by: PersonId;
  how: (typeof contactWays)[number];
}
