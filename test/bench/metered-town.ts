import type { Instant } from '#domain/time';
import type { Consumed } from '#store/client';
import { startTown, type Town } from './town.ts';

export interface Cost extends Consumed {
  transitions: number;
  mails: number;
}
export interface MeteredTown {
  town: Town;
  /** Counts from here on. */
  begin(): void;
  /** Since `begin`. */
  cost(): Cost;
}

/** A town on a stepped clock, metered as AWS would; what the sweeper reads every five minutes, whoever lives, is not counted. */
export async function startMeteredTown(start: Instant): Promise<MeteredTown> {
  const units: Consumed = { read: 0, write: 0 };
  let sweeping = 0;
  let mails = 0;
  let transitions = 0;
  const apart = async <T>(look: () => Promise<T>): Promise<T> => {
    sweeping += 1;
    try {
      return await look();
    } finally {
      sweeping -= 1;
    }
  };
  const town = await startTown({
    start,
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
    wrap: ({ items, outbox, plans, planned, assets, ...ports }) => ({
      ...ports,
      items: { ...items, overdueWakeUps: (...args) => apart(() => items.overdueWakeUps(...args)) },
      outbox: { ...outbox, stuck: (...args) => apart(() => outbox.stuck(...args)) },
      planned: { ...planned, due: (...args) => apart(() => planned.due(...args)) },
      plans: { ...plans, unseen: (...args) => apart(() => plans.unseen(...args)) },
      // Certificates of the demo estate that run out soon would be ordered anew meanwhile.
      assets: { ...assets, renewals: async () => ({ rows: [], next: null }) },
    }),
  });
  return {
    town,
    begin() {
      [units.read, units.write, mails] = [0, 0, 0];
      transitions = town.system.runner.transitions();
    },
    cost: () => ({ ...units, mails, transitions: town.system.runner.transitions() - transitions }),
  };
}
