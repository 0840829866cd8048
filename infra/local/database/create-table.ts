import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { auditTableDefinition } from '#store/audit-table';
import { type TableDefinition, tableDefinition } from '#store/table';
import { EngineProblem } from './engine-problem.ts';

/** State of this machine's own parts (runner, schedules, stream positions). Each part has a prefix of its own in `pk`. */
export const localTableDefinition = {
  partition: 'pk',
  sort: 'sk',
  ttl: null,
  stream: null,
  indexes: [],
} as const satisfies TableDefinition;

export const defaultTableNames = { main: 'steward', audit: 'steward-audit', local: 'steward-local' } as const;

/** All tables, made where absent. */
export async function createTables(
  client: DynamoDBClient,
  names: { main: string; audit: string; local: string } = defaultTableNames,
) {
  await createTable(client, names.main, tableDefinition);
  await createTable(client, names.audit, auditTableDefinition);
  await createTable(client, names.local, localTableDefinition);
}

/** @throws EngineProblem when the table is there with other indexes: an older or newer version made it */
export async function createTable(client: DynamoDBClient, name: string, definition: TableDefinition): Promise<void> {
  const there = await describe(client, name);
  if (there) return checkIndexes(name, definition, there);
  await client.send(new CreateTableCommand(inputOf(name, definition)));
  while ((await describe(client, name))?.TableStatus !== 'ACTIVE')
    await new Promise((resume) => setTimeout(resume, 25));
  if (definition.ttl !== null)
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: { Enabled: true, AttributeName: definition.ttl },
      }),
    );
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | null> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table ?? null;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

function checkIndexes(name: string, definition: TableDefinition, there: TableDescription): void {
  const wanted = definition.indexes.map((index) => index.name).sort();
  const found = (there.GlobalSecondaryIndexes ?? []).map((index) => index.IndexName).sort();
  if (wanted.join() !== found.join())
    throw new EngineProblem(
      `Table ${name} was made by another version (indexes ${found.join(', ')}): begin anew with --reset.`,
    );
}

function inputOf(name: string, definition: TableDefinition): CreateTableCommandInput {
  const attributes = [definition, ...definition.indexes].flatMap((keys) => [keys.partition, keys.sort]);
  const schema = (keys: { partition: string; sort: string }) => [
    { AttributeName: keys.partition, KeyType: 'HASH' as const },
    { AttributeName: keys.sort, KeyType: 'RANGE' as const },
  ];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' })),
    KeySchema: schema(definition),
    ...(definition.indexes.length > 0
      ? {
          GlobalSecondaryIndexes: definition.indexes.map((index) => ({
            IndexName: index.name,
            KeySchema: schema(index),
            Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.project] },
          })),
        }
      : {}),
    ...(definition.stream === null
      ? {}
      : { StreamSpecification: { StreamEnabled: true, StreamViewType: definition.stream } }),
  };
}
