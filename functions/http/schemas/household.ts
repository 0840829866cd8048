import { z } from 'zod';
import { Household } from '#domain/household';
import { Slug } from '#domain/organisation';
import { PageQuery } from './wire.ts';

export const HouseholdQuery = PageQuery.extend({ site: Slug, q: z.string().trim().max(80).default('') });
export const HouseholdRow = Household;
export type HouseholdRow = z.infer<typeof HouseholdRow>;
