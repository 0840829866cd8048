import { z } from 'zod';
import { Slug } from '#domain/organisation';
import { ComplaintSummary } from './complaint.ts';
import { HouseholdRow } from './household.ts';
import { IncidentView } from './incident.ts';

/** `site` comes first; the caller's others follow. */
export const SearchQuery = z.object({ q: z.string().trim().min(1).max(80), site: Slug.optional() });
export const Found = z.object({
  households: z.array(HouseholdRow),
  /** By number, and open ones of the first households. */
  complaints: z.array(ComplaintSummary),
  incidents: z.array(IncidentView),
});
export type Found = z.infer<typeof Found>;
