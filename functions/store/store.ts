import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Ports } from '#ports';
import { createAppend } from './append.ts';
import { createAssets } from './assets.ts';
import { createAudit } from './audit.ts';
import { createCare } from './care.ts';
import type { Context } from './context.ts';
import { createDocuments } from './documents.ts';
import { createDrafts } from './drafts.ts';
import { createFeeds } from './feeds.ts';
import { createGoodCases } from './good-cases.ts';
import { createHouseholds } from './households.ts';
import { createImprovements } from './improvements.ts';
import { createIncidents } from './incidents.ts';
import { createItems } from './items.ts';
import { createLearned } from './learned.ts';
import { createLimits } from './limits.ts';
import { createMembers } from './members.ts';
import { createOutbox } from './outbox.ts';
import { createPatrols } from './patrols.ts';
import { createPlanned } from './planned.ts';
import { createPlans } from './plans.ts';
import { createRates } from './rates.ts';
import { createRecord } from './record.ts';
import { createRecoveries } from './recoveries.ts';
import { createSeals } from './seals.ts';
import { createSuppressions } from './suppressions.ts';
import { createVisitBook } from './visit-book.ts';

export type Store = Pick<
  Ports,
  | 'items'
  | 'outbox'
  | 'documents'
  | 'drafts'
  | 'planned'
  | 'plans'
  | 'households'
  | 'incidents'
  | 'members'
  | 'suppressions'
  | 'limits'
  | 'audit'
  | 'assets'
  | 'care'
  | 'feeds'
  | 'rates'
  | 'learned'
  | 'patrols'
  | 'visitBook'
  | 'improvements'
  | 'goodCases'
  | 'recoveries'
>;

export interface StoreOptions {
  client: DynamoDBDocumentClient;
  tableName: string;
  /** @default the table's name and "-audit" */
  auditTableName?: string;
  /** Waits between tries. @default a timer */
  pause?: (ms: number) => Promise<void>;
  /** After each link written to the log of changes. */
  onRecorded?: () => void;
}

/** Keep one for the life of the process: published documents are cached in it. */
export function createStore(options: StoreOptions): Store {
  const context: Context = {
    client: options.client,
    table: options.tableName,
    auditTable: options.auditTableName ?? `${options.tableName}-audit`,
    pause: options.pause ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
  };
  const append = createAppend(context);
  const seals = createSeals(context);
  const record = createRecord(context, seals, options.onRecorded);
  return {
    items: createItems(context, append),
    outbox: createOutbox(context, append),
    documents: createDocuments(context, record),
    drafts: createDrafts(context, record),
    planned: createPlanned(context, record),
    plans: createPlans(context),
    households: createHouseholds(context),
    incidents: createIncidents(context),
    members: createMembers(context),
    visitBook: createVisitBook(context),
    recoveries: createRecoveries(context),
    suppressions: createSuppressions(context, record, seals),
    limits: createLimits(context),
    audit: createAudit(context, seals, record),
    assets: createAssets(context),
    care: createCare(context, record, seals),
    feeds: createFeeds(context),
    rates: createRates(context),
    learned: createLearned(context),
    patrols: createPatrols(context),
    improvements: createImprovements(context),
    goodCases: createGoodCases(context),
  };
}
