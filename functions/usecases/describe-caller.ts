import { mayAnywhere, sitesOf } from '#domain/permission';
import type { Caller } from '#http/caller';
import type { Me } from '#http/schemas/me';
import type { LoadDirectory } from './load-directory.ts';

/** Who is signed in, at which sites, and what they may do at one of them at least. */
export const createDescribeCaller =
  ({ loadDirectory }: { loadDirectory: LoadDirectory }) =>
  async ({ company, person }: Caller): Promise<Me> => {
    const { directory } = await loadDirectory(company);
    const { organisation } = directory;
    const visible = new Set(sitesOf(person, organisation));
    return {
      person: { id: person.id, name: person.name, email: person.email, language: person.language, role: person.role },
      company: { id: company, name: organisation.company.name },
      sites: organisation.sites
        .filter(({ id }) => visible.has(id))
        .map(({ id, name, zone, language, calendar, phone }) => ({ id, name, zone, language, calendar, phone })),
      may: mayAnywhere(person, directory),
    };
  };
