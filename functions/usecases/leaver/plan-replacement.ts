import type { AssetSummary } from '#domain/asset';
import { inForce } from '#domain/document-id';
import { assetReferences } from '#domain/leaver/named-assets';
import type { NamedPlace, NamingDocuments } from '#domain/leaver/named-people';
import {
  type Reference,
  type Replacement,
  references,
  replacePerson,
  withoutMember,
} from '#domain/leaver/replace-person';
import { isContractor, type Person } from '#domain/organisation';
import type { Caller } from '#http/caller';
import type { DocumentBodies, DocumentHead, DocumentKind, Ports } from '#ports';
import { InvalidInput, NotFound, problem } from '../errors.ts';
import { type CompanyFacts, type LoadDirectory, versionAt } from '../load-directory.ts';
import type { JudgeDocument } from '../publish-document.ts';
import { assetsOf } from './person-assets.ts';

/** A document as it will be published, and the version it was made from. */
export interface PlannedDocument {
  kind: DocumentKind;
  id: string;
  expected: number;
  body: DocumentBodies[DocumentKind];
}
export interface ReplacementPlan {
  facts: CompanyFacts;
  person: Person;
  lines: Reference[];
  /** That the person answers for. */
  assets: AssetSummary[];
  /** In the order they are published; the organisation comes last. */
  documents: PlannedDocument[];
  /** The same for the same choices about the same versions. */
  token: string;
}
type PlanPorts = Pick<Ports, 'documents' | 'ids' | 'assets'> & { loadDirectory: LoadDirectory };

/** Null: in none, but in the register. */
const documentOf = (place: NamedPlace): string | null => {
  switch (place.kind) {
    case 'weeklyShift':
    case 'datedShift':
      return 'rosters/main';
    case 'absence':
    case 'deputy':
      return 'absences/main';
    case 'recipient':
      return `workflow/${place.workflow}`;
    case 'assetResponsible':
    case 'assetDeputy':
      return null;
    default:
      return 'organisation/main';
  }
};

const workflowsOf = async (ports: PlanPorts, company: string, heads: readonly DocumentHead[]) => {
  const found = await Promise.all(
    inForce(heads, 'workflow').map(({ id }) => versionAt(ports, company, heads, 'workflow', id)),
  );
  return found.flatMap((version) => (version ? [{ id: version.id, body: version.body }] : []));
};

/** Everything that names the person in the current documents and in the register. Throws NotFound. */
export const createReadReferences = (ports: PlanPorts) => async (company: string, id: string) => {
  const facts = await ports.loadDirectory(company);
  const person = facts.directory.organisation.people.find((one) => one.id === id);
  if (!person) throw new NotFound('person');
  const documents: NamingDocuments = {
    ...facts.directory,
    workflows: await workflowsOf(ports, company, facts.heads),
  };
  const assets = await assetsOf(ports, company, id, facts.directory.organisation);
  const lines = [...references(id, documents), ...assetReferences(id, assets)];
  return { facts, person, documents, assets, lines };
};

/** Who may take over: somebody else, active, who acts; a contractor only what a contractor may have. Throws InvalidInput. */
function requireSuccessors(person: Person, { all, lines }: Replacement, { directory }: CompanyFacts): void {
  const { people } = directory.organisation;
  const fits = (id: string | null | undefined, contractors: boolean) =>
    id == null ||
    people.some(
      (one) =>
        one.id === id &&
        one.id !== person.id &&
        one.active &&
        one.role !== 'viewer' &&
        (contractors || !isContractor(one)),
    );
  const wrong = [
    ...(fits(all, isContractor(person)) ? [] : [['all']]),
    ...Object.entries(lines).flatMap(([key, id]) =>
      fits(id, isContractor(person) || key.startsWith('asset')) ? [] : [['lines', key]],
    ),
  ];
  if (wrong.length > 0) throw new InvalidInput(wrong.map((path) => problem(path, 'unknown_person_chosen')));
}

/**
 * What replacing the person would publish. Documents that no longer name them are not touched again, so a plan made
 * after an interruption holds what is left. @throws NotFound | InvalidInput
 */
export const createPlanReplacement = (ports: PlanPorts) => {
  const read = createReadReferences(ports);
  return async (company: string, id: string, replacement: Replacement): Promise<ReplacementPlan> => {
    const { facts, person, documents, assets, lines } = await read(company, id);
    requireSuccessors(person, replacement, facts);
    const after = replacePerson(id, documents, replacement);
    const named = new Set(lines.map(({ place }) => documentOf(place)));
    if (person.active) named.add('organisation/main');
    const candidates: Omit<PlannedDocument, 'expected'>[] = [
      ...after.workflows.map(({ id: workflow, body }) => ({ kind: 'workflow' as const, id: workflow, body })),
      { kind: 'rosters', id: 'main', body: after.rosters },
      { kind: 'absences', id: 'main', body: after.absences },
      { kind: 'organisation', id: 'main', body: withoutMember(after.organisation, id) },
    ];
    const planned = candidates
      .filter((one) => named.has(`${one.kind}/${one.id}`))
      .map((one) => ({ ...one, expected: versionOf(facts.heads, one) }));
    const token = ports.ids.from(tokenText(company, id, replacement, planned));
    return { facts, person, lines, assets, documents: planned, token };
  };
};

const versionOf = (heads: readonly DocumentHead[], { kind, id }: Pick<PlannedDocument, 'kind' | 'id'>): number =>
  heads.find((head) => head.kind === kind && head.id === id)?.version ?? 0;

const tokenText = (company: string, person: string, replacement: Replacement, documents: readonly PlannedDocument[]) =>
  JSON.stringify([
    'replacement',
    company,
    person,
    replacement.all ?? null,
    Object.entries(replacement.lines).sort(([a], [b]) => (a < b ? -1 : 1)),
    documents.map(({ kind, id, expected }) => [kind, id, expected]),
  ]);

/**
 * What would keep the plan from being carried out; paths begin with a document's kind and id.
 * @throws NotAllowed when the caller may not publish one of them
 */
export const createJudgePlan =
  (judge: JudgeDocument) => async (caller: Caller, documents: readonly PlannedDocument[]) => {
    const problems = await Promise.all(
      documents.map(async (document) => {
        const issues = await judge(caller, document).then(
          (judged) => judged.issues,
          (error: unknown) => {
            if (error instanceof InvalidInput) return error.issues;
            throw error;
          },
        );
        return issues.map((issue) => ({ ...issue, path: [`${document.kind}/${document.id}`, ...issue.path] }));
      }),
    );
    return problems.flat();
  };
