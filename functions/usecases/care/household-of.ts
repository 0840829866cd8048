import type { CareWork } from '#domain/care/visible-flags';
import type { Item } from '#domain/item';
import type { Ports } from '#ports';

const MOST = 50;

/** Whose home an item leads to: whoever complained; for work in a flat whoever lives there. Null: nobody's. */
export async function householdOf({ households }: Pick<Ports, 'households'>, item: Item): Promise<string | null> {
  const { company, site, building, unit, kind } = item;
  const { household } = item.intake.reporter;
  if (household !== null || kind !== 'workOrder' || building === null || unit === null) return household;
  const { rows } = await households.find(company, site, unit, { limit: MOST });
  return rows.find((one) => one.building === building && one.unit === unit)?.id ?? null;
}

/** What somebody does there, for what they may know. */
export const workOf = ({ kind, owner, ask, endedAt }: Item): CareWork => ({
  kind,
  owner,
  asked: ask?.asked.map(({ person }) => person) ?? [],
  open: endedAt === null,
});
