import { Slug } from '#domain/organisation';
import type { Caller } from '#http/caller';
import type { DocumentKind, Ports } from '#ports';
import { parseBody, singleKinds } from './document-bodies.ts';
import { documentIssues } from './document-problems.ts';
import { InvalidInput, NotAllowed, NotFound } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';
import { type BodyOf, mayPublish, mayPublishSomewhere, touchedBy } from './publisher.ts';
import { documentView } from './read-documents.ts';

export interface PublishRequest {
  kind: DocumentKind;
  id: string;
  /** Version it was edited from, 0 = none yet. */
  expected: number;
  note: string;
  body: unknown;
}

export interface PublishOptions {
  /** Template ids there are words for. */
  templates: readonly string[];
}

/**
 * Every save is a new version, judged as a whole before it stands: form, references, and whether it would work.
 * @throws NotAllowed | NotFound (a second document of a kind that has one) | InvalidInput | DocumentChanged
 */
export const createPublishDocument = (
  ports: Pick<Ports, 'documents' | 'clock'> & { loadDirectory: LoadDirectory },
  { templates }: PublishOptions,
) => {
  return async (caller: Caller, { kind, id, expected, note, body }: PublishRequest) => {
    const { company, person } = caller;
    const facts = await ports.loadDirectory(company);
    if (!mayPublishSomewhere(caller, facts)) throw new NotAllowed('document.publish');
    if (singleKinds.has(kind) ? id !== 'main' : !Slug.safeParse(id).success) throw new NotFound('document');
    const parsed = { kind, body: parseBody(kind, body) } as BodyOf;
    if (!mayPublish(caller, touchedBy(parsed, id, facts), facts)) throw new NotAllowed('document.publish');
    const at = ports.clock.now();
    const issues = documentIssues(kind, parsed.body, { ...facts, templates, now: at });
    if (issues.length > 0) throw new InvalidInput(issues);
    const stored = await ports.documents.publish(
      company,
      { kind, id, body: parsed.body, author: person.id, at, note },
      expected,
    );
    return { ...documentView(stored), editable: true };
  };
};
