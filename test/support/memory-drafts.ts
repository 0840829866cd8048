import { bySystem } from '#domain/audit/link';
import { planEntry } from '#domain/audit/publication';
import { DraftChanged, PlanGone, PlanInTheWay } from '#domain/errors';
import type { DocumentKind, DraftKey, Drafts, FrozenPublication, Planned, StoredDraft } from '#ports';
import type { MemoryAudit } from './memory-audit.ts';
import { pageOfRows } from './memory-items.ts';

export function createMemoryDrafts(audit: MemoryAudit): Drafts {
  const stored = new Map<string, StoredDraft>();
  const nameOf = ({ company, kind, scope, id }: DraftKey) => JSON.stringify([company, kind, scope, id]);
  return {
    get: async (key) => structuredClone(stored.get(nameOf(key)) ?? null),
    async put(key, draft, told) {
      const expected = draft.revision - 1;
      if ((stored.get(nameOf(key))?.revision ?? 0) !== expected)
        throw new DraftChanged(`${key.kind}/${key.id}`, expected);
      stored.set(nameOf(key), structuredClone(draft));
      if (told) audit.record(key.company, told);
    },
    async list({ company, kind, scope }, page) {
      const rows = [...stored].flatMap(([name, { content, revision, author, at }]) => {
        const [id = '', ...of] = (JSON.parse(name) as string[]).reverse();
        const asked = of.reverse().join() === [company, kind, scope].join();
        return asked && content ? [{ id, revision, base: content.base, author, at }] : [];
      });
      return pageOfRows(
        rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
        page,
      );
    },
  };
}

export interface MemoryPlanned extends Planned {
  /** What publishing does in its transaction. @throws PlanGone */
  settle(company: string, of: { kind: DocumentKind; id: string }, plan: string): void;
}

export function createMemoryPlanned(audit: MemoryAudit): MemoryPlanned {
  const stored = new Map<string, FrozenPublication & { company: string }>();
  const nameOf = (company: string, { kind, id }: { kind: DocumentKind; id: string }) => `${company}/${kind}/${id}`;
  const change = (
    name: string,
    plan: string,
    from: FrozenPublication['state'][],
    after: Partial<FrozenPublication>,
  ): boolean => {
    const found = stored.get(name);
    if (found?.plan !== plan || !from.includes(found.state)) return false;
    stored.set(name, { ...found, ...after });
    return true;
  };
  const all = () => [...stored.values()];
  return {
    get: async (company, kind, id) => stored.get(nameOf(company, { kind, id })) ?? null,
    list: async (company, page) =>
      pageOfRows(
        all().filter((one) => one.company === company && (one.state === 'planned' || one.state === 'failed')),
        page,
      ),
    async put(company, plan, from) {
      const name = nameOf(company, plan);
      if (stored.get(name)?.state === 'planned') throw new PlanInTheWay(`${plan.kind}/${plan.id}`);
      stored.set(name, { ...plan, company });
      audit.record(company, planEntry('planned', plan, { by: plan.author, at: plan.plannedAt, from }));
    },
    async cancel(company, plan, asked) {
      const done = change(nameOf(company, plan), plan.plan, ['planned', 'failed'], { state: 'cancelled' });
      if (done) audit.record(company, planEntry('cancelled', plan, asked));
      return done;
    },
    async fail(company, plan, failure, at) {
      const done = change(nameOf(company, plan), plan.plan, ['planned'], { state: 'failed', failure });
      if (done) audit.record(company, planEntry('failed', plan, { by: 'system', at, from: bySystem }));
      return done;
    },
    due: async (until, page) =>
      pageOfRows(
        all().filter(({ state, at }) => state === 'planned' && at <= until),
        page,
      ),
    settle(company, of, plan) {
      if (!change(nameOf(company, of), plan, ['planned'], { state: 'published' })) throw new PlanGone(plan);
    },
  };
}
