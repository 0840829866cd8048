import type { ActionName } from '#domain/workflow/action';
import { demoCompany } from '#local/demo/estate';
import { at } from '#test/support/estate';
import { type Figure, type Measure, tenths } from './measure.ts';
import { type Cost, startMeteredTown } from './metered-town.ts';
import type { Town } from './town.ts';

type Act = (by: string, action: ActionName, input?: Record<string, unknown>) => Promise<void>;

async function costOf(live: (town: Town, act: Act) => Promise<void>): Promise<Cost> {
  const { town, begin, cost } = await startMeteredTown(at('2026-11-23', '10:00'));
  try {
    begin();
    const { id } = await town.file();
    await town.system.settle();
    await live(town, async (by, action, input = {}) => {
      await town.system.actOnItem({ company: demoCompany, itemId: id, by, action, input });
      await town.system.settle();
    });
    if ((await town.system.ports.items.get(demoCompany, id))?.endedAt === null)
      throw new Error('The life did not end.');
    return cost();
  } finally {
    await town.close();
  }
}

export const figures = (what: string, how: string, { read, write, transitions, mails }: Cost): Figure[] => [
  { what: `${what}: transitions`, value: `${transitions}`, how: `${how}; Step Functions’ billing rule` },
  {
    what: `${what}: read / write units`,
    value: `${tenths(read)} / ${tenths(write)}`,
    how: `as the database metered them, ${mails} mails included`,
  },
];

export const lifeCost: Measure = async (say) => {
  say('cost of a quiet life');
  const quiet = await costOf(async (town, act) => {
    await town.system.timers.to(at('2026-11-23', '11:00'));
    await act('repairer-a', 'acknowledge');
    await act('repairer-a', 'reply', { told: '今天下午换灯' });
    await town.system.timers.to(at('2026-11-23', '15:00'));
    await act('repairer-a', 'resolve', { done: '更换灯管', told: '灯已修好' });
    await act('customer-centre-clerk-a', 'verdict', { verdict: 'solved', score: 5 });
  });
  say('cost of a life that climbs');
  const climbing = await costOf(async (town, act) => {
    await town.system.timers.to(at('2026-11-24', '17:00'));
    await act('quality-manager', 'acknowledge');
    await act('quality-manager', 'resolve', { done: '更换灯管', told: '灯已修好' });
    await act('customer-centre-clerk-a', 'verdict', { verdict: 'solved', score: 5 });
  });
  return [
    ...figures('Quiet complaint', 'filed, acknowledged, replied, resolved, verdict solved', quiet),
    ...figures('Climbing complaint', 'three levels climbed, acknowledged, resolved, closed', climbing),
  ];
};
