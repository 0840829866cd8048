import type { AssetSummary } from '#domain/asset';
import { pointCount } from '#domain/checklist-answers';
import { idFor } from '#domain/document-id';
import type { RouteFacts } from '#domain/patrol/route-problems';
import { factOfSummary } from '#domain/plan/asset-fact';
import type { PlanState } from '#domain/plan/plan-state';
import type { PlanFacts } from '#domain/plan/problems';
import { mayReachAt } from '#domain/workflow/check';
import type { Ports } from '#ports';
import { type CompanyFacts, routingAt, versionAt } from '../load-directory.ts';

const AT_ONCE = 100;

/** The whole register of a site, or what one person there answers for. */
export async function assetsAt(
  { assets }: Pick<Ports, 'assets'>,
  company: string,
  site: string,
  person?: string,
): Promise<AssetSummary[]> {
  const which = person === undefined ? { site } : { site, person };
  const found: AssetSummary[] = [];
  for (let cursor: string | undefined; ; ) {
    const { rows, next } = await assets.list(company, which, {}, { cursor, limit: AT_ONCE });
    found.push(...rows);
    if (next === null) return found;
    cursor = next;
  }
}

/** How the plans of a site stand, by id. */
export async function statesAt(
  { plans }: Pick<Ports, 'plans'>,
  company: string,
  site: string,
): Promise<ReadonlyMap<string, PlanState>> {
  const found = new Map<string, PlanState>();
  for (let cursor: string | undefined; ; ) {
    const { rows, next } = await plans.list(company, site, { cursor, limit: AT_ONCE });
    for (const { plan, state } of rows) found.set(plan, state);
    if (next === null) return found;
    cursor = next;
  }
}

/** What the plans of a site are judged by. Where nobody published settings of maintenance there are no checklists. */
export async function planFactsAt(
  ports: Pick<Ports, 'assets' | 'documents'>,
  company: string,
  facts: CompanyFacts,
  site: string,
): Promise<PlanFacts & RouteFacts> {
  const { heads, directory } = facts;
  const id = idFor(heads, 'maintenance', 'main', site);
  const [assets, settings] = await Promise.all([
    assetsAt(ports, company, site),
    versionAt(ports, company, heads, 'maintenance', id),
  ]);
  return {
    assets: new Map(assets.map((asset) => [asset.id, factOfSummary(asset)])),
    checklists: new Map(settings?.body.checklists.map((one) => [one.id, pointCount(one)])),
    listOfKind: new Map(settings?.body.kinds.map((one) => [one.id, one.checklist])),
    kinds: new Set(settings?.body.kinds.map((one) => one.id)),
    reaches: (recipient) => mayReachAt(recipient, site, { directory, routing: routingAt(facts, site) }),
  };
}
