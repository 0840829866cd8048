import { z } from 'zod';
import { LocalDate } from '#domain/calendar-document';
import { Slug } from '#domain/organisation';
import { PageQuery } from './wire.ts';

/** Closed forms of a site. `number` stands over all else; dates are the site's own, both included. */
export const ArchiveQuery = PageQuery.extend({
  site: Slug,
  number: z.string().trim().max(30).optional(),
  household: z.string().max(60).optional(),
  building: Slug.optional(),
  category: Slug.optional(),
  status: z.enum(['closed', 'invalid', 'withdrawn']).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
}).refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], message: 'ends_before_it_starts' });
export type ArchiveQuery = z.infer<typeof ArchiveQuery>;
