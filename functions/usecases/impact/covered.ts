import { baseOf, type HeadLike, idFor, siteOf } from '#domain/document-id';
import { may, mayAnywhere } from '#domain/permission';
import type { Caller } from '#http/caller';
import { NotAllowed } from '../errors.ts';
import type { CompanyFacts } from '../load-directory.ts';

export const isInForceAt = (heads: readonly HeadLike[], id: string, site: string): boolean =>
  idFor(heads, 'workflow', baseOf(id), site) === id;

/** Whether what is published under the id holds at the site: a site's own does before it is first published. */
export const isCovered = (heads: readonly HeadLike[], id: string, site: string): boolean =>
  siteOf(id) === site || isInForceAt(heads, id, site);

/** The same workflow, be it the company's or a site's own version of it. */
export const isVersionOf = (id: string, pinned: { id: string }): boolean => baseOf(pinned.id) === baseOf(id);

/** Sites at which the caller may move items of the workflow. Throws NotAllowed for who may nowhere. */
export function movableSites({ person }: Caller, id: string, { directory, heads }: CompanyFacts): string[] {
  if (!mayAnywhere(person, directory).includes('item.move')) throw new NotAllowed('item.move');
  return directory.organisation.sites
    .map((site) => site.id)
    .filter((site) => may(person, 'item.move', { site }, directory) && isCovered(heads, id, site));
}
