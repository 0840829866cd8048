import type { Ids } from '#ports';

/** The item of an order opened by a plan: the same key names the same item for good. */
export const orderId = (ids: Pick<Ids, 'from'>, company: string, key: string): string => ids.from(`${company}/${key}`);
