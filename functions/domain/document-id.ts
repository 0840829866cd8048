import { Slug } from './organisation.ts';

/**
 * A site's own version of a document is a document of the same kind with an id of its own, `<base>@<site>`: a complete
 * body, not a patch. Only here is known how ids are made.
 */
const overridable: ReadonlySet<string> = new Set([
  'workflow',
  'routing',
  'templates',
  'forms',
  'maintenance',
  'visits',
  'care-rules',
]);
const AT = '@';

/** What an id is looked up in; `retired`: the site has gone back to the company's default. */
export interface HeadLike {
  kind: string;
  id: string;
  retired?: boolean | undefined;
}

/** Whether sites may have versions of their own of documents of this kind. */
export const mayDiffer = (kind: string): boolean => overridable.has(kind);

export const overrideId = (base: string, site: string): string => `${base}${AT}${site}`;
/** The company's document that this one stands in for, or is. */
export const baseOf = (id: string): string => id.split(AT)[0] ?? id;
/** The site whose own version this is; null: the company's. */
export const siteOf = (id: string): string | null => id.split(AT)[1] ?? null;

/** Kinds of which each site has one of its own, called like the site. */
const ofSites: ReadonlySet<string> = new Set(['plans']);
export const isOfSite = (kind: string): boolean => ofSites.has(kind);

/** The one site that a document is about; null: the company's, or that of whoever uses it. */
export const siteOfDocument = ({ kind, id }: HeadLike): string | null => (isOfSite(kind) ? id : siteOf(id));

/** Two slugs at most; a kind that sites may not differ in has no site's version. */
export const isDocumentId = (kind: string, id: string): boolean => {
  const parts = id.split(AT);
  return parts.length <= (mayDiffer(kind) ? 2 : 1) && parts.every((part) => Slug.safeParse(part).success);
};

/** The document that holds at a site: its own version where there is one, else the company's. */
export const idFor = (heads: readonly HeadLike[], kind: string, base: string, site: string): string => {
  const own = overrideId(base, site);
  return heads.some((head) => head.kind === kind && head.id === own && !head.retired) ? own : base;
};

/** Documents of a kind as they hold at some site: those put away are left out. */
export const inForce = <H extends HeadLike>(heads: readonly H[], kind: string): H[] =>
  heads.filter((head) => head.kind === kind && !head.retired);
