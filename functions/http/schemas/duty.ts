import { z } from 'zod';
import { Slug } from '#domain/organisation';
import { Text } from '#domain/text';
import { WireInstant } from './wire.ts';

const Named = z.object({ id: Slug, name: Text });
/**
 * A turn of duty; `present` is who takes it: the person, who stands in for them, or nobody (null). `phone` is theirs, for
 * callers who may read phone numbers at the site.
 */
const Turn = z.object({
  person: Named,
  present: Named.nullable(),
  phone: z.string().nullable(),
  from: WireInstant,
  to: WireInstant,
});

/** The next stretch without anybody; `person`: whose turn it is, who is away with nobody to stand in. */
const Gap = z.object({ from: WireInstant, to: WireInstant, person: Named.nullable() });

/** GET /api/duty: rosters of the caller's sites. */
export const DutyView = z.object({
  data: z.array(
    z.object({
      site: Slug,
      roster: Slug,
      name: Text,
      now: z.array(Turn),
      next: Turn.nullable(),
      gap: Gap.nullable(),
    }),
  ),
});
export type DutyView = z.infer<typeof DutyView>;
