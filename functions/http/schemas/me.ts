import { z } from 'zod';
import { CalendarDocument } from '#domain/calendar-document';
import { Limits } from '#domain/limit';
import { Area, Building, Post, Role, Slug } from '#domain/organisation';
import { Category, Severity } from '#domain/routing';
import { Language, Text } from '#domain/text';

/** GET /api/me: who is signed in and what the panel needs to draw itself. */
export const Me = z.object({
  person: z.object({ id: Slug, name: Text, email: z.string(), language: Language, role: Role }),
  company: z.object({ id: Slug, name: Text }),
  sites: z.array(
    z.object({ id: Slug, name: Text, zone: z.string(), language: Language, calendar: Slug, phone: z.string() }),
  ),
  /** Operations of `permission` this person may do at one of their sites at least. */
  may: z.array(z.string()),
});
export type Me = z.infer<typeof Me>;

/** GET /api/directory: names for ids, at the caller's sites; no phone numbers, no e-mail addresses. */
export const DirectoryView = z.object({
  /** `firm`: of a contractor; null: one of the company's own people. */
  people: z.array(
    z.object({ id: Slug, name: Text, firm: z.string().nullable(), sites: z.array(Slug), active: z.boolean() }),
  ),
  buildings: z.array(Building),
  areas: z.array(Area),
  departments: z.array(z.object({ site: Slug, id: Slug, name: Text })),
  posts: z.array(Post.pick({ id: true, name: true })),
  categories: z.array(Category),
  limits: z.record(Severity, Limits),
  /** In place of `categories` and `limits`, at sites with a routing of their own. */
  ownRouting: z.array(z.object({ site: Slug, categories: z.array(Category), limits: z.record(Severity, Limits) })),
  /** Kinds of facility; `site` null: the company's, else in place of them there. */
  assetKinds: z.array(z.object({ site: Slug.nullable(), id: Slug, name: Text })),
  calendars: z.array(z.object({ id: Slug, version: z.number(), body: CalendarDocument })),
});
export type DirectoryView = z.infer<typeof DirectoryView>;
