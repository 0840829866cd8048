import { z } from 'zod';
import { Slug } from './organisation.ts';
import { Language } from './text.ts';

/** As people write numbers: digits with blanks, brackets and hyphens, 5 to 39 characters. */
export const Phone = z
  .string()
  .trim()
  .regex(/^[+\d][\d\s()-]{4,38}$/);

/** How somebody would rather hear from us. */
export const channels = ['phone', 'message', 'email', 'visit'] as const;
/** 业主、家庭成员、租户 */
export const relations = ['owner', 'family', 'tenant'] as const;

export const HouseholdMember = z.object({
  name: z.string().trim().min(1).max(80),
  phone: Phone.nullable(),
  email: z.email().max(200).nullable(),
  language: Language,
  /** In their own words: "after 18:00". */
  preferredTime: z.string().trim().max(80).nullable(),
  /** Null: no wish. */
  channel: z.enum(channels).nullable().default(null),
  /** Null: not known. */
  relation: z.enum(relations).nullable().default(null),
});
export type HouseholdMember = z.infer<typeof HouseholdMember>;

/** 户 in a unit (房号) of a building, with its members. Personal data: never in a log, subject or the organisation document. */
export const Household = z.object({
  id: z.string().max(60),
  site: Slug,
  building: Slug,
  unit: z.string().trim().min(1).max(40),
  members: z.array(HouseholdMember).max(30),
});
export type Household = z.infer<typeof Household>;

/** The id a new file of a unit gets: readable, and the same for "3-1-502" and "3 1 502". At most 60 characters. */
export function householdIdOf(site: string, building: string, unit: string): string {
  const id = [
    site,
    building,
    unit
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-'),
  ]
    .join('-')
    .replace(/-+$/, '');
  return id.length <= 60 ? id : `${id.slice(0, 51)}-${fnv1a(id)}`;
}

function fnv1a(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h.toString(16).padStart(8, '0');
}
