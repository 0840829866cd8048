import type { Origin } from '#domain/audit/link';
import { DocumentChanged, PlanGone } from '#domain/errors';
import type { PlanFailure } from '#domain/plan-failure';
import type { DocumentKind, FrozenPublication, Ports } from '#ports';
import { versionOf } from './document-name.ts';
import { InvalidInput, NotAllowed, NotFound } from './errors.ts';
import type { LoadDirectory } from './load-directory.ts';
import { createJudgeDocument, type PublishOptions } from './publish-document.ts';
import { type BodyOf, sitesOf } from './publisher.ts';

type PlannedPorts = Pick<Ports, 'assets' | 'clock' | 'documents' | 'planned' | 'schedules' | 'logger'> & {
  loadDirectory: LoadDirectory;
};
const scheduleOf = (plan: string) => `publish-${plan}`;

/**
 * Carries out planned publications. Whether the author may publish this body, and whether it is sound, is judged anew by
 * what stands when it is due; what cannot be published says so on its row. Idempotent, and safe beside itself.
 */
export const createPublishPlanned = (ports: PlannedPorts, options: PublishOptions) => {
  const judge = createJudgeDocument(ports, options);

  /** Null: it was published, or somebody else has settled it. */
  const attempt = async (company: string, plan: FrozenPublication): Promise<PlanFailure | null> => {
    const { kind, id, expected, author, note } = plan;
    const facts = await ports.loadDirectory(company);
    const person = facts.directory.organisation.people.find((one) => one.id === author);
    if (!person?.active) return { why: 'authorGone' };
    const version = versionOf(facts, kind, id);
    if (version !== expected) return { why: 'stale', version };
    try {
      const { body, touched, at, issues } = await judge({ company, person, language: person.language }, plan);
      if (issues.length > 0) return { why: 'invalid', issues };
      const from: Origin = { channel: 'schedule', client: null };
      const document = { kind, id, author, at, note, body, from } as BodyOf &
        Pick<FrozenPublication, 'id' | 'author' | 'note'> & { at: number; from: Origin };
      await ports.documents.publish(company, document, expected, sitesOf(touched), plan.plan);
      return null;
    } catch (error) {
      if (error instanceof NotAllowed || error instanceof NotFound) return { why: 'notAllowed' };
      if (error instanceof InvalidInput) return { why: 'invalid', issues: error.issues };
      if (error instanceof PlanGone) return null;
      if (error instanceof DocumentChanged) return { why: 'stale', version: expected + 1 };
      throw error;
    }
  };

  return {
    /** False: there was nothing to do (yet, or any more). */
    async publish(company: string, kind: DocumentKind, id: string): Promise<boolean> {
      const plan = await ports.planned.get(company, kind, id);
      if (plan?.state !== 'planned' || plan.at > ports.clock.now()) return false;
      const failure = await attempt(company, plan);
      if (failure === null) return true;
      // A rival that carried it out made the version we found: then the row is settled and stays so.
      const told = await ports.planned.fail(company, plan, failure, ports.clock.now());
      if (told) ports.logger.info('A planned publication was not carried out', { company, kind, id, why: failure.why });
      return told;
    },

    /** Sets the alarm for a plan, or takes it away once it is settled. */
    async arm(company: string, kind: DocumentKind, id: string): Promise<void> {
      const plan = await ports.planned.get(company, kind, id);
      if (!plan) return;
      if (plan.state === 'planned') await ports.schedules.arm(scheduleOf(plan.plan), plan.at, { company, kind, id });
      else await ports.schedules.disarm(scheduleOf(plan.plan));
    },
  };
};
export type PublishPlanned = ReturnType<typeof createPublishPlanned>;
