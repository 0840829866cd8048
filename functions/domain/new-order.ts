import type { Intake, Item } from './item.ts';
import { type Limits, workingHours } from './limit.ts';
import { limitOf, type Maintenance } from './maintenance.ts';
import { newItem } from './new-item.ts';
import type { Order, OrderAsset, Origin } from './order.ts';
import type { Instant } from './time.ts';

/** Time to accept planned work whose kind counts round the clock: it was known before, nobody is called at night for it. */
export const PLANNED_ACCEPTANCE = workingHours(4);

export interface OrderFiling {
  id: string;
  company: string;
  number: string;
  site: string;
  building: string | null;
  unit: string | null;
  place: string | null;
  /** Kind of facility; of a repair without one the category of the complaint, see `like`. */
  kind: string;
  assets: readonly OrderAsset[];
  intake: Intake;
  plan: Order['plan'];
  maintenance: Order['maintenance'];
  checklist: string | null;
  per: Order['per'];
  /** The walk it is; null: it is none. */
  patrol: Order['patrol'];
  responsible: Order['responsible'];
  deputy: Order['deputy'];
  origin: Origin | null;
  rework: Order['rework'];
  workflow: Item['workflow'];
  templates: Item['templates'];
  forms: Item['forms'];
  /** Whose department and limits it has when its kind is no kind of facility: of the complaint it comes from. */
  like: Pick<Item, 'department' | 'severity' | 'limits'> | null;
}

type Terms = Pick<Item, 'department' | 'severity' | 'limits'> & Pick<Order, 'impact' | 'inspected'>;

/**
 * A work order (工单) as opened, with department and limits by the time-limit table, before its first `advance`. Null:
 * there is no such kind, and nothing it could be like. The resolve limit runs from acceptance; there is no reply limit.
 */
export function newOrder(
  filing: OrderFiling,
  { maintenance }: { maintenance: Maintenance },
  now: Instant,
): Item | null {
  const terms = termsOf(filing, maintenance);
  if (!terms) return null;
  const { department, severity, limits, impact, inspected } = terms;
  const { assets, kind, plan, checklist, per, patrol, responsible, deputy, rework } = filing;
  return newItem({
    id: filing.id,
    company: filing.company,
    kind: 'workOrder',
    number: filing.number,
    site: filing.site,
    building: filing.building,
    unit: filing.unit,
    place: filing.place,
    category: kind,
    department,
    severity,
    major: false,
    repeatOf: null,
    intake: filing.intake,
    workflow: filing.workflow,
    templates: filing.templates,
    forms: filing.forms,
    limits,
    createdAt: now,
    fields: {},
    order: {
      ...{ plan, assets: [...assets], kind, impact, maintenance: filing.maintenance, checklist, per, patrol },
      ...{ inspected, responsible, deputy, rework, answers: {}, corrected: [], declined: 0 },
    },
    origin: filing.origin,
  });
}

function termsOf({ kind, plan, like }: OrderFiling, maintenance: Maintenance): Terms | null {
  const found = maintenance.kinds.find(({ id }) => id === kind);
  if (!found) return like && { ...like, limits: workLimits(like.limits), impact: null, inspected: false };
  const { severity, acknowledge, resolve } = limitOf(maintenance, found.impact);
  const common = { department: found.department, impact: found.impact, inspected: found.accepted };
  const limits = workLimits({ acknowledge, resolve });
  // Nothing has failed: planned work is as urgent as its date, not as a failure of its facility.
  return plan
    ? { ...common, severity: severity === 'low' ? 'low' : 'normal', limits: planned(limits) }
    : { ...common, severity, limits };
}

const workLimits = ({ acknowledge, resolve }: Pick<Limits, 'acknowledge' | 'resolve'>): Limits => ({
  acknowledge,
  reply: resolve,
  resolve,
});

const planned = (limits: Limits): Limits =>
  limits.acknowledge.kind === 'elapsed' ? { ...limits, acknowledge: PLANNED_ACCEPTANCE } : limits;
