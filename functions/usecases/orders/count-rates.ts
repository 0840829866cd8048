import type { Asset } from '#domain/asset';
import { canonical } from '#domain/canonical';
import type { Item } from '#domain/item';
import type { Organisation } from '#domain/organisation';
import { factsOfAsset, factsOfOrder, sameFacts } from '#domain/rate-facts';
import { movesBetween } from '#domain/rate-sums';
import { ratedOrder } from '#domain/rated-order';
import { localDate } from '#domain/time';
import type { Mark, Ports, Subject } from '#ports';
import { visitNow } from '../learned/visit-now.ts';
import type { LoadDirectory } from '../load-directory.ts';
import { pinnedWork } from '../open-item.ts';
import { siteOf } from '../site-access.ts';

type RatePorts = Pick<Ports, 'items' | 'assets' | 'documents' | 'rates' | 'clock'> & { loadDirectory: LoadDirectory };

/** What a subject counts as now, at its version. */
export interface Counting extends Mark {
  subject: Subject;
}

const ATTEMPTS = 10;

/**
 * Counts a work order, a visit or a facility in the figures of its site. Told once or ten times, in whatever order, the sums are those
 * of what it is now. One after the other: all of a site meet at the row of the day.
 */
export const createCountRates = (ports: RatePorts) => {
  let turn: Promise<unknown> = Promise.resolve();
  return (company: string, subject: Pick<Subject, 'type' | 'id'>): Promise<void> => {
    const counted = turn.then(() => count(ports, company, subject));
    turn = counted.catch(() => {});
    return counted;
  };
};

async function count(ports: RatePorts, company: string, { type, id }: Pick<Subject, 'type' | 'id'>): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { directory } = await ports.loadDirectory(company);
    const [before, now] = await Promise.all([
      ports.rates.mark(company, { type, id }),
      { item: orderNow, asset: assetNow, visit: visitNow }[type](ports, company, id, directory.organisation),
    ]);
    if (now === null || (before && before.version >= now.version)) return;
    const known = before?.facts ?? [];
    if (sameFacts(known, now.facts) && canonical(before?.said ?? null) === canonical(now.said ?? null)) return;
    const { zone } = siteOf(now.subject.site, directory);
    const today = localDate(ports.clock.now(), zone);
    const moves = movesBetween(known, now.facts, (at) => localDate(at, zone), today);
    const { subject, ...after } = now;
    await ports.rates.count(company, subject, before, after, moves);
    // Whether this count stood or another one came first: what changed meanwhile may have been passed by, so look again.
  }
  throw new Error(`The ${type} ${id} changes faster than it can be counted.`);
}

async function orderNow(
  ports: RatePorts,
  company: string,
  id: string,
  organisation: Organisation,
): Promise<Counting | null> {
  const item = await ports.items.get(company, id);
  if (!item?.order) return null;
  const { assets } = item.order;
  const [first] = assets;
  const [{ checklist }, asset] = await Promise.all([
    pinnedWork(ports.documents, item),
    item.building === null && first ? ports.assets.get(company, first.id) : null,
  ]);
  const dimensions = {
    area: areaOf(item, asset, organisation) ?? '',
    person: item.owner ?? item.order.responsible ?? '',
    kind: item.category,
  };
  const facts = factsOfOrder(ratedOrder(item, item.order, checklist), dimensions);
  return { subject: { type: 'item', id, site: item.site }, version: item.version, facts };
}

async function assetNow(
  ports: RatePorts,
  company: string,
  id: string,
  organisation: Organisation,
): Promise<Counting | null> {
  const asset = await ports.assets.get(company, id);
  if (!asset) return null;
  const facts = factsOfAsset(asset, areaOf(asset, asset, organisation));
  return { subject: { type: 'asset', id, site: asset.site }, version: asset.version, facts };
}

/** The area an asset is put in, else that of the building. */
function areaOf(
  { site, building }: Pick<Item | Asset, 'site' | 'building'>,
  asset: Asset | null,
  { buildings }: Organisation,
): string | null {
  return asset?.area ?? buildings.find((one) => one.site === site && one.id === building)?.area ?? null;
}
