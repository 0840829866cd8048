import { bySystem } from '#domain/audit/link';
import { DocumentChanged } from '#domain/errors';
import { sitesRead } from '#domain/own-part';
import { mayAnywhere } from '#domain/permission';
import { DAY } from '#domain/time';
import type { Caller } from '#http/caller';
import type { DocumentKind, FrozenPublication, PageRequest, PlannedPublication, Ports } from '#ports';
import { versionOf } from './document-name.ts';
import { createDrafts, keyFor } from './drafts.ts';
import { InvalidInput, NotAllowed, NotFound, problem } from './errors.ts';
import type { CompanyFacts, LoadDirectory } from './load-directory.ts';
import { partFor } from './own-part.ts';
import { createJudgeDocument, type PublishOptions, type PublishRequest } from './publish-document.ts';
import { type BodyOf, mayPublish, sitesOf } from './publisher.ts';
import { documentName } from './read-documents.ts';

type PlanPorts = Pick<Ports, 'assets' | 'clock' | 'ids' | 'documents' | 'drafts' | 'planned'> & {
  loadDirectory: LoadDirectory;
};
/** How far ahead a publication may be planned. */
const LONGEST = 366 * DAY;

/** Publishing at a set time (定时发布): judged now, frozen, and judged again when it is due. */
export const createPlans = (ports: PlanPorts, options: PublishOptions) => {
  const judge = createJudgeDocument(ports, options);
  const { settle } = createDrafts(ports);

  const seenBy = ({ person }: Caller, { sites }: PlannedPublication, { directory }: CompanyFacts): boolean => {
    const read = sitesRead(person, directory.organisation);
    return read === null || sites === null || sites.some((site) => read.has(site));
  };
  const mayCancel = (caller: Caller, { sites }: PlannedPublication, facts: CompanyFacts): boolean =>
    mayPublish(caller, sites === null ? { company: true } : { company: false, sites: [...sites] }, facts);
  const view = async (caller: Caller, plan: PlannedPublication, facts: CompanyFacts) => {
    const version = versionOf(facts, plan.kind, plan.id);
    return {
      ...plan,
      name: await documentName(ports.documents, caller.company, { ...plan, version }),
      /** Somebody published since: it will not be carried out. */
      stale: plan.state === 'planned' && version !== plan.expected,
      cancellable: mayCancel(caller, plan, facts),
    };
  };
  const requireReader = async (caller: Caller): Promise<CompanyFacts> => {
    const facts = await ports.loadDirectory(caller.company);
    if (!mayAnywhere(caller.person, facts.directory).includes('document.publish'))
      throw new NotAllowed('document.publish');
    return facts;
  };
  const found = async (caller: Caller, kind: DocumentKind, id: string, facts: CompanyFacts) => {
    const plan = await ports.planned.get(caller.company, kind, id);
    const standing = plan?.state === 'planned' || plan?.state === 'failed';
    return plan && standing && seenBy(caller, plan, facts) ? plan : null;
  };

  return {
    /** @throws as publishing does, PlanInTheWay, and InvalidInput for a time that is past or too far */
    async plan(caller: Caller, { at, draft, ...request }: PublishRequest & { at: number }) {
      const { kind, id, expected, note } = request;
      const { body, touched, at: now, issues, facts } = await judge(caller, request);
      if (versionOf(facts, kind, id) !== expected) throw new DocumentChanged(`${kind}/${id}`, expected);
      const when = at <= now || at > now + LONGEST ? [problem(['at'], 'bad_time')] : [];
      if (issues.length + when.length > 0) throw new InvalidInput([...when, ...issues]);
      const plan: FrozenPublication = {
        ...{ kind, id, plan: ports.ids.next(), expected, author: caller.person.id, note, plannedAt: now, at, body },
        ...{ sites: sitesOf(touched), state: 'planned', failure: null },
      };
      await ports.planned.put(caller.company, plan, caller.from ?? bySystem);
      if (draft !== undefined) await settle(keyFor(caller, kind, id, facts), draft, 'planned', caller.person.id);
      return view(caller, plan, facts);
    },

    /** With the frozen body, of which each reads the own part. @throws NotAllowed | NotFound */
    async show(caller: Caller, kind: DocumentKind, id: string) {
      const facts = await requireReader(caller);
      const plan = await found(caller, kind, id, facts);
      if (!plan) throw new NotFound('document');
      return { ...(await view(caller, plan, facts)), body: partFor(caller, plan as BodyOf, facts) };
    },

    /** Planned for one document, without its body; null: nothing is, nor has failed. @throws NotAllowed */
    async of(caller: Caller, kind: DocumentKind, id: string) {
      const facts = await requireReader(caller);
      const plan = await found(caller, kind, id, facts);
      return plan && view(caller, plan, facts);
    },

    /** Still to come, and failed ones that nobody has cleared yet. @throws NotAllowed */
    async list(caller: Caller, page: PageRequest) {
      const facts = await requireReader(caller);
      const { rows, next } = await ports.planned.list(caller.company, page);
      const seen = rows.filter((plan) => seenBy(caller, plan, facts));
      return { data: await Promise.all(seen.map((plan) => view(caller, plan, facts))), next };
    },

    /** Also clears a failed one. Cancelling twice is no error. @throws NotAllowed | NotFound */
    async cancel(caller: Caller, kind: DocumentKind, id: string, plan: string): Promise<void> {
      const facts = await requireReader(caller);
      const stored = await ports.planned.get(caller.company, kind, id);
      if (!stored || stored.plan !== plan || !seenBy(caller, stored, facts)) throw new NotFound('document');
      if (!mayCancel(caller, stored, facts)) throw new NotAllowed('document.publish');
      await ports.planned.cancel(caller.company, stored, {
        ...{ by: caller.person.id, at: ports.clock.now(), from: caller.from ?? bySystem },
      });
    },
  };
};
export type Plans = ReturnType<typeof createPlans>;
export type PlanView = Awaited<ReturnType<Plans['plan']>>;
