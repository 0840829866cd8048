import { saidIn } from '#domain/learned/said';
import { factsOfVisit } from '#domain/learned/visit-facts';
import type { Organisation } from '#domain/organisation';
import type { Ports } from '#ports';
import type { Counting } from '../orders/count-rates.ts';
import { pinnedAsks } from '../visits/visits-at.ts';

/** What a visit counts as now, and what was said in it; null: it is none. */
export async function visitNow(
  ports: Pick<Ports, 'items' | 'documents'>,
  company: string,
  id: string,
  organisation: Organisation,
): Promise<Counting | null> {
  const item = await ports.items.get(company, id);
  if (!item?.visit) return null;
  const asks = await pinnedAsks(ports.documents, item);
  return {
    subject: { type: 'visit', id, site: item.site },
    version: item.version,
    facts: factsOfVisit(item, organisation),
    said: saidIn(item, asks?.questionnaire ?? null),
  };
}
