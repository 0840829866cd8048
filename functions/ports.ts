import type { Origin } from '#domain/audit/link';
import type { Counted, CountedList } from '#domain/counted';
import type { Item, PersonId } from '#domain/item';
import type { Severity } from '#domain/routing';
import type { Span } from '#domain/span';
import type { ItemSummary } from '#domain/summary';
import type { Language } from '#domain/text';
import type { Instant } from '#domain/time';
import type { ItemKind, Status } from '#domain/workflow/definition';
import type { Effect } from '#domain/workflow/effect';
import type { Entry } from '#domain/workflow/entry';
import type { Assets } from './ports/assets.ts';
import type { Audit } from './ports/audit.ts';
import type { Care } from './ports/care.ts';
import type { Documents } from './ports/documents.ts';
import type { Drafts } from './ports/drafts.ts';
import type { Feeds } from './ports/feeds.ts';
import type { GoodCases } from './ports/good-cases.ts';
import type { Households } from './ports/households.ts';
import type { Improvements } from './ports/improvements.ts';
import type { Incidents } from './ports/incidents.ts';
import type { Learned } from './ports/learned.ts';
import type { Links } from './ports/links.ts';
import type { MailRenderer } from './ports/mail-renderer.ts';
import type { Outbox } from './ports/outbox.ts';
import type { Patrols } from './ports/patrols.ts';
import type { Planned } from './ports/planned.ts';
import type { PlanRow, Plans } from './ports/plans.ts';
import type { Rates } from './ports/rates.ts';
import type { NewRecovery, Recoveries } from './ports/recoveries.ts';
import type { VisitBook } from './ports/visit-book.ts';

export type { AssetFilter, AssetList, Assets } from './ports/assets.ts';
export type { Audit, AuditCopies } from './ports/audit.ts';
export type { Care, CareChange, CareDue, CareOpened } from './ports/care.ts';
export type { DocumentBodies, DocumentHead, DocumentKind, Documents, DocumentVersion } from './ports/documents.ts';
export type { DraftEnd, DraftHead, DraftKey, Drafts, StoredDraft } from './ports/drafts.ts';
export type { Feeds } from './ports/feeds.ts';
export type { GoodCases } from './ports/good-cases.ts';
export type { HouseholdFile, Households } from './ports/households.ts';
export type { DueDays, FigureStanding, Improvements } from './ports/improvements.ts';
export type { Incidents } from './ports/incidents.ts';
export type { Learned, SaidFilter, SaidRow } from './ports/learned.ts';
export type { LinkClaims, Links, ReceiptClaims } from './ports/links.ts';
export type { MailRenderer } from './ports/mail-renderer.ts';
export type { MailRow, Outbox, OutboxRow } from './ports/outbox.ts';
export type { PatrolRow, Patrols } from './ports/patrols.ts';
export type { FrozenPublication, Planned, PlannedPublication } from './ports/planned.ts';
export type { PlanName, PlanRow, Plans } from './ports/plans.ts';
export type { FactRow, Mark, Rates, Subject } from './ports/rates.ts';
export type { NewRecovery, Recoveries } from './ports/recoveries.ts';
export type { Booking, HouseholdPage, VisitBook } from './ports/visit-book.ts';

/** What the use cases may ask of the world. Interfaces only; `store`, `mail` and `infra` implement them. Instants are epoch ms. */

export interface Clock {
  now(): Instant;
}
/** Url-safe, unguessable, at most 26 characters, ascending with time. */
export interface Ids {
  next(): string;
  /** The same id for the same words: a request repeated with its idempotency key. */
  from(key: string): string;
}
/** `cursor` is opaque; null = no further page in that direction. */
export interface Page<T> {
  rows: T[];
  next: string | null;
}
export interface PageRequest {
  cursor?: string | undefined;
  limit?: number | undefined;
}

// ---------------------------------------------------------------- items
export type { ItemSummary } from '#domain/summary';
/** One decision, committed in one transaction: item row, timeline, outbox, index and work rows. */
export interface Commit {
  before: Item | null;
  /** `after.version` must be `(before?.version ?? 0) + 1`. */
  after: Item;
  entries: readonly Entry[];
  effects: readonly Effect[];
  /** Next instant the engine must look again (null: none); keeps the due index. */
  wakeAt: Instant | null;
  /** Business idempotency key ("a form posted twice"): the second commit with the same key fails. */
  key?: string;
  /** The maintenance plan that opens it moves in the same transaction: its row as it is to stand. */
  plan?: PlanRow;
  /** What is given to put things right, counted in the same transaction. */
  recovery?: NewRecovery;
}
export interface ItemFilter {
  /** @default 'complaint': each kind has lists of its own */
  kind?: ItemKind | undefined;
  status?: Status | undefined;
  severity?: Severity | undefined;
  category?: string | undefined;
  /** Several: any of them. */
  building?: string | readonly string[] | undefined;
  unit?: string | undefined;
  owner?: PersonId | undefined;
}
type WithoutSeq<E> = E extends Entry ? Omit<E, 'seq'> : never;
/** An entry as the caller writes it: each kind keeps its own fields. */
export type NewEntry = WithoutSeq<Entry>;
export interface Sleeping {
  token: string;
  wakeAt: Instant;
}
export interface Items {
  /** Strongly consistent. */
  get(company: string, id: string): Promise<Item | null>;
  /** @throws ItemChanged (somebody committed in between) | KeyUsed (this key was committed before) | PlanMoved | AllowanceSpent. Retries only throttling. */
  commit(commit: Commit): Promise<void>;
  /** The item this business key was committed for; null: not yet. */
  committed(company: string, key: string): Promise<string | null>;
  /**
   * Rewrites what timeline and effects of an item say, for the erasure of a resident: nothing else changes what was
   * written there. The item's own row is committed.
   */
  rewrite(company: string, id: string, change: <T>(value: T) => T): Promise<void>;
  /** Appends entries outside a decision (mail sent, bounced, a report that joined); no version change. The store gives `seq` (at * 1000 + n: after every decision's). With a key used before on this item, nothing happens. */
  append(company: string, id: string, entries: readonly NewEntry[], key?: string): Promise<void>;
  timeline(company: string, id: string, page: PageRequest): Promise<Page<Entry>>;
  /** Newest first. */
  bySite(company: string, site: string, filter: ItemFilter, page: PageRequest): Promise<Page<ItemSummary>>;
  /** Filed within the period, newest first. */
  filed(company: string, site: string, period: Span, page: PageRequest, kind?: ItemKind): Promise<Page<ItemSummary>>;
  /** Open ones, most urgent (nearest `due`) first. */
  open(company: string, site: string, filter: ItemFilter, page: PageRequest): Promise<Page<ItemSummary>>;
  /** Open ones with `due` before `now`, longest overdue first. */
  overdue(
    company: string,
    site: string,
    now: Instant,
    filter: ItemFilter,
    page: PageRequest,
  ): Promise<Page<ItemSummary>>;
  /**
   * `promised`: open ones whose promised reply, not given yet, is due within the span; earliest first. `reopened`: for
   * the last time within the span, latest first; ended ones as well. `due`: open ones due within the span, earliest first.
   */
  within(
    company: string,
    which: Extract<CountedList, { span: Span }>,
    filter: ItemFilter,
    page: PageRequest,
  ): Promise<Page<ItemSummary>>;
  /** Reads no more than `most` + 1 rows, however long the list. */
  count(company: string, which: CountedList, most: number): Promise<Counted>;
  /** What waits for this person (owner or asked and not confirmed), most urgent first. */
  work(company: string, person: PersonId, page: PageRequest): Promise<Page<ItemSummary>>;
  byHousehold(company: string, household: string, page: PageRequest): Promise<Page<ItemSummary>>;
  /** Ended ones (the archive, 归档), last ended first; `from` and `to` bound `endedAt`, `to` exclusive. */
  ended(
    company: string,
    site: string,
    period: { from: Instant; to: Instant } | null,
    filter: ItemFilter,
    page: PageRequest,
  ): Promise<Page<ItemSummary>>;
  /** Same unit and category, newest first: for joins and repeats. `unit` falls back to place. */
  sameCause(
    company: string,
    site: string,
    building: string | null,
    unit: string,
    category: string,
    page: PageRequest,
    kind?: ItemKind,
  ): Promise<Page<ItemSummary>>;
  /** Open orders that put right a failed check, most urgent first. */
  corrective(company: string, site: string, filter: ItemFilter, page: PageRequest): Promise<Page<ItemSummary>>;
  /** Work orders on a facility, newest first. */
  byAsset(company: string, asset: string, page: PageRequest): Promise<Page<ItemSummary>>;
  byNumber(company: string, number: string): Promise<string | null>;
  /** 1, 2, 3... within site and local date; gaps allowed. */
  nextNumber(company: string, site: string, date: string): Promise<number>;
  /** Stores the callback token. @throws ItemChanged when the row's version is not `version` or its epoch not `epoch`. */
  sleep(company: string, id: string, version: number, epoch: number, sleeping: Sleeping): Promise<void>;
  sleeping(company: string, id: string): Promise<Sleeping | null>;
  /** Items whose `wakeAt` (or that of their sleep) is before `until`, all companies, for the sweeper. */
  overdueWakeUps(
    until: Instant,
    page: PageRequest,
  ): Promise<Page<{ company: string; id: string; kind: ItemKind; wakeAt: Instant }>>;
}

// ---------------------------------------------------------------- people outside the organisation
/** Issuer + subject -> person; matched by a verified e-mail once. */
export interface Members {
  bySubject(company: string, issuer: string, subject: string): Promise<PersonId | null>;
  link(company: string, issuer: string, subject: string, person: PersonId): Promise<void>;
}
export interface Suppressions {
  isSuppressed(company: string, email: string): Promise<boolean>;
  /** `site`: whose mail it was. The first reason stays. */
  suppress(company: string, email: string, why: string, at: Instant, site: string): Promise<void>;
  /** Addresses that a site's mail did not reach, by address. */
  list(company: string, site: string, page: PageRequest): Promise<Page<Suppressed>>;
  /** The address is tried again, and the log of changes says who asked for it; false: it is not suppressed for the site. */
  lift(company: string, site: string, email: string, by: Asked): Promise<boolean>;
}
/** Who asked for a change, when and from where. */
export interface Asked {
  by: PersonId | 'system';
  at: Instant;
  from: Origin;
}
export interface Suppressed {
  email: string;
  why: string;
  at: Instant;
}

// ---------------------------------------------------------------- the world
export interface Message {
  to: string;
  subject: string;
  text: string;
  html: string;
  language: Language;
  /** Deterministic: one per effect. Without angle brackets. */
  messageId: string;
  /** First message id of the item's thread for this reader. */
  thread: string;
  /** For bounce events. */
  tags: { company: string; item: string; effect: string };
}
export interface Mailer {
  /** @throws MailRefused (this address will not take it: permanent) | MailFailed (try again later). */
  send(message: Message): Promise<{ providerId: string }>;
}
export interface Executions {
  /** Starts `<item>-<epoch>` of the kind's machine; an existing name is success. */
  start(kind: ItemKind, name: string, input: { company: string; item: string; epoch: number }): Promise<void>;
  /** 'gone': timed out, stale or unknown token - somebody already woke it. */
  wake(token: string): Promise<'woken' | 'gone'>;
}
/** One-time schedules, `ActionAfterCompletion: DELETE`. Arming an existing name replaces it. */
export interface Schedules {
  arm(name: string, at: Instant, payload: Record<string, unknown>): Promise<void>;
  disarm(name: string): Promise<void>;
}
/** Counters of the public pages, in fixed windows. */
export interface Limits {
  /**
   * Counts one more of `name` in the window of `length` ms that `now` lies in, unless `most` have been counted there.
   * @returns null: counted; else when the next window begins.
   */
  take(company: string, name: string, most: number, length: number, now: Instant): Promise<Instant | null>;
}
export interface UploadForm {
  url: string;
  /** Hidden fields of the multipart form; the file field is named `file` and comes last. */
  fields: Record<string, string>;
  photo: string;
}
export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic' | 'application/pdf';
export interface Files {
  /** A form that posts straight to storage, at most 10 MB, returning by redirect (303) to `returnTo`. The photo is not visible until kept. */
  uploadForm(company: string, photo: string, returnTo: string | null): Promise<UploadForm>;
  /** Content checked and location metadata removed; null = nothing (valid) was uploaded. Idempotent. */
  keep(company: string, photo: string): Promise<{ type: PhotoType; bytes: number } | null>;
  /** Short-lived address of a kept photo; null = not kept. */
  viewUrl(company: string, photo: string): Promise<string | null>;
}
export interface Logger {
  info(message: string, data?: Record<string, unknown>): void;
  warn(message: string, data?: Record<string, unknown>): void;
  error(message: string, data?: Record<string, unknown>): void;
}
export interface Metrics {
  count(name: string, value: number): void;
}

export interface Ports {
  clock: Clock;
  ids: Ids;
  documents: Documents;
  drafts: Drafts;
  planned: Planned;
  plans: Plans;
  audit: Audit;
  assets: Assets;
  care: Care;
  feeds: Feeds;
  rates: Rates;
  learned: Learned;
  patrols: Patrols;
  items: Items;
  outbox: Outbox;
  households: Households;
  visitBook: VisitBook;
  improvements: Improvements;
  goodCases: GoodCases;
  recoveries: Recoveries;
  incidents: Incidents;
  members: Members;
  suppressions: Suppressions;
  limits: Limits;
  mailer: Mailer;
  renderer: MailRenderer;
  executions: Executions;
  schedules: Schedules;
  links: Links;
  files: Files;
  logger: Logger;
  metrics: Metrics;
}
