import type { Instant } from '#domain/time';
import type { Ports } from '#ports';
import { secondsUntil } from './advance-item.ts';

export interface SleepInput {
  company: string;
  item: string;
  epoch: number;
  /** The version Advance decided on. */
  version: number;
  wakeAt: Instant | null;
  token: string;
}

/**
 * Stores the callback token under the condition that nobody acted since Advance looked.
 * @throws ItemChanged: caught by the machine, which asks Advance again
 */
export const createSleepItem =
  (ports: Pick<Ports, 'items' | 'clock'>) =>
  async ({ company, item, epoch, version, wakeAt, token }: SleepInput): Promise<void> => {
    const now = ports.clock.now();
    const until = wakeAt ?? now + secondsUntil(null, now) * 1000;
    await ports.items.sleep(company, item, version, epoch, { token, wakeAt: until });
  };
