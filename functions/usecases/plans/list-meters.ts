import { BadCursor } from '#domain/errors';
import type { CompiledPlan } from '#domain/plan/compiled-plan';
import { factOf } from '#domain/plan/fact-of-asset';
import { meterStanding } from '#domain/plan/meter-next';
import { newPlanState, type PlanState, subjectIn } from '#domain/plan/plan-state';
import type { Caller } from '#http/caller';
import type { MeterView } from '#http/schemas/plan';
import { wireInstant, wireInstantOrNull } from '#http/schemas/wire';
import type { PageRequest, Ports } from '#ports';
import { NotFound } from '../errors.ts';
import type { ListOf } from '../list-work.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { requireAtSite } from '../site-access.ts';
import { abreast } from './gather-plans.ts';
import { createPlanHistories } from './plan-histories.ts';

type MeterPorts = Pick<Ports, 'assets' | 'clock' | 'documents' | 'plans'> & { loadDirectory: LoadDirectory };

const MOST = 100;

/**
 * Assets in use of a plan that goes by a meter, in its order; of any other plan none. The cursor is the asset a page ends
 * with. Throws NotAllowed | NotFound | BadCursor.
 */
export const createListMeters = (ports: MeterPorts) => {
  const histories = createPlanHistories(ports);

  const viewOf = async (
    company: string,
    one: CompiledPlan,
    id: string,
    state: PlanState,
    unit: string,
  ): Promise<MeterView[]> => {
    const asset = await ports.assets.get(company, id);
    if (asset?.site !== one.site || asset.retiredAt !== null) return [];
    const { done, open } = subjectIn(state, id);
    const now = ports.clock.now();
    const { read, next, expected } = meterStanding(one, factOf(asset), { done, open, since: state.since }, now);
    return [
      {
        ...{ asset: id, unit, next, expected: wireInstantOrNull(expected), open: open !== null },
        read: read && { value: read.value, at: wireInstant(read.at) },
      },
    ];
  };

  return async (
    caller: Caller,
    { site, plan }: { site: string; plan: string },
    { cursor, limit = MOST }: PageRequest,
  ): Promise<ListOf<MeterView>> => {
    const { company } = caller;
    const facts = await ports.loadDirectory(company);
    requireAtSite(caller, 'document.read', site, facts.directory);
    const now = ports.clock.now();
    const one = (await histories.since(company, site, facts, now)).at(-1)?.plans.get(plan);
    if (!one) throw new NotFound('document');
    const { meter, assets, per } = one.plan;
    if (meter === null || per === 'round') return { data: [], next: null };
    const row = await ports.plans.get({ company, site, plan });
    const from = cursor === undefined ? 0 : assets.indexOf(cursor) + 1;
    if (cursor !== undefined && from === 0) throw new BadCursor('meters of a plan');
    const asked = assets.slice(from, from + limit);
    const found = await abreast(asked, (id) => viewOf(company, one, id, row?.state ?? newPlanState(now), meter.unit));
    return { data: found.flat(), next: from + limit < assets.length ? (asked.at(-1) ?? null) : null };
  };
};
export type ListMeters = ReturnType<typeof createListMeters>;
