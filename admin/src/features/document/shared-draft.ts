import type { z } from 'zod';
import type { EditingState, DraftState as WireDraft } from '#http/schemas/document';

/** The draft that all who may edit the same share, as on the wire. */
type Wire = z.infer<typeof WireDraft>;
export type DraftState<B> = Omit<Wire, 'draft'> & {
  draft: (Omit<NonNullable<Wire['draft']>, 'body'> & { body: B }) | null;
};
export type Shared<B> = Omit<z.infer<typeof EditingState>, keyof Wire> & DraftState<B>;
export type SharedDraft<B> = NonNullable<DraftState<B>['draft']>;
export type Planned = NonNullable<z.infer<typeof EditingState>['planned']>;

/**
 * What is being edited in this tab. `expected`: the version it was made from (0: there is none yet). `seen`: what stood on
 * the server at `revision` - the draft, else the published body: what differs from it is not saved yet.
 */
export interface Working<B> {
  expected: number;
  body: B;
  revision: number;
  seen: B | null;
}

/** What happened to the draft from elsewhere, to be told once. */
export interface Notice {
  what: 'changed' | 'published' | 'planned' | 'discarded';
  author: string;
  at: string;
}
