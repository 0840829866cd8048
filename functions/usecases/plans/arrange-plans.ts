import { canonical } from '#domain/canonical';
import { nextOpening } from '#domain/plan/open-due';
import { goesByMeter } from '#domain/plan/settle';
import type { PlanRow, Ports } from '#ports';
import { everyRow } from '../every-row.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { createPlanHistories } from './plan-histories.ts';
import type { SettlePlans } from './settle-plans.ts';

type ArrangePorts = Pick<Ports, 'clock' | 'documents' | 'plans'> & { loadDirectory: LoadDirectory };

/** After plans, or what their dates depend on, were published: what is open stays, what is armed follows. Idempotent. */
export const createArrangePlans = (ports: ArrangePorts, settle: SettlePlans) => {
  const histories = createPlanHistories(ports);

  const rowsOf = async (company: string, site: string): Promise<Map<string, PlanRow>> => {
    const rows = new Map<string, PlanRow>();
    for await (const row of everyRow((page) => ports.plans.list(company, site, page))) rows.set(row.plan, row);
    return rows;
  };

  /** Settles the plans of a site that wait for something else than they should, new ones and those taken away among them. */
  const arrange = async (company: string, site: string): Promise<void> => {
    const facts = await ports.loadDirectory(company);
    const versions = await histories.since(company, site, facts, ports.clock.now());
    const current = versions.at(-1)?.plans ?? new Map();
    const rows = await rowsOf(company, site);
    const wrong = [...new Set([...current.keys(), ...rows.keys()])].filter((plan) => {
      const [row, compiled] = [rows.get(plan), current.get(plan)];
      if (!row) return true;
      return (
        canonical(compiled ? nextOpening(compiled, row.state) : null) !== canonical(row.armed) ||
        goesByMeter(compiled ?? null) !== (row.look !== null)
      );
    });
    await settle(company, site, wrong);
    const head = facts.heads.find(({ kind, id }) => kind === 'plans' && id === site);
    if (head) await ports.plans.seen(company, site, head.version);
  };

  return {
    arrange,

    /** A calendar (null: the organisation, which says whose calendar it is) was published anew. */
    async calendar(company: string, calendar: string | null): Promise<void> {
      const { directory, heads } = await ports.loadDirectory(company);
      const planned = new Set(heads.flatMap(({ kind, id }) => (kind === 'plans' ? [id] : [])));
      for (const { id, calendar: own } of directory.organisation.sites)
        if (planned.has(id) && (calendar === null || own === calendar)) await arrange(company, id);
    },
  };
};
export type ArrangePlans = ReturnType<typeof createArrangePlans>;
