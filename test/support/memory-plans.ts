import { PlanMoved } from '#domain/errors';
import type { PlanName, PlanRow, Plans } from '#ports';
import { pageOfRows } from './memory-items.ts';

export interface MemoryPlans extends Plans {
  /** What publishing plans does in its transaction. */
  published(company: string, site: string, version: number, at: number): void;
}

/** Rows of plans in a map, conditional like the store's. */
export function createMemoryPlans(): MemoryPlans {
  const stored = new Map<string, PlanRow>();
  const unseen = new Map<string, { company: string; site: string; version: number; at: number }>();
  const nameOf = ({ company, site, plan }: PlanName) => `${company}/${site}/${plan}`;
  const all = () => [...stored.values()].sort((a, b) => (a.plan < b.plan ? -1 : 1));
  return {
    get: async (name) => structuredClone(stored.get(nameOf(name)) ?? null),
    list: async (company, site, page) =>
      pageOfRows(
        all().filter((one) => one.company === company && one.site === site),
        page,
      ),
    async put(row) {
      if ((stored.get(nameOf(row))?.version ?? 0) !== row.version - 1)
        throw new PlanMoved(`${row.site}/${row.plan}`, row.version - 1);
      stored.set(nameOf(row), structuredClone(row));
    },
    due: async (until, page) =>
      pageOfRows(
        all().flatMap(({ company, site, plan, armed, look }) =>
          (armed && armed.at <= until) || (look !== null && look <= until) ? [{ company, site, plan }] : [],
        ),
        page,
      ),
    unseen: async (until, page) =>
      pageOfRows(
        [...unseen.values()].filter(({ at }) => at <= until).map(({ company, site }) => ({ company, site })),
        page,
      ),
    async seen(company, site, version) {
      if (unseen.get(`${company}/${site}`)?.version === version) unseen.delete(`${company}/${site}`);
    },
    published(company, site, version, at) {
      unseen.set(`${company}/${site}`, { company, site, version, at });
    },
  };
}
