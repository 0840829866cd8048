import type { ActionName } from '#domain/workflow/action';
import { demoCompany } from '#local/demo/estate';
import type { Consumed } from '#store/client';
import { at } from '#test/support/estate';
import { type Figure, type Measure, tenths } from './measure.ts';
import { startTown, type Town } from './town.ts';

interface Cost extends Consumed {
  transitions: number;
  mails: number;
}
type Act = (by: string, action: ActionName, input?: Record<string, unknown>) => Promise<void>;

/** One life on a stepped clock; what the sweeper reads every five minutes, whoever lives, is not counted. */
async function costOf(live: (town: Town, act: Act) => Promise<void>): Promise<Cost> {
  const units: Consumed = { read: 0, write: 0 };
  let sweeping = 0;
  let mails = 0;
  const apart = async <T>(look: () => Promise<T>): Promise<T> => {
    sweeping += 1;
    try {
      return await look();
    } finally {
      sweeping -= 1;
    }
  };
  const town = await startTown({
    start: at('2026-11-23', '10:00'),
    remember: false,
    mailer: {
      send: async () => {
        mails += 1;
        return { providerId: 'bench' };
      },
    },
    onConsumed: (_operation, { read, write }) => {
      if (sweeping > 0) return;
      units.read += read;
      units.write += write;
    },
    wrap: (ports) => ({
      ...ports,
      items: { ...ports.items, overdueWakeUps: (...args) => apart(() => ports.items.overdueWakeUps(...args)) },
      outbox: { ...ports.outbox, stuck: (...args) => apart(() => ports.outbox.stuck(...args)) },
    }),
  });
  try {
    units.read = 0;
    units.write = 0;
    const { id } = await town.file();
    await town.system.settle();
    await live(town, async (by, action, input = {}) => {
      await town.system.actOnItem({ company: demoCompany, itemId: id, by, action, input });
      await town.system.settle();
    });
    if ((await town.system.ports.items.get(demoCompany, id))?.endedAt === null)
      throw new Error('The life did not end.');
    return { ...units, transitions: town.system.runner.transitions(), mails };
  } finally {
    await town.close();
  }
}

const figures = (what: string, how: string, { read, write, transitions, mails }: Cost): Figure[] => [
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
