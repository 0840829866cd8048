import { inForce, siteOf } from '#domain/document-id';
import { sitesOf } from '#domain/permission';
import type { Caller } from '#http/caller';
import type { DirectoryView } from '#http/schemas/me';
import type { Ports } from '#ports';
import { type LoadDirectory, versionAt } from './load-directory.ts';

/**
 * Names for ids at the caller's sites: no phone numbers, no e-mail addresses. People of the company's own posts and
 * those of no site belong to every site's escalation and are named to everybody.
 */
export const createDescribeDirectory =
  ({ documents, loadDirectory }: { documents: Ports['documents']; loadDirectory: LoadDirectory }) =>
  async ({ company, person }: Caller): Promise<DirectoryView> => {
    const { directory, routing, ownRouting, heads } = await loadDirectory(company);
    const { organisation } = directory;
    const visible = new Set(sitesOf(person, organisation));
    const sites = organisation.sites.filter(({ id }) => visible.has(id));
    const holders = new Set(organisation.posts.flatMap((post) => post.holders));
    const calendarIds = [...new Set(sites.map(({ calendar }) => calendar))];
    const calendars = await Promise.all(
      calendarIds.map((id) => versionAt({ documents }, company, heads, 'calendar', id)),
    );
    const settings = await Promise.all(
      inForce(heads, 'maintenance')
        .filter(({ id }) => visible.has(siteOf(id) ?? '') || siteOf(id) === null)
        .map(({ id }) => versionAt({ documents }, company, heads, 'maintenance', id)),
    );
    return {
      people: organisation.people
        .filter(
          ({ id, sites }) =>
            sites.length === 0 || holders.has(id) || id === person.id || sites.some((site) => visible.has(site)),
        )
        .map(({ id, name, role, firm = null, sites, active }) => ({
          ...{ id, name, active },
          sites: sites.filter((site) => visible.has(site)),
          // As a name alone says nothing of whether it is one of ours.
          firm: role === 'contractor' ? firm : null,
        })),
      buildings: organisation.buildings.filter(({ site }) => visible.has(site)),
      areas: organisation.areas.filter(({ site }) => visible.has(site)),
      departments: sites.flatMap((site) => site.departments.map(({ id, name }) => ({ site: site.id, id, name }))),
      posts: organisation.posts.map(({ id, name }) => ({ id, name })),
      categories: routing.categories,
      limits: routing.limits,
      ownRouting: [...ownRouting]
        .filter(([site]) => visible.has(site))
        .map(([site, { categories, limits }]) => ({ site, categories, limits })),
      assetKinds: settings.flatMap((found) =>
        found ? found.body.kinds.map(({ id, name }) => ({ site: siteOf(found.id), id, name })) : [],
      ),
      calendars: calendars.flatMap((found) =>
        found ? [{ id: found.id, version: found.version, body: found.body }] : [],
      ),
    };
  };
