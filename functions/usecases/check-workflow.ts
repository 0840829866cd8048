import { siteOf } from '#domain/document-id';
import { mayAnywhere } from '#domain/permission';
import { check, type Problem } from '#domain/workflow/check';
import { namedDetail } from '#domain/workflow/problem-words';
import type { Caller } from '#http/caller';
import { parseBody } from './document-bodies.ts';
import { atSite, checkFacts } from './document-problems.ts';
import { NotAllowed } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';

type Named = Omit<Problem, 'detail'> & { detail: ReturnType<typeof namedDetail> };

/** What would keep a draft from being published; `id` as a site's own version asks about that site only. Throws InvalidInput when it has not even the form of a workflow. */
export const createCheckWorkflow =
  ({ loadDirectory, templates }: { loadDirectory: LoadDirectory; templates: readonly string[] }) =>
  async (caller: Caller, body: unknown, id?: string): Promise<Named[]> => {
    const facts = await loadDirectory(caller.company);
    if (!mayAnywhere(caller.person, facts.directory).includes('document.read')) throw new NotAllowed('document.read');
    const site = id === undefined ? null : siteOf(id);
    const judged = site === null ? facts : atSite(facts, site);
    const problems = check(parseBody('workflow', body), checkFacts({ ...judged, templates }));
    return problems.map(({ detail, ...found }) => ({
      ...found,
      detail: namedDetail(detail, facts.directory.organisation),
    }));
  };
