import type { Item } from '#domain/item';
import { DAY, type Instant } from '#domain/time';
import type { Ports } from '#ports';

/** Each notice brings a fresh link; this is how long one works at most. */
const RESIDENT_LINK_LIFE = 365 * DAY;
/** After the end the page shows the result for this long. */
export const SHOWN_AFTER_END = 30 * DAY;

export const signReceipt = (
  { links }: Pick<Ports, 'links'>,
  item: Pick<Item, 'company' | 'id'>,
  report: string | null,
  now: Instant,
): Promise<string> =>
  links.signReceipt({ company: item.company, item: item.id, report, expires: now + RESIDENT_LINK_LIFE });

/** Absolute address of a receipt's page. */
export const residentLink = async (
  ports: Pick<Ports, 'links'>,
  item: Pick<Item, 'company' | 'id'>,
  report: string | null,
  now: Instant,
): Promise<string> => ports.links.receiptUrl(await signReceipt(ports, item, report, now));
