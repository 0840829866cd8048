import { canonical } from '#domain/canonical';
import type { Caller } from '#http/caller';
import { type DocumentFile, travellingKinds } from '#http/schemas/exchange';
import type { Ports } from '#ports';
import { versionOf } from '../document-name.ts';
import { InvalidInput, type Issue, NotAllowed, NotFound, PlanChanged, problem } from '../errors.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { createJudgeDocument, type PublishDocument, type PublishOptions } from '../publish-document.ts';

type ImportPorts = Pick<Ports, 'assets' | 'documents' | 'clock' | 'ids'> & {
  loadDirectory: LoadDirectory;
  publishDocument: PublishDocument;
};
type Incoming = DocumentFile['documents'][number];
export interface PlannedImport {
  kind: Incoming['kind'];
  id: string;
  state: 'new' | 'same' | 'differs' | 'refused';
  /** The version it would come after. */
  expected: number;
  /** As it would be published: in its form, what it does not know left out. */
  body: unknown;
  current: unknown;
  issues: readonly Issue[];
}
const nameOf = ({ kind, id }: Pick<Incoming, 'kind' | 'id'>) => `${kind}/${id}`;

/** Documents from a file: each judged as if it were typed in, published in the order in which they name each other. */
export const createImportDocuments = (ports: ImportPorts, options: PublishOptions) => {
  const judge = createJudgeDocument(ports, options);

  const planOf = async (caller: Caller, incoming: Incoming, coming: ReadonlySet<string>): Promise<PlannedImport> => {
    const { kind, id } = incoming;
    const found = await ports.documents.current(caller.company, kind, id);
    const current = found?.body ?? null;
    const refused = (issues: readonly Issue[]): PlannedImport => ({
      ...{ kind, id, state: 'refused', expected: found?.version ?? 0, body: incoming.body ?? null },
      ...{ current: null, issues },
    });
    try {
      const { body, issues, facts } = await judge(caller, incoming);
      const expected = versionOf(facts, kind, id);
      // A workflow that comes with the file stands before the routing that names it.
      const left = issues.filter(
        (issue) => !('params' in issue) || !coming.has(`${issue.message} ${String(issue.params?.value)}`),
      );
      if (left.length > 0) return refused(left);
      const same = found !== null && !found.retired && canonical(found.body) === canonical(body);
      const state = found === null ? 'new' : same ? 'same' : 'differs';
      return { kind, id, state, expected, body, current, issues: [] };
    } catch (error) {
      if (error instanceof InvalidInput) return refused(error.issues);
      if (error instanceof NotAllowed) return refused([problem([], 'not_yours')]);
      if (error instanceof NotFound) return refused([problem([], 'no_such_document')]);
      throw error;
    }
  };

  const prepare = async (caller: Caller, { documents }: DocumentFile) => {
    const names = documents.map(nameOf);
    const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
    if (twice >= 0)
      throw new InvalidInput([problem(['file', 'documents', twice, 'id'], 'already_used', { value: names[twice] })]);
    const inOrder = documents.toSorted((a, b) => travellingKinds.indexOf(a.kind) - travellingKinds.indexOf(b.kind));
    const plans: PlannedImport[] = [];
    const coming = new Set<string>();
    for (const incoming of inOrder) {
      const plan = await planOf(caller, incoming, coming);
      if (plan.state !== 'refused' && plan.kind === 'workflow') coming.add(`unknown_workflow ${plan.id}`);
      plans.push(plan);
    }
    const seen = plans.map(({ kind, id, state, expected, body }) => [kind, id, state, expected, body]);
    return { plans, token: ports.ids.from(canonical(['documents', caller.company, seen])) };
  };

  return {
    /** The dry run: nothing is stored. Throws InvalidInput (a document stands in the file twice). */
    check: prepare,

    /**
     * Publishes those chosen, one after the other; what was published before an interruption is found the same by the
     * next check. @throws PlanChanged | InvalidInput | NotAllowed | DocumentChanged
     */
    async apply(
      caller: Caller,
      request: { file: DocumentFile; chosen: readonly string[]; token: string; note: string },
    ) {
      const { file, chosen, token, note } = request;
      const { plans, token: present } = await prepare(caller, file);
      if (present !== token) throw new PlanChanged();
      const wanted = plans.filter((plan) => chosen.includes(nameOf(plan)) && plan.state !== 'same');
      const bad = wanted.find(({ state }) => state === 'refused');
      if (bad) throw new InvalidInput(bad.issues);
      const from = { channel: 'import', client: caller.from?.client ?? null } as const;
      const source = `${note} (${file.company}, ${file.exportedAt.slice(0, 10)})`;
      const published: { kind: Incoming['kind']; id: string; version: number }[] = [];
      for (const { kind, id, expected, body } of wanted) {
        const { version } = await ports.publishDocument(
          { ...caller, from },
          { kind, id, expected, note: source, body },
        );
        published.push({ kind, id, version });
      }
      return published;
    },
  };
};
