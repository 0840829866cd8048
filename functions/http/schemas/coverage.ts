import { z } from 'zod';
import { coverageStates } from '#domain/coverage/gap';
import { Slug } from '#domain/organisation';
import { Recipient } from '#domain/recipients';
import { Text } from '#domain/text';
import { WireInstant } from './wire.ts';

export const CoverageQuery = z.object({ site: Slug });

const Reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('vacant'), post: Recipient }),
  z.object({ kind: z.literal('noTurn'), roster: Slug }),
  z.object({ kind: z.enum(['away', 'inactive', 'awayForGood']), person: Slug }),
]);
const Gap = z.object({
  from: WireInstant,
  to: WireInstant,
  state: z.enum(coverageStates),
  people: z.array(Slug),
  reasons: z.array(Reason),
  /** Of which items it is true; null: of all. */
  where: z.object({ buildings: z.array(z.string()).nullable(), departments: z.array(z.string()).nullable() }),
});
const Lane = z.object({
  rungs: z.array(z.object({ step: z.string(), label: Text, level: z.number() })),
  ownerUnknown: z.boolean(),
  gaps: z.array(Gap),
});

/** GET /api/coverage: whom the workflows in force at a site would reach from `from` to `to`; only where that is few. */
export const CoverageView = z.object({
  site: Slug,
  from: WireInstant,
  to: WireInstant,
  computedAt: WireInstant,
  workflows: z.array(z.object({ id: z.string(), version: z.number(), name: Text, lanes: z.array(Lane) })),
});
export type CoverageView = z.infer<typeof CoverageView>;
