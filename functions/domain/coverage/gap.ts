import type { PersonId } from '../item.ts';
import type { Recipient } from '../recipients.ts';
import type { Text } from '../text.ts';
import { DAY, type Instant } from '../time.ts';
import type { Where } from './askers.ts';

/** How far a forecast looks ahead. */
export const FORECAST_DAYS = 90;

/** Worst first. `leaving`: somebody is reached, in the place of a person who does not come back (`Reason.awayForGood`). */
export const coverageStates = ['nobody', 'leaving', 'one'] as const;
export type CoverageState = (typeof coverageStates)[number];

/** Why a level reaches nobody, or what will not last: what is to be mended, and where. */
export type Reason =
  | { kind: 'vacant'; post: Recipient }
  | { kind: 'noTurn'; roster: string }
  /** Away without anybody who stands in. */
  | { kind: 'away'; person: PersonId }
  | { kind: 'inactive'; person: PersonId }
  /** Away for `LONG` or more and past the end of the forecast, with somebody standing in. */
  | { kind: 'awayForGood'; person: PersonId };

/** A stretch `[from, to)` in which a level reaches nobody, one person only, or leans on somebody who leaves. */
export interface Gap {
  from: Instant;
  to: Instant;
  state: CoverageState;
  /** Who is reached. */
  people: PersonId[];
  reasons: Reason[];
  /** Of which items this is true. */
  where: Where;
}

/** Levels of a workflow that ask the same people. */
export interface Lane {
  rungs: { step: string; label: Text; level: number }[];
  /** It asks the owner, and no step says who that will be: not looked at. */
  ownerUnknown: boolean;
  /** By begin, worst first. */
  gaps: Gap[];
}

/** A person away this long, past the end of the forecast, counts as leaving: the organisation knows no date of leaving. */
export const LONG = FORECAST_DAYS * DAY;
