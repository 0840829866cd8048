import { z } from 'zod';
import { RawAnswers } from '#domain/forms/answers';
import { Slug } from '#domain/organisation';

const text = (max: number) => z.string().trim().max(max);
/** Full-width digits and stray spaces are the same unit. */
const spot = (max: number) =>
  z
    .string()
    .max(max * 2)
    .transform((value) => value.normalize('NFKC').trim().replace(/\s+/g, ' '))
    .pipe(z.string().max(max));

/** Beside whatever else is wrong: everything to be mended is said at once. */
const always = () => true;

/** The form of the web (`/report/<site>`): what a resident tells without an account. Empty fields are missing. */
export const NewReport = z
  .object({
    category: Slug,
    building: Slug.optional(),
    unit: spot(40).optional(),
    place: spot(120).optional(),
    description: text(2000).min(1),
    since: text(200).optional(),
    wants: z.enum(['heard', 'respect', 'compensation', 'solution']).optional(),
    name: text(80).optional(),
    phone: z
      .string()
      .trim()
      .regex(/^[+\d][\d\s()-]{4,38}$/)
      .optional(),
    email: z.email().max(200).optional(),
    consent: z.literal('yes'),
    fields: RawAnswers.default({}),
  })
  .refine((report) => report.unit || report.place, { path: ['unit'], message: 'unit_or_place', when: always })
  .refine((report) => report.phone || report.email, { path: ['phone'], message: 'phone_or_email', when: always });
export type NewReport = z.infer<typeof NewReport>;
