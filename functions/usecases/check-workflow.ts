import { mayAnywhere } from '#domain/permission';
import { check, type Problem } from '#domain/workflow/check';
import type { Caller } from '#http/caller';
import { parseBody } from './document-bodies.ts';
import { NotAllowed } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';

/** What would keep a draft from being published. Throws InvalidInput when it has not even the form of a workflow. */
export const createCheckWorkflow =
  ({ loadDirectory, templates }: { loadDirectory: LoadDirectory; templates: readonly string[] }) =>
  async (caller: Caller, body: unknown): Promise<Problem[]> => {
    const facts = await loadDirectory(caller.company);
    if (!mayAnywhere(caller.person, facts.directory).includes('document.read')) throw new NotAllowed('document.read');
    return check(parseBody('workflow', body), { ...facts, templates });
  };
