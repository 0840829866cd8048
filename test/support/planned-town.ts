import type { Asset } from '#domain/asset';
import type { Item } from '#domain/item';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import { type Instant, localDate, localTime } from '#domain/time';
import type { PlanRow } from '#ports';
import { asset } from './assets.ts';
import { changing, startTestSystem, type TestSystem } from './system.ts';

type Options = Parameters<typeof startTestSystem>[0];

/** Work without a checklist and without a check by others: what is looked at here is when it comes, and to whom. */
const plainWork = changing('maintenance', (body) => ({
  ...body,
  kinds: body.kinds.map((kind) => ({ ...kind, checklist: null, accepted: false })),
}));

export type PlannedTown = Awaited<ReturnType<typeof startPlannedTown>>;

/** A town with facilities and plans on the whole system; `zoneOf`: for lines about its orders. */
export async function startPlannedTown({ change = (documents) => documents, ...options }: Options) {
  const town: TestSystem = await startTestSystem({ ...options, change: (documents) => change(plainWork(documents)) });
  const { company, system } = town;
  const { ports } = system;
  const sites = async () => (await system.loadDirectory(company)).directory.organisation.sites;
  const line = async ({ site, order, createdAt }: Item): Promise<string> => {
    const zone = (await sites()).find(({ id }) => id === site)?.zone ?? '';
    return `${localDate(createdAt, zone)} ${localTime(createdAt, zone)} ${order?.plan?.id}`;
  };
  const orders = async (site: string): Promise<Item[]> => {
    const { rows } = await ports.items.bySite(company, site, { kind: 'workOrder' }, { limit: 100 });
    const found = await Promise.all(rows.map(({ id }) => ports.items.get(company, id)));
    return found
      .flatMap((item) => item ?? [])
      .sort((a, b) => a.createdAt - b.createdAt || (a.number < b.number ? -1 : 1));
  };
  return {
    ...town,
    orders,
    async equip(...assets: Partial<Asset>[]): Promise<void> {
      for (const [n, one] of assets.entries()) {
        const id = one.id ?? `a${n + 1}`;
        await ports.assets.put(asset({ certificateUntil: null, number: id, code: `code-${id}`, ...one, id }));
      }
    },
    async plan(site: string, plans: MaintenancePlan[]): Promise<void> {
      const version = (await ports.documents.current(company, 'plans', site))?.version ?? 0;
      const document = { kind: 'plans', id: site, body: { plans }, author: 'administrator', note: 'scenario' } as const;
      await ports.documents.publish(company, { ...document, at: town.now() }, version);
      await system.settle();
    },
    /** What is known of a plan. */
    async row(plan: string, site = 'east-lake'): Promise<PlanRow> {
      const found = await ports.plans.get({ company, site, plan });
      if (!found) throw new Error(`Nothing is known of ${plan}.`);
      return found;
    },
    /** "2026-11-05 09:00 lift-month" in the order they were opened. */
    lines: async (site = 'east-lake') => Promise.all((await orders(site)).map(line)),
    /** The next alarm of any plan. */
    async nextAlarm(): Promise<Instant> {
      const rows = await Promise.all(
        (await sites()).map(async ({ id }) => (await ports.plans.list(company, id, { limit: 100 })).rows),
      );
      return Math.min(...rows.flat().flatMap(({ armed }) => armed?.at ?? []));
    },
    /** Whoever it was given to accepts it. */
    async accept({ id, owner }: Item): Promise<void> {
      await town.actAs(owner ?? '', 'acknowledge', {}, id);
    },
    async complete({ id, owner }: Item): Promise<void> {
      await town.actAs(owner ?? '', 'complete', { done: '已完成' }, id);
    },
  };
}
