import type { Caller } from '#http/caller';
import type { SiteNotice } from '#http/schemas/notice';
import { NotFound } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';
import { requireAtSite } from './site-access.ts';

/** What the notices of a site say: the address behind each building's code, and whom to call. Throws NotAllowed | NotFound. */
export const createDescribeNotice =
  ({ loadDirectory }: { loadDirectory: LoadDirectory }, { publicUrl }: { publicUrl: string }) =>
  async (caller: Caller, id: string): Promise<SiteNotice> => {
    const { directory } = await loadDirectory(caller.company);
    requireAtSite(caller, 'notice.read', id, directory);
    const { company, sites, buildings } = directory.organisation;
    const site = sites.find((one) => one.id === id);
    if (!site) throw new NotFound('site');
    return {
      site: id,
      name: site.name,
      company: company.name,
      language: site.language,
      phone: site.phone,
      office: site.address ?? null,
      buildings: buildings
        .filter((building) => building.site === id)
        .map((building) => ({
          id: building.id,
          name: building.name,
          url: `${publicUrl}/report/${id}?b=${building.id}`,
        })),
    };
  };
