import { z } from 'zod';
import { Slug } from './organisation.ts';
import { Language } from './text.ts';

/** 户 in a unit (房号) of a building, with its members. Personal data: never in a log, subject or the organisation document. */
export const Household = z.object({
  id: z.string().max(60),
  site: Slug,
  building: Slug,
  unit: z.string().min(1).max(40),
  members: z
    .array(
      z.object({
        name: z.string().min(1).max(80),
        phone: z.string().max(40).nullable(),
        email: z.email().nullable(),
        language: Language,
        preferredTime: z.string().max(80).nullable(),
      }),
    )
    .max(30),
});
export type Household = z.infer<typeof Household>;
