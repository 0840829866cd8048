import { z } from 'zod';
import { Slug } from '#domain/organisation';
import { Text } from '#domain/text';
import { noPlaces } from '#domain/workflow/move';
import { WireInstant } from './wire.ts';

/** Items of one request: each is read, judged and moved by itself. */
const MOST_ITEMS = 50;

export const WorkflowPath = z.object({ id: z.string().min(1).max(127) });
const Item = z.object({ id: z.string(), number: z.string(), site: Slug });

/** Open items that stand alike: the same version, step and level. `label`: what that version calls the step. */
export const InFlightGroup = z.object({
  workflow: z.object({ id: z.string(), version: z.number() }),
  step: z.string(),
  label: Text.nullable(),
  level: z.number(),
  items: z.array(Item),
});
export type InFlightGroup = z.infer<typeof InFlightGroup>;
/** `more`: there are open items that were not counted. */
export const InFlight = z.object({
  /** In force; null: never published. */
  version: z.number().nullable(),
  groups: z.array(InFlightGroup),
  more: z.boolean(),
});
export type InFlight = z.infer<typeof InFlight>;

const Ids = z.array(z.string().min(1).max(60)).min(1).max(MOST_ITEMS);
/** Where items go that cannot stay where they stand; null: nowhere, they are refused. */
const Target = z.string().max(60).nullable();

/** Without `draft`: to the version in force. */
export const PreviewMoves = z.object({ items: Ids, step: Target, draft: z.unknown().optional() });
export const MoveItems = z.object({ items: Ids, step: Target, version: z.int().min(1) });

/** `otherWorkflow`: another one is in force at its site; `already`: it runs on that version. */
export const moveRefusals = [...noPlaces, 'otherWorkflow', 'already'] as const;
export type MoveRefusal = (typeof moveRefusals)[number];
const Refused = z.object({ why: z.enum(moveRefusals), message: z.string() });

const Mails = z.object({ at: WireInstant, people: z.array(z.string()), resident: z.boolean() });
/** `due`: when the step goes on by itself; `next`: the next mails if nobody acts. */
const Standing = z.object({ step: z.string(), due: WireInstant.nullable(), next: Mails.nullable() });
export const MovePreview = z.object({
  item: Item,
  refused: Refused.nullable(),
  /** Null where it is refused. `now`: mails that the move itself sends. */
  outlook: z.object({ before: Standing, after: Standing, now: Mails.nullable() }).nullable(),
});
export type MovePreview = z.infer<typeof MovePreview>;
export const MovePreviews = z.object({ data: z.array(MovePreview) });

export const Moved = z.object({
  moved: z.number(),
  left: z.array(z.object({ item: Item, refused: Refused })),
});
