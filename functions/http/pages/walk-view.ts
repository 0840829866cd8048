import type { Lamps, PatrolFigures, PointStanding } from '#domain/patrol/patrol';
import type { Instant } from '#domain/time';
import type { ActionPageView, PageFrame, PageOffer } from './view.ts';

/** A point of the night on the page for its walk. */
export interface WalkPoint {
  id: string;
  name: string;
  standing: PointStanding;
  from: Instant;
  to: Instant;
  countsLamps: boolean;
  lampsTotal: number | null;
  /** Who was there, and when. */
  by: string | null;
  at: Instant | null;
  lamps: Lamps | null;
}

/** Data of the page for the walk: names instead of ids, in the reader's language. Instants are epoch ms. */
export interface WalkView extends PageFrame {
  now: Instant;
  zone: string;
  name: string;
  /** What is to be looked at; null: it speaks for itself. */
  work: string | null;
  starts: Instant;
  ends: Instant;
  over: boolean;
  figures: PatrolFigures;
  points: WalkPoint[];
  /** The point whose form is open; null: none can be recorded now. */
  open: string | null;
  /** The point to go to; null: none is left. */
  next: string | null;
  /** Whether the reader may record points. */
  may: boolean;
  /** Labels scanned in this browser lead to this walk. */
  scans: boolean;
  /** Recorded just now. */
  saved: string | null;
  /** What may be done besides. */
  offers: PageOffer[];
  /** Fresh for each GET; the same form posted twice acts once. */
  nonce: string;
  /** A form that could not be taken: shown again with everything typed. */
  posted: ActionPageView['posted'];
}

/** What scanning the label of a point shows to somebody who walks. */
export interface PointView extends PageFrame {
  now: Instant;
  zone: string;
  point: WalkPoint;
  /** Why it cannot be recorded; null: it can. */
  closed: 'early' | 'done' | 'over' | null;
  /** Address of the whole walk. */
  walk: string;
  nonce: string;
  posted: { values: Record<string, string>; problem: string } | null;
}
