import type { Definition } from '#domain/workflow/definition';
import type { Caller } from '#http/caller';
import type { Ports } from '#ports';
import type { LoadFacts } from './load-facts.ts';
import { openItem, pinnedDefinition } from './open-item.ts';

/** The workflow version the complaint is pinned to. Throws NotFound | NotAllowed. */
export const createShowWorkflow =
  (ports: Pick<Ports, 'items' | 'documents'> & { loadFacts: LoadFacts }) =>
  async (caller: Caller, id: string): Promise<{ id: string; version: number; body: Definition }> => {
    const { item } = await openItem(ports, caller, id, 'item.read');
    return { ...item.workflow, body: await pinnedDefinition(ports.documents, item) };
  };
