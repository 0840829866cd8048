import type { Asset } from '#domain/asset';
import { pointsOf } from '#domain/checklist-answers';
import { idFor } from '#domain/document-id';
import type { Item, PersonId } from '#domain/item';
import type { Maintenance } from '#domain/maintenance';
import { newOrder } from '#domain/new-order';
import { MOST_POINTS, type Order, type Origin } from '#domain/order';
import { REWORK_DAYS } from '#domain/rework';
import type { Instant } from '#domain/time';
import type { DocumentVersion, PlanRow, Ports } from '#ports';
import { InvalidInput, NotFound, problem } from '../errors.ts';
import { versionAt } from '../load-directory.ts';
import type { Facts, LoadFacts } from '../load-facts.ts';
import { nextNumberOf } from '../next-number.ts';
import { type Begun, createBeginItem, createCommitBegun, type Started, workflowAt } from '../start-item.ts';
import { earlierRepair } from './earlier-repair.ts';

export interface OrderRequest {
  company: string;
  site: string;
  /** Business key: however often it is asked for, one order. */
  key: string;
  /** @default made from the key */
  id?: string;
  work: string;
  /** Ids of the site's register; those that are gone are left out. */
  assets: readonly string[];
  /** @default that of the first asset, else that of what it is like */
  kind?: string;
  building?: string | null;
  unit?: string | null;
  place?: string | null;
  /** @default planned work has its kind's, other work none */
  checklist?: string | null;
  per?: Order['per'];
  /** A night's walk. @default none */
  patrol?: Order['patrol'];
  plan?: Order['plan'];
  /** @default who answers for the first asset */
  responsible?: PersonId | null;
  /** @default 'work-order' */
  workflow?: string;
  /** Who wants it; null: a plan, or the system. */
  takenBy: PersonId | null;
  /** How it was told. @default 'staff' */
  channel?: 'staff' | 'web';
  origin?: Origin;
  /** Whose department and limits work of no kind of facility has. */
  like?: Pick<Item, 'category' | 'department' | 'severity' | 'limits'>;
}
export interface OpenedOrder {
  id: string;
  number: string;
  /** False: it had been opened before. */
  opened: boolean;
}
type OrderPorts = Pick<Ports, 'clock' | 'ids' | 'items' | 'documents' | 'assets' | 'logger' | 'metrics'>;

/** Facilities read at once. */
const TOGETHER = 25;

/** An order that has begun its workflow and is not opened yet. */
export interface PreparedOrder extends Begun {
  /** False: it had been opened before; nothing is left to be done. */
  isNew: boolean;
}

/**
 * Work orders in two steps, for several that are opened together. Department and limits by the settings that hold at the
 * site. Work that no plan brings is looked up among earlier repairs: one that comes back within the warranty is rework (返修).
 */
export const createOrders = (ports: OrderPorts, loadFacts: LoadFacts) => {
  const begin = createBeginItem(ports);
  const commit = createCommitBegun(ports);
  return {
    /** @throws NotFound (site, document) | InvalidInput for work of no kind at all */
    async prepare(request: OrderRequest): Promise<PreparedOrder> {
      const { company, site, key } = request;
      const id = request.id ?? ports.ids.from(`${company}/${key}`);
      const known = await ports.items.get(company, id);
      if (known) return { item: known, entries: [], effects: [], wakeAt: null, isNew: false };
      const facts = await loadFacts(company, site);
      const heads = await ports.documents.heads(company);
      const settings = await versionAt(ports, company, heads, 'maintenance', idFor(heads, 'maintenance', 'main', site));
      const workflow = workflowAt(heads, request.workflow ?? 'work-order', site);
      if (!settings || !workflow) throw new NotFound('document');
      const assets = await assetsOf(ports, request);
      const now = ports.clock.now();
      const filing = await filed(ports, { request, facts, settings, workflow, assets, id, now });
      const item = newOrder(filing, { maintenance: settings.body }, now);
      if (!item) throw new InvalidInput([problem(['kind'], 'unknown_asset_kind')]);
      const checklist = settings.body.checklists.find((one) => one.id === item.order?.checklist) ?? null;
      return { ...(await begin(item, { ...facts, checklist })), isNew: true };
    },

    /** With a plan, its row moves in the same transaction. @throws PlanMoved */
    async commit(order: PreparedOrder, { key, plan }: { key: string; plan?: PlanRow }): Promise<OpenedOrder> {
      if (!order.isNew) return { ...opened(order), opened: false };
      return opened(await commit(order, { key, ...(plan && { plan }) }));
    },
  };
};
export type Orders = ReturnType<typeof createOrders>;

/**
 * Opens a work order (开工单): by hand, out of a complaint, for a point that failed its check. Its workflow begins in the
 * same transaction. Throws as `prepare` does.
 */
export const createOpenOrder = (ports: OrderPorts, loadFacts: LoadFacts) => {
  const { prepare, commit } = createOrders(ports, loadFacts);
  return async (request: OrderRequest): Promise<OpenedOrder> => commit(await prepare(request), { key: request.key });
};
export type OpenOrder = ReturnType<typeof createOpenOrder>;

const opened = ({ item, isNew }: Started): OpenedOrder => ({ id: item.id, number: item.number, opened: isNew });

async function assetsOf(ports: Pick<OrderPorts, 'assets'>, { company, site, assets }: OrderRequest): Promise<Asset[]> {
  const found: Asset[] = [];
  for (let from = 0; from < assets.length; from += TOGETHER) {
    const some = await Promise.all(assets.slice(from, from + TOGETHER).map((id) => ports.assets.get(company, id)));
    found.push(...some.flatMap((asset) => (asset?.site === site ? [asset] : [])));
  }
  return found;
}

interface Gathered {
  request: OrderRequest;
  facts: Facts;
  settings: DocumentVersion<'maintenance'>;
  workflow: Item['workflow'];
  assets: readonly Asset[];
  id: string;
  now: Instant;
}

async function filed(ports: OrderPorts, gathered: Gathered) {
  const { request, facts, settings, workflow, assets, id } = gathered;
  const { company, site, plan = null, origin = null } = request;
  const [first] = assets;
  const kind = request.kind ?? first?.kind ?? request.like?.category ?? '';
  const where = placeOf(request, assets);
  const own = settings.body.kinds.find((one) => one.id === kind)?.checklist ?? null;
  const language = facts.directory.organisation.sites.find((one) => one.id === site)?.language ?? 'zh-CN';
  const reporter = { household: null, name: null, phone: null, email: null, language, preferredTime: null };
  const told = { description: request.work, since: null, alreadySaid: null, wants: null, photos: [] };
  return {
    ...{ id, company, site, kind, plan, origin, workflow, ...where, ...facts.pins },
    number: await nextNumberOf(ports, { company, site, kind: 'workOrder' }, facts),
    assets: assets.map((asset) => ({ id: asset.id, number: asset.number, name: asset.name, place: asset.place })),
    intake: { ...told, channel: request.channel ?? ('staff' as const), takenBy: request.takenBy, reporter },
    maintenance: { id: settings.id, version: settings.version },
    checklist: checklistOf(ports, gathered, request.checklist === undefined ? (plan ? own : null) : request.checklist),
    per: request.per ?? 'asset',
    patrol: request.patrol ?? null,
    responsible: request.responsible === undefined ? (first?.responsible ?? null) : request.responsible,
    deputy: request.responsible === undefined ? (first?.deputy ?? null) : null,
    rework: plan
      ? null
      : await earlierRepair(ports, {
          company,
          site,
          asset: first?.id ?? null,
          where,
          kind,
          origin,
          warranty: warrantyOf(settings.body, kind),
          now: gathered.now,
        }),
    like: request.like ?? null,
  };
}

/**
 * What is too long for one order is refused to whoever opens it; planned work is done without it rather than not at all.
 * @throws InvalidInput
 */
function checklistOf(
  { logger, metrics }: OrderPorts,
  { request, settings, assets }: Gathered,
  id: string | null,
): string | null {
  const { checklists } = settings.body;
  const points = pointsOf(checklists.find((one) => one.id === id) ?? null, assets).length;
  if (points <= MOST_POINTS) return id;
  if (!request.plan)
    throw new InvalidInput([problem(['checklist'], 'too_many_points', { value: String(MOST_POINTS), points })]);
  logger.error('A planned order has no checklist: there are too many points', { plan: request.plan.id, points });
  metrics.count('ChecklistLeftOut', 1);
  return null;
}

type Where = Pick<Item, 'building' | 'unit' | 'place'>;

/** Of one facility where it is; of several their building where they share one. */
function placeOf({ building, unit, place }: OrderRequest, assets: readonly Asset[]): Where {
  const [first, ...others] = assets;
  if (!first) return { building: building ?? null, unit: unit ?? null, place: place ?? null };
  const shared = others.every((other) => other.building === first.building) ? first.building : null;
  return { building: shared, unit: null, place: others.length === 0 ? first.place || null : null };
}

const warrantyOf = ({ kinds }: Maintenance, kind: string): number =>
  kinds.find(({ id }) => id === kind)?.warrantyDays ?? REWORK_DAYS;
