import type { Item } from '#domain/item';
import { LATE, type OrderEnd } from '#domain/plan/settle';
import type { PlanName, Ports } from '#ports';
import { everyRow } from '../every-row.ts';
import type { LoadDirectory } from '../load-directory.ts';
import type { ArrangePlans } from './arrange-plans.ts';
import { createPlanHistories } from './plan-histories.ts';
import { RENEWAL, type RenewCertificates } from './renew-certificates.ts';
import type { SettlePlans } from './settle-plans.ts';

type TriggerPorts = Pick<Ports, 'clock' | 'documents' | 'ids' | 'plans' | 'schedules' | 'logger' | 'metrics'> & {
  loadDirectory: LoadDirectory;
};

/** Everything that sets plans going. Each may come twice, late or never: the sweeper does what nobody did. */
export const createTriggerPlans = (
  ports: TriggerPorts,
  settle: SettlePlans,
  arranging: ArrangePlans,
  renew: RenewCertificates,
) => {
  const histories = createPlanHistories(ports);
  const { clock, plans, schedules, logger, metrics } = ports;
  const scheduleOf = ({ company, site, plan }: PlanName) => `plan-${ports.ids.from(`${company}/${site}/${plan}`)}`;

  /** By site: what one person is asked at one time is told in one mail. */
  const dueBySite = async (until: number): Promise<Map<string, PlanName[]>> => {
    const sites = new Map<string, PlanName[]>();
    for await (const name of everyRow((page) => plans.due(until, page))) {
      const site = `${name.company}/${name.site}`;
      sites.set(site, [...(sites.get(site) ?? []), name]);
    }
    return sites;
  };

  return {
    /** Sets the alarm of a plan to what it waits for, or takes it away. What is past already is the sweeper's. */
    async arm(name: PlanName): Promise<void> {
      const row = await plans.get(name);
      if (row?.armed && row.armed.at > clock.now())
        await schedules.arm(scheduleOf(name), row.armed.at, {
          company: name.company,
          site: name.site,
          plan: name.plan,
        });
      else await schedules.disarm(scheduleOf(name));
    },

    /** The alarm went off: with the plan all of its site that are due by now, however many alarms there are for them. */
    async fire({ company, site, plan }: PlanName): Promise<void> {
      const due = (await dueBySite(clock.now())).get(`${company}/${site}`) ?? [];
      await settle(company, site, [...new Set([plan, ...due.map((one) => one.plan)])]);
    },

    /** An order that a plan opened has ended: its next may come. */
    async ended({
      company,
      site,
      order,
      endedAt,
    }: Pick<Item, 'company' | 'site' | 'order' | 'endedAt'>): Promise<void> {
      if (!order?.plan || order.plan.id === RENEWAL || endedAt === null) return;
      const asset = order.per === 'asset' ? (order.assets[0]?.id ?? null) : null;
      const end: OrderEnd = { asset, occurrence: order.plan.occurrence, at: endedAt };
      await settle(company, site, [order.plan.id], new Map([[order.plan.id, [end]]]));
    },

    /** The meter of an asset was read. */
    async read(company: string, site: string, asset: string): Promise<void> {
      // Most sites' meters bring nothing; a register may be there before the company is.
      const heads = await ports.documents.heads(company);
      if (!heads.some(({ kind, id }) => kind === 'plans' && id === site)) return;
      const facts = await ports.loadDirectory(company);
      const current = (await histories.since(company, site, facts, clock.now())).at(-1)?.plans ?? new Map();
      const metered = [...current.values()].filter(({ plan }) => plan.meter !== null && plan.assets.includes(asset));
      if (metered.length > 0)
        await settle(
          company,
          site,
          metered.map(({ plan }) => plan.id),
        );
    },

    /** What no trigger did: plans published and not looked through, those whose time has passed, and certificates that run out. @returns orders opened */
    async sweep(): Promise<number> {
      const until = clock.now() - LATE;
      let opened = 0;
      const carefully = async (company: string, site: string, run: () => Promise<void>) => {
        try {
          await run();
        } catch (error) {
          logger.error('The sweeper could not settle the plans of a site', { company, site, error: String(error) });
          metrics.count('SweepFailed', 1);
        }
      };
      for await (const { company, site } of everyRow((page) => plans.unseen(until, page)))
        await carefully(company, site, () => arranging.arrange(company, site));
      for (const due of (await dueBySite(until)).values()) {
        const [{ company, site } = { company: '', site: '' }] = due;
        await carefully(company, site, async () => {
          const settled = await settle(
            company,
            site,
            due.map(({ plan }) => plan),
          );
          opened += settled.opened;
        });
      }
      return opened + (await renew());
    },
  };
};
export type TriggerPlans = ReturnType<typeof createTriggerPlans>;
