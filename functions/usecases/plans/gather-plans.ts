import type { Asset } from '#domain/asset';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import type { AssetFacts } from '#domain/plan/asset-fact';
import { factOf } from '#domain/plan/fact-of-asset';
import { newPlanState, orderKey, type PlanHistory } from '#domain/plan/plan-state';
import { type OrderEnd, settlePlan } from '#domain/plan/settle';
import type { Language } from '#domain/text';
import type { Instant } from '#domain/time';
import type { PlanRow, Ports } from '#ports';
import type { CompanyFacts } from '../load-directory.ts';
import { orderId } from './order-id.ts';
import { createPlanHistories, historyOf } from './plan-histories.ts';

/** A plan with all that settling it needs. `row.version` 0: it has no row yet. */
export interface GatheredPlan {
  row: PlanRow;
  history: PlanHistory;
  assets: AssetFacts;
  /** Orders of it that ended and that its row does not know of. */
  ends: OrderEnd[];
}
export interface GatheredSite {
  plans: GatheredPlan[];
  /** Every asset one of them names, as the register has it. */
  register: ReadonlyMap<string, Asset>;
  /** What is written for people there. */
  language: Language;
}
type GatherPorts = Pick<Ports, 'assets' | 'documents' | 'ids' | 'items' | 'plans'>;

const AT_ONCE = 16;

export const createGatherPlans = (ports: GatherPorts) => {
  const histories = createPlanHistories(ports);

  const rowOf = async (company: string, site: string, plan: string, facts: CompanyFacts): Promise<PlanRow | null> => {
    const known = await ports.plans.get({ company, site, plan });
    if (known) return known;
    const born = await histories.bornAt(company, site, plan, facts);
    if (born === null) return null;
    return { company, site, plan, version: 0, state: newPlanState(born), armed: null, look: null, madeUp: null };
  };

  /** Only those whose next occurrence would be called missed are looked at: the others are told when they end. */
  const endsOf = async ({ row, history, assets, ends }: GatheredPlan, now: Instant): Promise<OrderEnd[]> => {
    const { outcomes } = settlePlan(history, assets, row.state, ends, now);
    const waiting = new Set(outcomes.flatMap(({ kind, asset }) => (kind === 'missed' ? [asset] : [])));
    const { company, site } = row;
    const open = row.state.subjects.filter(({ asset }) => waiting.has(asset));
    const found = await abreast(open, async ({ asset, open: occurrence }) => {
      if (occurrence === null) return [];
      const key = orderKey({ site, plan: { id: row.plan } }, occurrence, asset);
      const order = await ports.items.get(company, orderId(ports.ids, company, key));
      // One that is not there any more waits for nobody.
      const at = order ? order.endedAt : row.state.upTo;
      return at === null ? [] : [{ asset, occurrence, at }];
    });
    return [...ends, ...found.flat()];
  };

  return {
    histories,

    /** Plans that never were are left out. `told`: ends of orders by plan. */
    async gather(
      company: string,
      site: string,
      names: readonly string[],
      facts: CompanyFacts,
      told: ReadonlyMap<string, readonly OrderEnd[]>,
      now: Instant,
    ): Promise<GatheredSite> {
      const rows = (await abreast(names, (plan) => rowOf(company, site, plan, facts))).filter((row) => row !== null);
      const since = Math.min(...rows.map(({ state }) => state.upTo), now);
      const versions = await histories.since(company, site, facts, since);
      const known = rows.map((row) => ({ row, history: historyOf(versions, row.plan) }));
      const ids = new Set(
        known.flatMap(({ history }) => history.flatMap(({ plan }) => (plan ? namedIn(plan.plan) : []))),
      );
      const found = await abreast([...ids], (id) => ports.assets.get(company, id));
      const register = new Map(found.flatMap((asset) => (asset?.site === site ? [[asset.id, asset]] : [])));
      const assets = new Map([...register].map(([id, asset]) => [id, factOf(asset)]));
      const plans = await abreast(known, async ({ row, history }) => {
        const plan: GatheredPlan = { row, history, assets, ends: [...(told.get(row.plan) ?? [])] };
        return { ...plan, ends: await endsOf(plan, now) };
      });
      return { plans, register, language: languageAt(site, facts) };
    },
  };
};

/** Facilities that are maintained, or whose labels hang at the points of a walk. */
const namedIn = ({ assets, route }: MaintenancePlan): string[] => [
  ...assets,
  ...(route?.points ?? []).flatMap(({ asset }) => asset ?? []),
];

/** A site that is gone opens nothing any more. */
const languageAt = (site: string, { directory: { organisation } }: CompanyFacts): Language =>
  organisation.sites.find(({ id }) => id === site)?.language ?? organisation.company.language;

/** A few at the same time, answered in order. */
export async function abreast<T, R>(all: readonly T[], run: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    answers.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(run))));
  return answers;
}
