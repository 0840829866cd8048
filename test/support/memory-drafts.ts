import { DraftChanged, PlanGone, PlanInTheWay } from '#domain/errors';
import type { DocumentKind, DraftKey, Drafts, FrozenPublication, Planned, StoredDraft } from '#ports';
import { pageOfRows } from './memory-items.ts';

export function createMemoryDrafts(): Drafts {
  const stored = new Map<string, StoredDraft>();
  const nameOf = ({ company, kind, id, scope }: DraftKey) => JSON.stringify([company, kind, id, scope]);
  return {
    get: async (key) => structuredClone(stored.get(nameOf(key)) ?? null),
    async put(key, draft) {
      const expected = draft.revision - 1;
      if ((stored.get(nameOf(key))?.revision ?? 0) !== expected)
        throw new DraftChanged(`${key.kind}/${key.id}`, expected);
      stored.set(nameOf(key), structuredClone(draft));
    },
  };
}

export interface MemoryPlanned extends Planned {
  /** What publishing does in its transaction. @throws PlanGone */
  settle(company: string, of: { kind: DocumentKind; id: string }, plan: string): void;
}

export function createMemoryPlanned(): MemoryPlanned {
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
    async put(company, plan) {
      const name = nameOf(company, plan);
      if (stored.get(name)?.state === 'planned') throw new PlanInTheWay(`${plan.kind}/${plan.id}`);
      stored.set(name, { ...plan, company });
    },
    cancel: async (company, plan) =>
      change(nameOf(company, plan), plan.plan, ['planned', 'failed'], { state: 'cancelled' }),
    fail: async (company, plan, failure) =>
      change(nameOf(company, plan), plan.plan, ['planned'], { state: 'failed', failure }),
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
