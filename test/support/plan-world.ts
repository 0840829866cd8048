import type { Asset } from '#domain/asset';
import type { Item } from '#domain/item';
import type { MaintenancePlan } from '#domain/maintenance-plan';
import type { Instant } from '#domain/time';
import type { PlanName, Ports, Schedules } from '#ports';
import { absences, organisation, rosters } from '#test/support/one-site';
import type { FirstDocument } from '#usecases/bootstrap';
import { createDirectoryLoader } from '#usecases/load-directory';
import { createFactsLoader } from '#usecases/load-facts';
import { createOrders } from '#usecases/orders/open-order';
import { createArrangePlans } from '#usecases/plans/arrange-plans';
import { createRenewCertificates } from '#usecases/plans/renew-certificates';
import { createSettlePlans } from '#usecases/plans/settle-plans';
import { createTriggerPlans, type TriggerPlans } from '#usecases/plans/trigger-plans';
import { defaultDocuments } from '#workflows/default-documents';
import { createMemoryPorts, type MemoryPorts } from './memory-ports.ts';

const company = 'demo';
export const site = 'east-lake';
type Writes = Pick<Ports, 'plans' | 'items' | 'assets'> & { schedules: Schedules };

export interface PlanWorld {
  ports: MemoryPorts;
  /** Alarms that wait, by plan. */
  alarms: ReadonlyMap<string, Instant>;
  triggers: TriggerPlans;
  arrange(): Promise<void>;
  publish(plans: MaintenancePlan[]): Promise<void>;
  put(asset: Asset): Promise<void>;
  fire(plan: string): Promise<void>;
  /** Alarms follow what the rows say: what the stream brings, as often as it is asked. */
  stream(): Promise<void>;
  orders(): Promise<Item[]>;
  /** The order is done, and its plan hears of it or (`silently`) does not. */
  end(order: Item, silently?: boolean): Promise<void>;
  /** A new process on what is stored; `wrap`: around whatever writes. */
  restart(wrap?: (writes: Writes) => Writes): void;
}

/** Plans of one site with the use cases around them, on maps: what the stream and clocks bring is brought by hand. */
export async function startPlanWorld(start: Instant, assets: Asset[]): Promise<PlanWorld> {
  const ports = createMemoryPorts(start);
  const documents: FirstDocument[] = [
    ...defaultDocuments(organisation),
    { kind: 'rosters', id: 'main', body: rosters },
    { kind: 'absences', id: 'main', body: absences },
  ];
  const seed = { author: 'system' as const, at: start, note: 'seed' };
  for (const document of documents) await ports.documents.publish(company, { ...seed, ...document }, 0);
  for (const asset of assets) await ports.assets.put(asset);

  const alarms = new Map<string, Instant>();
  const names = new Map<string, string>();
  const schedules: Schedules = {
    async arm(name, at, payload) {
      names.set(name, String(payload.plan));
      alarms.set(String(payload.plan), at);
    },
    async disarm(name) {
      alarms.delete(names.get(name) ?? '');
    },
  };
  const changed = new Map<string, PlanName>();
  const build = (wrap: (writes: Writes) => Writes = (writes) => writes) => {
    const watched: Writes = {
      schedules,
      assets: ports.assets,
      plans: {
        ...ports.plans,
        async put(row) {
          await ports.plans.put(row);
          changed.set(row.plan, row);
        },
      },
      items: {
        ...ports.items,
        async commit(commit) {
          await ports.items.commit(commit);
          if (commit.plan) changed.set(commit.plan.plan, commit.plan);
        },
      },
    };
    const all = { ...ports, ...wrap(watched), loadDirectory: createDirectoryLoader(ports) };
    const opening = createOrders(all, createFactsLoader(ports));
    const settle = createSettlePlans(all, opening);
    const arranging = createArrangePlans(all, settle);
    return {
      triggers: createTriggerPlans(all, settle, arranging, createRenewCertificates(all, opening)),
      arrange: () => arranging.arrange(company, site),
    };
  };
  let present = build();

  return {
    ports,
    alarms,
    get triggers() {
      return present.triggers;
    },
    arrange: () => present.arrange(),
    async publish(body) {
      const before = (await ports.documents.current(company, 'plans', site))?.version ?? 0;
      const document = {
        kind: 'plans',
        id: site,
        body: { plans: body },
        author: 'site-director',
        note: 'test',
      } as const;
      await ports.documents.publish(company, { ...document, at: ports.clock.now() }, before);
    },
    put: (asset) => ports.assets.put(asset),
    fire: (plan) => present.triggers.fire({ company, site, plan }),
    async stream() {
      for (const [plan, name] of [...changed]) {
        await present.triggers.arm(name);
        changed.delete(plan);
      }
    },
    async orders() {
      const { rows } = await ports.items.bySite(company, site, { kind: 'workOrder' }, { limit: 10_000 });
      const found = await Promise.all(rows.map(({ id }) => ports.items.get(company, id)));
      return found.flatMap((item) => item ?? []).sort((a, b) => a.createdAt - b.createdAt);
    },
    async end(order, silently = false) {
      const now = ports.clock.now();
      const ended: Item = { ...order, status: 'closed', endedAt: now, updatedAt: now, version: order.version + 1 };
      ports.items.put(ended);
      if (!silently) await present.triggers.ended(ended);
    },
    restart(wrap) {
      present = build(wrap);
    },
  };
}
