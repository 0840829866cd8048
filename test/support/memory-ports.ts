import { createHash } from 'node:crypto';
import { bySystem } from '#domain/audit/link';
import { publicationEntry } from '#domain/audit/publication';
import { DocumentChanged, HouseholdChanged } from '#domain/errors';
import type { Household } from '#domain/household';
import type { Instant } from '#domain/time';
import type {
  DocumentKind,
  Documents,
  DocumentVersion,
  Files,
  HouseholdFile,
  Households,
  Members,
  Ports,
} from '#ports';
import { createMemoryAssets } from './memory-assets.ts';
import { createMemoryAudit, type MemoryAudit } from './memory-audit.ts';
import { createMemoryCare } from './memory-care.ts';
import { createMemoryDeliveries, type MemoryDeliveries } from './memory-deliveries.ts';
import { createMemoryDrafts, createMemoryPlanned, type MemoryPlanned } from './memory-drafts.ts';
import { createMemoryFeeds } from './memory-feeds.ts';
import { createMemoryGoodCases, createMemoryImprovements } from './memory-improvements.ts';
import { createMemoryIncidents } from './memory-incidents.ts';
import { createMemoryItems, type MemoryItems, pageOfRows } from './memory-items.ts';
import { createMemoryPatrols } from './memory-patrols.ts';
import { createMemoryPlans, type MemoryPlans } from './memory-plans.ts';
import { createMemoryRates } from './memory-rates.ts';
import { createMemoryRecoveries } from './memory-recoveries.ts';
import { createMemoryVisitBook } from './memory-visit-book.ts';

/** Ports of the read side and of filing and acting, in maps. */
export interface MemoryPorts
  extends Pick<
    Ports,
    | 'clock'
    | 'ids'
    | 'documents'
    | 'drafts'
    | 'planned'
    | 'plans'
    | 'audit'
    | 'households'
    | 'assets'
    | 'care'
    | 'feeds'
    | 'rates'
    | 'learned'
    | 'patrols'
    | 'recoveries'
    | 'incidents'
    | 'members'
    | 'visitBook'
    | 'outbox'
    | 'improvements'
    | 'goodCases'
    | 'suppressions'
    | 'files'
    | 'logger'
    | 'metrics'
  > {
  /** What the list of deliveries shows. */
  mails: MemoryDeliveries['mails'];
  items: MemoryItems;
  /** Sets what the clock says. */
  setNow(now: Instant): void;
  /** Log lines so far. */
  lines: { level: string; message: string; data: Record<string, unknown> | undefined }[];
  /** Photos "uploaded": kept when asked. */
  uploaded: Set<string>;
}

function createMemoryDocuments(audit: MemoryAudit, settle: MemoryPlanned['settle'], plans: MemoryPlans): Documents {
  const versions = new Map<string, DocumentVersion[]>();
  const listOf = (company: string, kind: string, id: string) => versions.get(`${company}/${kind}/${id}`) ?? [];
  const find = <K extends DocumentKind>(list: DocumentVersion[], version: number) =>
    (list.find((one) => one.version === version) ?? null) as DocumentVersion<K> | null;
  const headOf = ({ body: _body, ...head }: DocumentVersion) => head;
  return {
    async heads(company) {
      const lists = [...versions].filter(([key]) => key.startsWith(`${company}/`));
      return lists.flatMap(([, list]) => list.slice(-1).map(headOf));
    },
    async current(company, kind, id) {
      const list = listOf(company, kind, id);
      return find(list, list.length);
    },
    version: async (company, kind, id, version) => find(listOf(company, kind, id), version),
    history: async (company, kind, id, page) => pageOfRows(listOf(company, kind, id).map(headOf).reverse(), page),
    async publish(company, { from = bySystem, ...document }, expected, touched = null, plan) {
      const list = listOf(company, document.kind, document.id);
      if (list.length !== expected) throw new DocumentChanged(`${document.kind}/${document.id}`, expected);
      if (plan !== undefined) settle(company, document, plan);
      const stored = { ...document, version: expected + 1 };
      audit.record(company, publicationEntry(stored, from, touched), stored);
      versions.set(`${company}/${document.kind}/${document.id}`, [...list, stored]);
      if (document.kind === 'plans') plans.published(company, document.id, stored.version, stored.at);
      return stored;
    },
  };
}

function createMemoryHouseholds(): Households {
  const stored = new Map<string, HouseholdFile>();
  const write = (company: string, household: Household, changedBy: string | null, changedAt: Instant | null) => {
    const key = `${company}/${household.id}`;
    const file = { household, version: (stored.get(key)?.version ?? 0) + 1, changedBy, changedAt };
    stored.set(key, file);
    return file;
  };
  const atSite = (company: string, site: string) =>
    [...stored].flatMap(([key, { household }]) =>
      key.startsWith(`${company}/`) && household.site === site ? [household] : [],
    );
  const words = ({ unit, members }: Household) =>
    [unit, ...members.flatMap(({ name, phone }) => [name, phone ?? ''])].map((word) => word.toLowerCase());
  return {
    get: async (company, id) => stored.get(`${company}/${id}`)?.household ?? null,
    file: async (company, id) => stored.get(`${company}/${id}`) ?? null,
    async put(company, household) {
      write(company, household, null, null);
    },
    async change(company, household, { expected, by, at }) {
      if ((stored.get(`${company}/${household.id}`)?.version ?? 0) !== expected)
        throw new HouseholdChanged(household.id, expected);
      return write(company, household, by, at);
    },
    async bySite(company, site, building, page) {
      const found = atSite(company, site).filter((one) => building === null || one.building === building);
      const place = (one: Household) => `${one.building}#${one.unit.padStart(6, '0')}`;
      return pageOfRows(
        found.toSorted((a, b) => place(a).localeCompare(place(b))),
        page,
      );
    },
    async find(company, site, text, page) {
      const asked = text.toLowerCase().split(/\s+/).filter(Boolean);
      const found = atSite(company, site).filter((household) =>
        asked.every((word) => words(household).some((known) => known.startsWith(word))),
      );
      return pageOfRows(found, page);
    },
  };
}

function createMemoryMembers(): Members {
  const links = new Map<string, string>();
  return {
    bySubject: async (company, issuer, subject) => links.get(`${company}|${issuer}|${subject}`) ?? null,
    async link(company, issuer, subject, person) {
      links.set(`${company}|${issuer}|${subject}`, person);
    },
  };
}

function createMemoryFiles(uploaded: Set<string>): Files {
  const kept = new Set<string>();
  return {
    uploadForm: async (company, photo, returnTo) => ({
      url: `https://files.example/${company}`,
      fields: { key: photo, ...(returnTo && { success_action_redirect: returnTo }) },
      photo,
    }),
    async keep(_company, photo) {
      if (!uploaded.has(photo)) return null;
      kept.add(photo);
      return { type: 'image/jpeg', bytes: 1000 };
    },
    viewUrl: async (_company, photo) => (kept.has(photo) ? `https://files.example/${photo}` : null),
  };
}

/** Everything empty at `now`. */
export function createMemoryPorts(now: Instant): MemoryPorts {
  let present = now;
  let count = 0;
  const lines: MemoryPorts['lines'] = [];
  const uploaded = new Set<string>();
  const audit = createMemoryAudit();
  const { settle, ...planned } = createMemoryPlanned(audit);
  const plans = createMemoryPlans();
  const deliveries = createMemoryDeliveries(audit);
  const recoveries = createMemoryRecoveries();
  const items = createMemoryItems(plans, recoveries);
  const log = (level: string) => (message: string, data?: Record<string, unknown>) => {
    lines.push({ level, message, data });
  };
  return {
    clock: { now: () => present },
    setNow: (next) => {
      present = next;
    },
    ids: {
      next: () => {
        count += 1;
        return `id${String(count).padStart(6, '0')}`;
      },
      from: (key) => `k${createHash('sha256').update(key).digest('base64url').slice(0, 24)}`,
    },
    audit,
    documents: createMemoryDocuments(audit, settle, plans),
    drafts: createMemoryDrafts(audit),
    planned,
    plans,
    items,
    recoveries,
    patrols: createMemoryPatrols(items),
    households: createMemoryHouseholds(),
    assets: createMemoryAssets(),
    care: createMemoryCare(audit),
    feeds: createMemoryFeeds(),
    ...createMemoryRates(),
    incidents: createMemoryIncidents(),
    members: createMemoryMembers(),
    visitBook: createMemoryVisitBook(),
    ...deliveries,
    improvements: createMemoryImprovements(deliveries.outbox),
    goodCases: createMemoryGoodCases(),
    files: createMemoryFiles(uploaded),
    uploaded,
    logger: { info: log('info'), warn: log('warn'), error: log('error') },
    metrics: { count: () => undefined },
    lines,
  };
}
