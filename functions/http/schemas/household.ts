import { z } from 'zod';
import { Household } from '#domain/household';
import { Slug } from '#domain/organisation';
import { PageQuery, WireInstant } from './wire.ts';

/** Without words: the whole site, by building and unit. */
export const HouseholdQuery = PageQuery.extend({
  site: Slug,
  q: z.string().trim().max(80).default(''),
  building: Slug.optional(),
});
export const HouseholdRow = Household;
export type HouseholdRow = z.infer<typeof HouseholdRow>;

const { site, building, unit, members } = Household.shape;
/** The file of a unit that has none yet. */
export const NewHousehold = z.object({ site, building, unit, members });
export type NewHousehold = z.infer<typeof NewHousehold>;

/** All members as they are to be; `expected` is the version that was edited. */
export const ChangedHousehold = z.object({ expected: z.int().min(1), members });
export type ChangedHousehold = z.infer<typeof ChangedHousehold>;

/** 业户档案 */
export const HouseholdDetail = Household.extend({
  version: z.number(),
  /** Null: put by a set-up or an import of before. */
  changedBy: Slug.nullable(),
  changedAt: WireInstant.nullable(),
  /** Promised replies in its latest complaints; `more`: older complaints are not counted. */
  promises: z.object({ kept: z.number(), broken: z.number(), complaints: z.number(), more: z.boolean() }),
});
export type HouseholdDetail = z.infer<typeof HouseholdDetail>;
