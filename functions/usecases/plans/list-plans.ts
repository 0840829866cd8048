import { orderKey } from '#domain/plan/plan-state';
import type { Caller } from '#http/caller';
import type { PlanStanding } from '#http/schemas/plan';
import { wireInstant, wireInstantOrNull } from '#http/schemas/wire';
import type { PageRequest, PlanRow, Ports } from '#ports';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite } from '../site-access.ts';
import { orderId } from './order-id.ts';

type ListPorts = Pick<Ports, 'plans' | 'ids'> & { loadDirectory: LoadDirectory };

/** Plans of a site that were looked through since they were published, by id. Throws NotAllowed | NotFound. */
export const createListPlans =
  ({ plans, ids, loadDirectory }: ListPorts) =>
  async (caller: Caller, site: string, page: PageRequest): Promise<ListOf<PlanStanding>> => {
    const { company } = caller;
    const { directory } = await loadDirectory(company);
    requireAtSite(caller, 'document.read', site, directory);
    const { rows, next } = await plans.list(company, site, page);
    return { data: rows.map((row) => standing(row, (key) => orderId(ids, company, key))), next };
  };
export type ListPlans = ReturnType<typeof createListPlans>;

function standing({ site, plan, state, armed, madeUp }: PlanRow, idOf: (key: string) => string): PlanStanding {
  return {
    plan,
    since: wireInstant(state.since),
    upTo: wireInstant(state.upTo),
    subjects: state.subjects.map(({ done, ...subject }) => ({
      ...subject,
      done: wireInstantOrNull(done),
      order: subject.open === null ? null : idOf(orderKey({ site, plan: { id: plan } }, subject.open, subject.asset)),
    })),
    next: armed && { occurrence: armed.occurrence, at: wireInstant(armed.at) },
    madeUp: madeUp && { at: wireInstant(madeUp.at), count: madeUp.count },
  };
}
