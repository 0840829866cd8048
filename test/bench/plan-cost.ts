import type { MaintenancePlan } from '#domain/maintenance-plan';
import { demoCompany } from '#local/demo/estate';
import { monthly, planOf } from '#test/functions/domain/plan/plan-fixture';
import { at } from '#test/support/estate';
import { figures } from './life-cost.ts';
import type { Measure } from './measure.ts';
import { type MeteredTown, startMeteredTown } from './metered-town.ts';

const site = 'east-lake';
const monthlyLift = planOf({
  ...{ assets: ['east-lake-dt-b1-1'], graceDays: 2 },
  rule: { frequency: monthly(25), time: '09:00' },
});

/** The site has this one plan, and work without a checklist. */
async function startWith(plans: MaintenancePlan[]): Promise<MeteredTown> {
  const metered = await startMeteredTown(at('2026-11-23', '10:00'));
  const { ports, settle } = metered.town.system;
  const publish = async <K extends 'plans' | 'maintenance'>(
    kind: K,
    id: string,
    change: (body: unknown) => unknown,
  ) => {
    const present = await ports.documents.current(demoCompany, kind, id);
    const document = { kind, id, body: change(present?.body), author: 'system', at: ports.clock.now(), note: 'bench' };
    await ports.documents.publish(demoCompany, document as never, present?.version ?? 0);
  };
  await publish('maintenance', 'main', (body) => {
    const settings = body as { kinds: object[] };
    return { ...settings, kinds: settings.kinds.map((kind) => ({ ...kind, checklist: null, accepted: false })) };
  });
  await publish('plans', site, () => ({ plans }));
  await settle();
  return metered;
}

/** What an occurrence costs from its trigger to its order’s end. */
export const planCost: Measure = async (say) => {
  say('cost of an occurrence');
  const { town, begin, cost } = await startWith([monthlyLift]);
  const { ports, timers, settle, actOnItem, scheduleHandler } = town.system;
  try {
    begin();
    await timers.to(at('2026-11-25', '09:00'));
    const opened = cost();
    const { rows } = await ports.items.open(demoCompany, site, { kind: 'workOrder' }, {});
    const [order] = rows;
    if (!order?.owner || rows.length !== 1) throw new Error(`${rows.length} orders were opened.`);
    const act = async (action: 'acknowledge' | 'complete', input: object) => {
      await actOnItem({ company: demoCompany, itemId: order.id, by: order.owner ?? '', action, input });
      await settle();
    };
    await act('acknowledge', {});
    await act('complete', { done: '已保养' });
    const whole = cost();
    begin();
    await scheduleHandler({ company: demoCompany, site, plan: monthlyLift.id });
    await settle();
    return [
      ...figures('Occurrence of a plan, opened', 'its trigger, the order, the next alarm', opened),
      ...figures('Occurrence of a plan, done', 'opened, accepted, completed, the plan told', whole),
      ...figures('Its trigger once more', 'delivered again', cost()),
    ];
  } finally {
    await town.close();
  }
};
