import type { CareWork } from '#domain/care/visible-flags';
import { householdIdOf } from '#domain/household';
import type { Item } from '#domain/item';

/** Whose home an item leads to: whoever complained; for work in a flat whoever lives there. Null: nobody's. */
export function householdOf({ site, building, unit, kind, intake }: Item): string | null {
  const { household } = intake.reporter;
  if (household !== null || kind !== 'workOrder' || building === null || unit === null) return household;
  return householdIdOf(site, building, unit);
}

/** What somebody does there, for what they may know. */
export const workOf = ({ kind, owner, ask, endedAt }: Item): CareWork => ({
  kind,
  owner,
  asked: ask?.asked.map(({ person }) => person) ?? [],
  open: endedAt === null,
});
