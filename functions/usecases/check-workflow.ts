import { siteOf } from '#domain/document-id';
import { mayAnywhere } from '#domain/permission';
import { check, type Problem } from '#domain/workflow/check';
import type { Caller } from '#http/caller';
import { parseBody } from './document-bodies.ts';
import { atSite, checkFacts } from './document-problems.ts';
import { NotAllowed } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';

/** What would keep a draft from being published; `id` as a site's own version asks about that site only. Throws InvalidInput when it has not even the form of a workflow. */
export const createCheckWorkflow =
  ({ loadDirectory, templates }: { loadDirectory: LoadDirectory; templates: readonly string[] }) =>
  async (caller: Caller, body: unknown, id?: string): Promise<Problem[]> => {
    const facts = await loadDirectory(caller.company);
    if (!mayAnywhere(caller.person, facts.directory).includes('document.read')) throw new NotAllowed('document.read');
    const site = id === undefined ? null : siteOf(id);
    const judged = site === null ? facts : atSite(facts, site);
    return check(parseBody('workflow', body), checkFacts({ ...judged, templates }));
  };
