import type { Item } from './item.ts';
import { type Directory, isContractor, type Organisation, type Person } from './organisation.ts';
import type { ActionName } from './workflow/action.ts';

/** The department of a site whose staff take complaints for everybody ("one-stop" desk). */
const CUSTOMER_CENTRE = 'customer-centre';

export const operations = [
  /** Search and list a site's items. Everybody has the list of what waits for them without it. */
  'item.list',
  'item.file',
  'item.read',
  /** Act where the workflow offers it. */
  'item.act',
  /** Act though neither owner nor asked. */
  'item.actAny',
  /** Have open items go on by another version of their workflow. */
  'item.move',
  'household.read',
  /** Open and change resident files. */
  'household.write',
  /** Phone numbers and e-mail addresses of residents. */
  'phone.read',
  'incident.read',
  /** Link complaints about one cause, answer and resolve them together. */
  'incident.write',
  /** Many resident files from a table at once. */
  'household.import',
  /** Lists as files, without what the reader may not see. */
  'household.export',
  'item.export',
  'staff.import',
  'staff.export',
  /** What hangs in a site's buildings: the code of its form for residents, and its telephone. */
  'notice.read',
  /** What really happened to a site's items, for trying out changes: without personal data. */
  'history.read',
  'document.read',
  'document.publish',
  'audit.read',
  /** The register of what is maintained (设备台账). */
  'asset.read',
  'asset.write',
  /** A work order by hand (开工单). */
  'order.open',
  /** Care flags of households (关怀标签) that are not sensitive, and that there are others. */
  'care.read',
  'care.readSensitive',
  /** Add, change, review and end them; record a contact. */
  'care.write',
  /** Who looked at what is sensitive. */
  'care.readLooks',
  /** Planned events (停水, 停电...): they are public. */
  'care.readEvents',
  /** Plan, announce and cancel them. */
  'care.event',
  /** Everything about one resident, as a file or to be erased. */
  'care.erase',
  /** Improvements (改进). Whoever is to do one has it without. */
  'improvement.read',
  /** Open them, say what is to be done, judge what came of it. */
  'improvement.write',
  /** What a site learned in a quarter: good cases, figures, improvements. */
  'sharing.read',
  /** Mark an item as a good case (优秀案例). */
  'goodCase.mark',
  /** What was given on the spot to put things right (服务补救), and by whom. */
  'recovery.read',
  /** Mails with their state; addresses that mail did not reach. */
  'delivery.read',
  /** Have a mail tried again, or an address. */
  'delivery.retry',
] as const;
export type Operation = (typeof operations)[number];

/**
 * Where an operation may be done. `own`: items the person owns, is asked about or was escalated; `asked`: those, and
 * what they were asked about before.
 */
type Scope = 'company' | 'site' | 'own' | 'asked' | 'none';
type Standing = Exclude<Person['role'], 'contractor'> | 'customerCentre';
/** `steward`: what a building's steward (楼栋管家) may there beyond other staff. */
type Row = Record<Standing, Scope> & { steward?: 'building' };

/** Who may what; the only place that says so. Customer-centre staff have their row at the sites whose desk they are on. */
const table: Record<Operation, Row> = {
  'item.list': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'site' },
  'item.file': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'none' },
  'item.read': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'asked', viewer: 'site' },
  'item.act': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'own', viewer: 'none' },
  'item.actAny': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'none' },
  'item.move': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'household.read': {
    ...{ admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'site' },
    steward: 'building',
  },
  'household.write': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'none' },
  'phone.read': {
    ...{ admin: 'company', manager: 'site', customerCentre: 'site', staff: 'own', viewer: 'none' },
    steward: 'building',
  },
  'incident.read': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'site' },
  'incident.write': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'none' },
  'household.import': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'household.export': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'site' },
  'item.export': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'site' },
  'staff.import': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'staff.export': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'site' },
  'notice.read': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'site' },
  'history.read': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'document.read': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'site' },
  'document.publish': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'audit.read': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'asset.read': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'site', viewer: 'site' },
  'asset.write': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'care.read': {
    ...{ admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'none' },
    steward: 'building',
  },
  'care.readSensitive': {
    ...{ admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
    steward: 'building',
  },
  'care.write': {
    ...{ admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'none' },
    steward: 'building',
  },
  'care.readLooks': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'care.readEvents': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'site', viewer: 'site' },
  'care.event': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'none' },
  'care.erase': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'recovery.read': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'order.open': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'none' },
  'improvement.read': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'none', viewer: 'site' },
  'improvement.write': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'sharing.read': { admin: 'company', manager: 'site', customerCentre: 'site', staff: 'site', viewer: 'site' },
  'goodCase.mark': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'delivery.read': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
  'delivery.retry': { admin: 'company', manager: 'site', customerCentre: 'none', staff: 'none', viewer: 'none' },
};

/**
 * What is touched: a site, an item (of its site), or with neither something of the whole company. `building` is said
 * where it counts whose building it is.
 */
export interface Target {
  site?: string;
  building?: string | null;
  item?: Pick<Item, 'site' | 'owner' | 'ask' | 'involved' | 'wereAsked'> & Partial<Pick<Item, 'kind' | 'visit'>>;
}

/** Total: an unknown site is nobody's but an admin's; an inactive person may nothing, nor does a contractor (see `mayAct`). */
export function may(
  person: Person,
  operation: Operation,
  target: Target,
  directory: Pick<Directory, 'organisation'>,
): boolean {
  const { role } = person;
  if (!person.active || role === 'contractor') return false;
  const site = target.site ?? target.item?.site;
  const allows = (standing: Standing): boolean => {
    switch (table[operation][standing]) {
      case 'company':
        return true;
      case 'site':
        return site !== undefined && (standing === 'customerCentre' || person.sites.includes(site));
      case 'own':
        return target.item !== undefined && isOwn(person, target.item);
      case 'asked':
        return target.item !== undefined && (isOwn(person, target.item) || wasAsked(person, target.item));
      case 'none':
        return false;
    }
  };
  if (allows(role)) return true;
  if (role !== 'staff' || site === undefined) return false;
  if (isOnDesk(person, site, directory.organisation) && allows('customerCentre')) return true;
  const kept = table[operation].steward === 'building' ? buildingsKept(person, site, directory.organisation) : [];
  return kept.some((id) => id === target.building);
}

/** Buildings of a site whose steward the person is. */
export const buildingsKept = ({ id: person }: Person, site: string, { buildings }: Organisation): string[] =>
  buildings.filter((one) => one.site === site && one.steward === person).map(({ id }) => id);

/** 验收 */
const inspections: ReadonlySet<ActionName> = new Set(['approve', 'decline'] satisfies ActionName[]);

/** The desk's own verbs: not for an owner who is not on the desk, however well meant. */
const deskOnly: ReadonlySet<ActionName> = new Set(['correct', 'withdraw', 'giveReason'] satisfies ActionName[]);

/** What a contractor does with a work order, by its mail: nothing that names or asks our own people. */
const contractorActs: ReadonlySet<ActionName> = new Set([
  'acknowledge',
  'check',
  'complete',
  'pause',
  'resume',
  'noAnswer',
  'notMine',
  'note',
] satisfies ActionName[]);

/** Whether a contractor's link leads anywhere: to the work order that is theirs, or was. Nothing else is shown. */
export const mayContractorSee = ({ id }: Person, item: Pick<Item, 'kind' | 'owner' | 'wereAsked'>): boolean =>
  item.kind === 'workOrder' && (item.owner === id || item.wereAsked?.includes(id) === true);

/**
 * Whether the person may take an action the item's state offers. A contractor acts on an order of theirs, as long as it is. A verdict (处理评价) is recorded by the desk or by
 * whoever is asked for it now, never by the owner about their own work; nor does anybody pass their own work order.
 */
export function mayAct(
  person: Person,
  action: ActionName,
  item: NonNullable<Target['item']>,
  directory: Pick<Directory, 'organisation'>,
): boolean {
  // Nobody asks about work of their own.
  if (item.visit?.workers.includes(person.id) && action !== 'note') return false;
  // Whoever has it in hand, by what their own post allows.
  if (action === 'recover' && item.owner !== person.id && !isAsked(person, item)) return false;
  if (inspections.has(action) && item.kind === 'workOrder' && item.owner === person.id) return false;
  if (isContractor(person)) {
    const isTheirs = item.owner === person.id || isAsked(person, item);
    return person.active && item.kind === 'workOrder' && isTheirs && contractorActs.has(action);
  }
  if (may(person, 'item.actAny', { item }, directory)) return true;
  if (!may(person, 'item.act', { item }, directory) || deskOnly.has(action)) return false;
  return action !== 'verdict' || isAsked(person, item);
}

/** Operations the person may do somewhere, on something: what a screen needs to draw its navigation. */
export function mayAnywhere(person: Person, directory: Pick<Directory, 'organisation'>): Operation[] {
  const { role } = person;
  if (role === 'contractor') return [];
  const item = { owner: person.id, ask: null, involved: [] };
  return operations.filter(
    (operation) =>
      (person.active && ['own', 'asked', 'company'].includes(table[operation][role])) ||
      sitesOf(person, directory.organisation).some((site) =>
        [null, ...buildingsKept(person, site, directory.organisation)].some((building) =>
          may(person, operation, { item: { ...item, site }, building }, directory),
        ),
      ),
  );
}

/** Ids of the sites the person sees names of: all for an admin, else their own and those whose desk they are on. */
export function sitesOf(person: Person, organisation: Organisation): string[] {
  return organisation.sites
    .map(({ id }) => id)
    .filter((id) => person.role === 'admin' || person.sites.includes(id) || isOnDesk(person, id, organisation));
}

function isOwn(person: Person, item: NonNullable<Target['item']>): boolean {
  return item.owner === person.id || item.involved.includes(person.id) || isAsked(person, item);
}

function wasAsked(person: Person, item: NonNullable<Target['item']>): boolean {
  return item.wereAsked?.includes(person.id) ?? false;
}

function isAsked(person: Person, item: NonNullable<Target['item']>): boolean {
  return item.ask?.asked.some((asked) => asked.person === person.id) ?? false;
}

/** Whether the person is on the desk of the site (客户服务中心), that takes complaints for everybody. */
export function isOnDesk(person: Person, site: string, organisation: Organisation): boolean {
  const desk = organisation.sites.find(({ id }) => id === site)?.departments.find(({ id }) => id === CUSTOMER_CENTRE);
  return desk !== undefined && (desk.head === person.id || desk.handlers.includes(person.id));
}
