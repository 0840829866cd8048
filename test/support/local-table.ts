import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createTable, localTableDefinition } from '#local/database/create-table';
import type { EngineName } from '#local/database/engine-kinds';
import { withStore } from '#test/support/engine';

export interface LocalTables {
  client(): DynamoDBDocumentClient;
  /** A fresh, empty table for this machine's own parts; answers its name. */
  create(): Promise<string>;
}

/** One engine for the tests of a file, and as many empty local tables as they ask for. */
export const withLocalTables = (prefer?: EngineName): LocalTables => {
  const database = withStore(prefer);
  return {
    client: () => database.client,
    async create() {
      const name = `local-${randomUUID()}`;
      await createTable(database.client, name, localTableDefinition);
      return name;
    },
  };
};
