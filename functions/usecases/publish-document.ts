import { Slug } from '#domain/organisation';
import { may, type Operation } from '#domain/permission';
import {
  absencesTouched,
  calendarTouched,
  organisationTouched,
  rostersTouched,
  sharedTouched,
  type Touched,
} from '#domain/publish-scope';
import type { Caller } from '#http/caller';
import type { DocumentBodies, DocumentKind, Ports } from '#ports';
import { parseBody, singleKinds } from './document-bodies.ts';
import { documentIssues } from './document-problems.ts';
import { InvalidInput, NotAllowed, NotFound } from './errors.ts';
import type { CompanyFacts, LoadDirectory } from './load-directory.ts';
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

type BodyOf = { [K in DocumentKind]: { kind: K; body: DocumentBodies[K] } }[DocumentKind];

function touchedBy({ kind, body }: BodyOf, id: string, { directory }: CompanyFacts): Touched {
  const { organisation, rosters, absences } = directory;
  switch (kind) {
    case 'organisation':
      return organisationTouched(organisation, body);
    case 'rosters':
      return rostersTouched(rosters, body);
    case 'absences':
      return absencesTouched(absences, body, organisation);
    case 'calendar':
      return calendarTouched(id, organisation);
    case 'routing':
    case 'workflow':
      return sharedTouched(organisation);
  }
}

/** An admin publishes anything; a manager what touches own sites only. Throws NotAllowed. */
function requirePublisher(caller: Caller, touched: Touched, facts: CompanyFacts): void {
  const operation: Operation = 'document.publish';
  const allowed = touched.company
    ? may(caller.person, operation, {}, facts.directory)
    : touched.sites.every((site) => may(caller.person, operation, { site }, facts.directory));
  if (!allowed) throw new NotAllowed(operation);
}

/** Whoever may publish nowhere learns nothing about the body. */
function requireSomewhere(caller: Caller, { directory }: CompanyFacts): void {
  const { sites } = directory.organisation;
  const somewhere = sites.some(({ id }) => may(caller.person, 'document.publish', { site: id }, directory));
  if (!somewhere && !may(caller.person, 'document.publish', {}, directory)) throw new NotAllowed('document.publish');
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
    requireSomewhere(caller, facts);
    if (singleKinds.has(kind) ? id !== 'main' : !Slug.safeParse(id).success) throw new NotFound('document');
    const parsed = { kind, body: parseBody(kind, body) } as BodyOf;
    requirePublisher(caller, touchedBy(parsed, id, facts), facts);
    const at = ports.clock.now();
    const issues = documentIssues(kind, parsed.body, { ...facts, templates, now: at });
    if (issues.length > 0) throw new InvalidInput(issues);
    const stored = await ports.documents.publish(
      company,
      { kind, id, body: parsed.body, author: person.id, at, note },
      expected,
    );
    return documentView(stored);
  };
};
