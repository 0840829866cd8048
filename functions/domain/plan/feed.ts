import { z } from 'zod';
import { Slug } from '../organisation.ts';
import type { Language } from '../text.ts';
import type { Instant } from '../time.ts';

/** Whose planned work a calendar feed shows: what a person answers for, an area's, or a whole site's. */
export const FeedScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), person: Slug }),
  z.object({ kind: z.literal('area'), site: Slug, area: Slug }),
  z.object({ kind: z.literal('site'), site: Slug }),
]);
export type FeedScope = z.infer<typeof FeedScope>;

/** A feed (日历订阅) somebody made; whoever has its address reads it, as long as its owner may. */
export interface Feed {
  id: string;
  /** Whose it is, and by whose rights it shows what it shows. */
  owner: string;
  scope: FeedScope;
  language: Language;
  at: Instant;
}

/** Feeds of one person at a time. */
export const MOST_FEEDS = 20;
