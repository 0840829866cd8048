import type { AssetSummary } from '#domain/asset';
import { LinkInvalid } from '#domain/errors';
import type { Directory } from '#domain/organisation';
import { may } from '#domain/permission';
import { factOfSummary } from '#domain/plan/asset-fact';
import { calendarFeed, type FeedEvent } from '#domain/plan/calendar-feed';
import { compilePlans } from '#domain/plan/compiled-plan';
import type { Feed, FeedScope } from '#domain/plan/feed';
import { feedEvents } from '#domain/plan/feed-events';
import { type PlannedWork, plannedWork } from '#domain/plan/load';
import type { Language } from '#domain/text';
import { DAY, localDate } from '#domain/time';
import { visitEvents } from '#domain/visit/visit-events';
import type { ItemSummary, Ports } from '#ports';
import { everyRow } from '../every-row.ts';
import { type CompanyFacts, type LoadDirectory, versionAt } from '../load-directory.ts';
import type { createCalendarLoader } from '../load-facts.ts';
import { siteOf } from '../site-access.ts';
import { sitesOfFeed } from './feed-scope.ts';
import { assetsAt, statesAt } from './plan-facts.ts';

type ReadPorts = Pick<Ports, 'feeds' | 'documents' | 'assets' | 'plans' | 'items' | 'clock'> & {
  loadDirectory: LoadDirectory;
  loadCalendar: ReturnType<typeof createCalendarLoader>;
};
/** What is past stays in view for a month, what is to come for a year. */
const BEHIND = 31 * DAY;
const AHEAD = 366 * DAY;
/** Visits are planned no further ahead than this, an open one and what it was put off included. */
const VISITS_AHEAD = 120 * DAY;

/**
 * What an address of a feed shows now, as text/calendar.
 * @throws LinkInvalid for one that is not there, was revoked, or whose owner may not see it any more
 */
export const createReadFeed =
  (ports: ReadPorts) =>
  async (company: string, secret: string): Promise<string> => {
    const feed = await ports.feeds.find(company, secret);
    const facts = feed && (await ports.loadDirectory(company));
    const owner = facts?.directory.organisation.people.find(({ id }) => id === feed?.owner);
    const sites = feed && facts && owner ? sitesOfFeed(owner, feed.scope, facts.directory) : [];
    if (!feed || !facts || sites.length === 0) throw new LinkInvalid();
    const found = await Promise.all(
      sites.flatMap((site) => [
        eventsAt(ports, company, site, feed, facts),
        visitsAt(ports, company, site, feed, facts.directory),
      ]),
    );
    return calendarFeed(nameOf(feed, facts.directory), found.flat(), ports.clock.now());
  };
export type ReadFeed = ReturnType<typeof createReadFeed>;

async function eventsAt(
  ports: ReadPorts,
  company: string,
  id: string,
  { scope, language }: Feed,
  { directory, heads }: CompanyFacts,
): Promise<FeedEvent[]> {
  const site = siteOf(id, directory);
  const head = heads.find((one) => one.kind === 'calendar' && one.id === site.calendar);
  const document = await versionAt(ports, company, heads, 'plans', id);
  if (!document || !head) return [];
  const { plans } = document.body;
  const calendar = await ports.loadCalendar(company, site.calendar, head.version);
  const assets = new Map((await assetsAt(ports, company, id)).map((asset) => [asset.id, asset]));
  const facts = new Map([...assets].map(([key, asset]) => [key, factOfSummary(asset)]));
  const now = ports.clock.now();
  const work = plannedWork(compilePlans(id, plans, calendar).values(), facts, await statesAt(ports, company, id), {
    from: localDate(now - BEHIND, site.zone),
    to: localDate(now + AHEAD, site.zone),
  });
  const placeOf = ({ building, place }: AssetSummary) => {
    const found = directory.organisation.buildings.find((one) => one.id === building);
    return [...(found ? [found.name[language]] : []), ...(place === '' ? [] : [place])].join(' · ');
  };
  return feedEvents(within(work, scope, areaIn(assets, directory)), {
    site: id,
    language,
    plans: new Map(plans.map((plan) => [plan.id, plan])),
    asset: (key) => {
      const asset = assets.get(key);
      return asset ? { name: `${asset.name} (${asset.number})`, place: placeOf(asset) } : null;
    },
  });
}

/** A person's visits beside the work; those of somebody else to whoever may list them. */
async function visitsAt(
  { items, clock }: Pick<ReadPorts, 'items' | 'clock'>,
  company: string,
  site: string,
  { owner, scope, language }: Feed,
  { organisation }: Directory,
): Promise<FeedEvent[]> {
  if (scope.kind !== 'person') return [];
  const reader = organisation.people.find(({ id }) => id === owner);
  if (!reader || (owner !== scope.person && !may(reader, 'item.list', { site }, { organisation }))) return [];
  const now = clock.now();
  const kind = { kind: 'visit' } as const;
  const open = { list: 'due', site, span: { from: now - BEHIND, to: now + VISITS_AHEAD } } as const;
  const rows: ItemSummary[] = [];
  for await (const row of everyRow((page) => items.within(company, open, kind, page))) rows.push(row);
  const period = { from: now - BEHIND, to: now };
  for await (const row of everyRow((page) => items.ended(company, site, period, kind, page))) rows.push(row);
  const named = (id: string) => organisation.buildings.find((one) => one.site === site && one.id === id);
  return visitEvents(rows, scope.person, { language, building: (id) => named(id)?.name[language] ?? id });
}

/** The area of an asset, or that of its building. */
const areaIn =
  (assets: ReadonlyMap<string, AssetSummary>, { organisation }: Directory) =>
  (id: string): string | null => {
    const asset = assets.get(id);
    const building = organisation.buildings.find((one) => one.id === asset?.building);
    return asset?.area ?? building?.area ?? null;
  };

function within(
  work: readonly PlannedWork[],
  scope: FeedScope,
  areaOf: (asset: string) => string | null,
): readonly PlannedWork[] {
  switch (scope.kind) {
    case 'site':
      return work;
    case 'person':
      return work.filter(({ person }) => person === scope.person);
    case 'area':
      return work.flatMap((one) => {
        const assets = one.assets.filter((id) => areaOf(id) === scope.area);
        return assets.length === 0 ? [] : [{ ...one, assets }];
      });
  }
}

/** Names places, and nobody. */
function nameOf({ scope, language }: Feed, { organisation }: Directory): string {
  const named = (list: readonly { id: string; name: Record<Language, string> }[], id: string) =>
    list.find((one) => one.id === id)?.name[language] ?? '';
  if (scope.kind === 'person') return language === 'zh-CN' ? '维保与回访' : 'Maintenance and visits';
  const plans = language === 'zh-CN' ? '维保计划' : 'Maintenance';
  const site = named(organisation.sites, scope.site);
  const area = scope.kind === 'area' ? [named(organisation.areas, scope.area)] : [];
  return [plans, site, ...area].join(' · ');
}
