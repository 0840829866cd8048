import { siteOf } from '#domain/document-id';
import type { Caller } from '#http/caller';
import type { Ports } from '#ports';
import { NotAllowed, NotFound } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';
import type { PublishRequest } from './publish-document.ts';
import { mayPublish } from './publisher.ts';
import { documentView } from './read-documents.ts';

/**
 * A site goes back to the company's default. Its own version is published once more, marked: it can be restored, and what
 * was filed under an older one goes on with it. @throws NotAllowed | NotFound (no version of its own) | DocumentChanged
 */
export const createRetireOverride =
  ({ documents, clock, loadDirectory }: Pick<Ports, 'documents' | 'clock'> & { loadDirectory: LoadDirectory }) =>
  async (caller: Caller, { kind, id, expected, note }: Omit<PublishRequest, 'body'>) => {
    const { company, person } = caller;
    const site = siteOf(id);
    if (site === null) throw new NotFound('document');
    const facts = await loadDirectory(company);
    if (!mayPublish(caller, { company: false, sites: [site] }, facts)) throw new NotAllowed('document.publish');
    const current = await documents.current(company, kind, id);
    if (!current || current.retired) throw new NotFound('document');
    const { body } = current;
    const at = clock.now();
    const last = { kind, id, body, author: person.id, at, note, retired: true, from: caller.from } as const;
    const stored = await documents.publish(company, last, expected, [site]);
    return { ...documentView(stored), editable: true };
  };
export type RetireOverride = ReturnType<typeof createRetireOverride>;
