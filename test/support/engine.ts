import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { createTables, defaultTableNames } from '#local/database/create-table';
import { type Engine, localCredentials, localRegion, startEngine } from '#local/database/engine';
import { type EngineName, findEngines } from '#local/database/engine-kinds';
import { type Consumed, createClient } from '#store/client';
import { createStore, type Store } from '#store/store';

/** Every engine this machine can run: `describe.each(engines)`. */
export const engines: readonly EngineName[] = findEngines().map((kind) => kind.name);

export interface TestStore {
  engine: Engine;
  client: DynamoDBDocumentClient;
  store: Store;
  tableName: string;
  localTableName: string;
  /** Units since the start of the file, by operation. */
  consumed: Map<string, Consumed>;
}

/**
 * One engine in a temporary folder for the tests of a file (or describe block), both tables made, ended afterwards.
 * The answer is filled before the first test: keep the object and read it inside tests. Tests keep apart by company.
 */
export function withStore(prefer?: EngineName): TestStore {
  const dataDir = mkdtempSync(join(tmpdir(), 'steward-test-'));
  const filled = {} as TestStore;
  beforeAll(async () => {
    const engine = await startEngine({ dataDir, prefer });
    const consumed = new Map<string, Consumed>();
    const client = localClient(engine.endpoint, (operation, units) => {
      const sum = consumed.get(operation) ?? { read: 0, write: 0 };
      consumed.set(operation, { read: sum.read + units.read, write: sum.write + units.write });
    });
    await createTables(client, defaultTableNames);
    const store = createStore({ client, tableName: defaultTableNames.main, pause: async () => {} });
    const names = { tableName: defaultTableNames.main, localTableName: defaultTableNames.local };
    Object.assign(filled, { engine, client, store, consumed, ...names } satisfies TestStore);
  }, 60_000);
  afterAll(async () => {
    filled.client?.destroy();
    await filled.engine?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return filled;
}

export const localClient = (endpoint: string, onConsumed?: (operation: string, units: Consumed) => void) =>
  createClient({ endpoint, region: localRegion, credentials: localCredentials, onConsumed });

/** A company of its own for every test. */
export const freshCompany = () => `company-${randomUUID().slice(0, 8)}`;
