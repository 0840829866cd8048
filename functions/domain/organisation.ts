import { z } from 'zod';
import { LocalDate } from './calendar-document.ts';
import { Language, Text } from './text.ts';

/** Short, stable, human-readable ids chosen by the company ("east-lake", "engineering-head"). */
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

/**
 * What a person may do: see `permission`. Never taken from a token, always from here. A `contractor` (维保单位) is of
 * another firm: acts by the mails of own work orders, never signs in, and holds no post.
 */
export const roles = ['admin', 'manager', 'staff', 'viewer', 'contractor'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

export const Person = z.object({
  id: Slug,
  name: Text,
  email: z.email(),
  phone: z.string().max(40).optional(),
  language: Language,
  role: Role,
  /** Of a contractor: the firm. */
  firm: z.string().trim().max(80).optional(),
  /** Sites this person belongs to; an admin's scope is the whole company whatever stands here. */
  sites: z.array(Slug),
  /** A removed member keeps the row (the timeline names them) and can do nothing. */
  active: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/** Of another firm (维保单位). */
export const isContractor = (person: Pick<Person, 'role'> | undefined): boolean => person?.role === 'contractor';

/** `handlers` do the work (first = first asked); `head` is the next superior. */
export const Department = z.object({ id: Slug, name: Text, head: Slug.nullable(), handlers: z.array(Slug) });
export type Department = z.infer<typeof Department>;

export const Site = z.object({
  id: Slug,
  name: Text,
  /** Letters of the item number: "EL" gives EL-261123-007. */
  code: z.string().regex(/^[A-Z]{1,4}$/),
  zone: z.string(),
  language: Language,
  calendar: Slug,
  phone: z.string().max(40),
  /** Where the site office is (办公地址). */
  address: Text.optional(),
  director: Slug.nullable(),
  departments: z.array(Department),
});
export type Site = z.infer<typeof Site>;

/** 片区: buildings answered for together by three named people. */
export const Area = z.object({
  id: Slug,
  site: Slug,
  name: Text,
  customerService: Slug.nullable(),
  keeper: Slug.nullable(),
  repairer: Slug.nullable(),
});
export type Area = z.infer<typeof Area>;

export const Building = z.object({
  id: Slug,
  site: Slug,
  name: Text,
  area: Slug.nullable(),
  steward: Slug.nullable(),
  handedOver: LocalDate,
});
export type Building = z.infer<typeof Building>;

/** Company posts: "quality", "general-manager", "deputy-general-manager". */
export const Post = z.object({ id: Slug, name: Text, holders: z.array(Slug) });
export type Post = z.infer<typeof Post>;

export const Organisation = z.object({
  company: z.object({ name: Text, zone: z.string(), language: Language }),
  posts: z.array(Post),
  sites: z.array(Site),
  areas: z.array(Area),
  buildings: z.array(Building),
  people: z.array(Person),
});
export type Organisation = z.infer<typeof Organisation>;

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** `to` <= `from` runs past midnight into the next local day. */
export const Roster = z.object({
  id: Slug,
  site: Slug,
  name: Text,
  weekly: z.array(z.object({ days: z.array(z.int().min(1).max(7)).min(1), from: Clock, to: Clock, person: Slug })),
  /** Dated shifts replace the whole weekly pattern of the date they start on. */
  dated: z.array(z.object({ date: LocalDate, from: Clock, to: Clock, person: Slug })),
});
export type Roster = z.infer<typeof Roster>;
export const Rosters = z.object({ rosters: z.array(Roster) });
export type Rosters = z.infer<typeof Rosters>;

/** From / to are instants in epoch milliseconds, `to` exclusive. Without a deputy the person is simply not reached. */
export const Absence = z.object({ person: Slug, from: z.number(), to: z.number(), deputy: Slug.nullable() });
export type Absence = z.infer<typeof Absence>;
export const Absences = z.object({ absences: z.array(Absence) });
export type Absences = z.infer<typeof Absences>;

/** All that recipients are resolved against: plain data, the same in Lambda, the simulator and tests. */
export interface Directory {
  organisation: Organisation;
  rosters: Rosters;
  absences: Absences;
}
