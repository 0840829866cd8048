import { z } from 'zod';
import { Slug } from '#domain/organisation';
import { Language, Text } from '#domain/text';

/** GET /api/sites/{site}/notice: what the notices in a site's buildings say, in the site's language. */
export const SiteNotice = z.object({
  site: Slug,
  name: Text,
  company: Text,
  language: Language,
  phone: z.string(),
  /** Where the site office is found; null: not told. */
  office: Text.nullable(),
  buildings: z.array(
    z.object({
      id: Slug,
      name: Text,
      /** The form for residents, with this building chosen. */
      url: z.url(),
    }),
  ),
});
export type SiteNotice = z.infer<typeof SiteNotice>;
