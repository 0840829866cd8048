import type { Asset } from '#domain/asset';
import { JOIN_WINDOW } from '#domain/complaint';
import { LinkInvalid } from '#domain/errors';
import type { Item } from '#domain/item';
import type { Ports } from '#ports';
import type { LimitRequests } from '../limit-requests.ts';
import type { OpenOrder } from './open-order.ts';

export interface FaultReport {
  company: string;
  /** Of the label. */
  code: string;
  what: string;
  /** Of the form: posted twice, it is one order. */
  key: string;
  /** Network address it came from. */
  address: string;
}
/** Orders of the facility that are looked through for the same fault. */
const LOOKED_AT = 20;

/**
 * A fault told by whoever stands before the facility opens a work order; told again within a day it joins the one that is open
 * and raises nothing. Who tells it is answered alike.
 * @returns the order
 * @throws LinkInvalid for a code no label in use has | TooMany
 */
export const createReportFault = (
  ports: Pick<Ports, 'assets' | 'items' | 'ids' | 'clock'>,
  openOrder: OpenOrder,
  limitRequests: LimitRequests,
) => {
  return async ({ company, code, what, key: form, address }: FaultReport): Promise<string> => {
    const id = await ports.assets.byCode(company, code);
    const asset = id === null ? null : await ports.assets.get(company, id);
    if (!asset || asset.condition === 'retired') throw new LinkInvalid();
    const key = `label/${asset.id}/${form}`;
    const order = ports.ids.from(`${company}/${key}`);
    if (await ports.items.get(company, order)) return order;
    await limitRequests(company, [
      { kind: 'address', name: address },
      { kind: 'asset', name: asset.id },
      { kind: 'site', name: asset.site },
    ]);
    const first = await sameFault(asset);
    if (first) {
      await join(first, what, key);
      return first.id;
    }
    const { site } = asset;
    await openOrder({ company, site, id: order, key, work: what, assets: [asset.id], takenBy: null, channel: 'web' });
    return order;
  };

  /** Reported, by hand or after a check, and not planned: somebody is at it already. */
  async function sameFault({ company, id }: Asset): Promise<Item | null> {
    const since = ports.clock.now() - JOIN_WINDOW;
    const { rows } = await ports.items.byAsset(company, id, { limit: LOOKED_AT });
    for (const row of rows.filter(({ endedAt, createdAt }) => endedAt === null && createdAt >= since)) {
      const item = await ports.items.get(company, row.id);
      if (item?.order?.plan === null && item.endedAt === null) return item;
    }
    return null;
  }

  async function join({ company, id, step, level }: Item, description: string, key: string): Promise<void> {
    const joined = { type: 'joined' as const, description, channel: 'web' };
    await ports.items.append(company, id, [{ at: ports.clock.now(), by: 'resident', step, level, ...joined }], key);
  }
};
export type ReportFault = ReturnType<typeof createReportFault>;
