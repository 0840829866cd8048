import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Ports } from '#ports';
import { createAppend } from './append.ts';
import type { Context } from './context.ts';
import { createDocuments } from './documents.ts';
import { createDrafts } from './drafts.ts';
import { createHouseholds } from './households.ts';
import { createIncidents } from './incidents.ts';
import { createItems } from './items.ts';
import { createLimits } from './limits.ts';
import { createMembers } from './members.ts';
import { createOutbox } from './outbox.ts';
import { createPlanned } from './planned.ts';
import { createSuppressions } from './suppressions.ts';

export type Store = Pick<
  Ports,
  | 'items'
  | 'outbox'
  | 'documents'
  | 'drafts'
  | 'planned'
  | 'households'
  | 'incidents'
  | 'members'
  | 'suppressions'
  | 'limits'
>;

export interface StoreOptions {
  client: DynamoDBDocumentClient;
  tableName: string;
  /** Waits between tries. @default a timer */
  pause?: (ms: number) => Promise<void>;
}

/** Keep one for the life of the process: published documents are cached in it. */
export function createStore(options: StoreOptions): Store {
  const context: Context = {
    client: options.client,
    table: options.tableName,
    pause: options.pause ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
  };
  const append = createAppend(context);
  return {
    items: createItems(context, append),
    outbox: createOutbox(context, append),
    documents: createDocuments(context),
    drafts: createDrafts(context),
    planned: createPlanned(context),
    households: createHouseholds(context),
    incidents: createIncidents(context),
    members: createMembers(context),
    suppressions: createSuppressions(context),
    limits: createLimits(context),
  };
}
