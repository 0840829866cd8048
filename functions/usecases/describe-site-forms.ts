import type { Forms } from '#domain/forms/forms';
import type { Caller } from '#http/caller';
import type { Ports } from '#ports';
import type { LoadDirectory } from './load-directory.ts';
import { pinsAt } from './load-facts.ts';
import { pinnedForms } from './open-item.ts';
import { requireAtSite } from './site-access.ts';

/** What intake asks for at a site, by category: for whoever may take complaints there. Throws NotAllowed | NotFound. */
export const createDescribeSiteForms =
  ({ loadDirectory, documents }: Pick<Ports, 'documents'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, site: string): Promise<Pick<Forms, 'intake'>> => {
    const { directory, heads } = await loadDirectory(caller.company);
    requireAtSite(caller, 'item.file', site, directory);
    const { intake } = await pinnedForms(documents, { company: caller.company, ...pinsAt(heads, site) });
    return { intake };
  };
