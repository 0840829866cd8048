import { kindLetter } from '#domain/item-number';
import { localDate } from '#domain/time';
import type { ItemKind } from '#domain/workflow/definition';
import type { Ports } from '#ports';
import { NotFound } from './errors.ts';
import type { Facts } from './load-facts.ts';

/** "EL-261123-007", of a work order "ELW-261123-007": the next of its kind on the site's local day. Throws NotFound. */
export async function nextNumberOf(
  ports: Pick<Ports, 'clock' | 'items'>,
  { company, site: siteId, kind }: { company: string; site: string; kind: ItemKind },
  facts: Pick<Facts, 'directory'>,
): Promise<string> {
  const site = facts.directory.organisation.sites.find(({ id }) => id === siteId);
  if (!site) throw new NotFound('site');
  const date = localDate(ports.clock.now(), site.zone);
  const count = await ports.items.nextNumber(company, siteId, kind === 'complaint' ? date : `${kind}/${date}`);
  return `${site.code}${kindLetter[kind]}-${date.slice(2).replaceAll('-', '')}-${String(count).padStart(3, '0')}`;
}
