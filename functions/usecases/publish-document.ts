import { isOfSite } from '#domain/document-id';
import { DocumentChanged } from '#domain/errors';
import type { RouteFacts } from '#domain/patrol/route-problems';
import type { PlanFacts } from '#domain/plan/problems';
import type { Caller } from '#http/caller';
import type { DocumentKind, Ports } from '#ports';
import { parseBody } from './document-bodies.ts';
import { requireDocumentId, versionOf } from './document-name.ts';
import { documentIssues } from './document-problems.ts';
import { createDrafts, keyFor } from './drafts.ts';
import { InvalidInput, NotAllowed } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';
import { completeFor, partFor, pathAsSent } from './own-part.ts';
import { planFactsAt } from './plans/plan-facts.ts';
import { type BodyOf, mayPublish, mayPublishSomewhere, sitesOf, touchedBy } from './publisher.ts';
import { documentView } from './read-documents.ts';

export interface PublishRequest {
  kind: DocumentKind;
  id: string;
  /** Version it was edited from, 0 = none yet. */
  expected: number;
  note: string;
  body: unknown;
  /** Revision of the draft that this publishes: it ends. */
  draft?: number | undefined;
}

export interface PublishOptions {
  /** Template ids there are words for. */
  templates: readonly string[];
}

type PublishPorts = Pick<Ports, 'documents' | 'drafts' | 'clock' | 'assets'> & { loadDirectory: LoadDirectory };
const noPlanFacts: PlanFacts & RouteFacts = {
  assets: new Map(),
  checklists: new Map(),
  listOfKind: new Map(),
  kinds: new Set(),
  reaches: () => false,
};
type Proposal = Pick<PublishRequest, 'kind' | 'id' | 'body'>;

/**
 * All of publishing but the storing: who may, form, references, and whether it would work. `issues` keep it from being
 * published. @throws NotAllowed | NotFound (a second document of a kind that has one) | InvalidInput (not its form)
 */
export const createJudgeDocument = (
  ports: Pick<PublishPorts, 'clock' | 'loadDirectory' | 'assets' | 'documents'>,
  { templates }: PublishOptions,
) => {
  return async (caller: Caller, { kind, id, body }: Proposal) => {
    const facts = await ports.loadDirectory(caller.company);
    if (!mayPublishSomewhere(caller, facts)) throw new NotAllowed('document.publish');
    requireDocumentId(facts, kind, id);
    const sent = { kind, body: parseBody(kind, body) } as BodyOf;
    const whole = completeFor(caller, sent, facts);
    const touched = touchedBy(whole.body, id, facts);
    if (!mayPublish(caller, touched, facts)) throw new NotAllowed('document.publish');
    const at = ports.clock.now();
    const plans = isOfSite(kind) ? await planFactsAt(ports, caller.company, facts, id) : noPlanFacts;
    const issues = documentIssues({ kind, id }, whole.body.body, { ...facts, templates, plans, now: at });
    return {
      body: whole.body.body,
      touched,
      at,
      issues: issues.map((issue) => ({ ...issue, path: pathAsSent(issue.path, whole) })),
      facts,
      /** The version that what was not sent was taken from; null: all was sent. */
      completedFrom: whole.completed ? versionOf(facts, kind, id) : null,
    };
  };
};
export type JudgeDocument = ReturnType<typeof createJudgeDocument>;

/**
 * Every save is a new version, judged as a whole before it stands.
 * @throws NotAllowed | NotFound (a second document of a kind that has one) | InvalidInput | DocumentChanged
 */
export const createPublishDocument = (ports: PublishPorts, options: PublishOptions) => {
  const judge = createJudgeDocument(ports, options);
  const { settle } = createDrafts(ports);
  return async (caller: Caller, request: PublishRequest) => {
    const { kind, id, expected, note, draft } = request;
    const { body, touched, at, issues, facts, completedFrom } = await judge(caller, request);
    if (completedFrom !== null && completedFrom !== expected) throw new DocumentChanged(`${kind}/${id}`, expected);
    if (issues.length > 0) throw new InvalidInput(issues);
    const { company, person } = caller;
    const document = { kind, id, body, author: person.id, at, note, from: caller.from };
    const stored = await ports.documents.publish(company, document, expected, sitesOf(touched));
    if (draft !== undefined) await settle(keyFor(caller, kind, id, facts), draft, 'published', person.id);
    return { ...documentView(stored), editable: true, body: partFor(caller, stored as BodyOf, facts) };
  };
};
export type PublishDocument = ReturnType<typeof createPublishDocument>;
