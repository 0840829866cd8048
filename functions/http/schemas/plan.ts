import { z } from 'zod';
import { Checklist } from '#domain/maintenance';
import { FeedScope } from '#domain/plan/feed';
import { Language } from '#domain/text';
import { WireInstant } from './wire.ts';

export const ChecklistView = Checklist.pick({ id: true, name: true });
export type ChecklistView = z.infer<typeof ChecklistView>;

export const NewFeed = z.object({ scope: FeedScope, language: Language });
export const FeedView = NewFeed.extend({ id: z.string(), at: WireInstant });
export type FeedView = z.infer<typeof FeedView>;
/** `url`: told this once; only its digest is kept. */
export const MadeFeed = FeedView.extend({ url: z.string() });
export type MadeFeed = z.infer<typeof MadeFeed>;
