import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';

const ordered = (_key: string, value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** How far the stream was read, which is stored a while after what is read there. */
const isPlace = ({ pk }: Record<string, unknown>): boolean => String(pk).startsWith('STREAM#');

/** Every row of the tables by its key, as a digest of its content (but for places in the stream): two of them differ where something was written. */
export async function digestTables(
  client: DynamoDBDocumentClient,
  tables: readonly string[],
): Promise<Record<string, string>> {
  const rows: Record<string, string> = {};
  for (const TableName of tables) {
    let start: Record<string, unknown> | undefined;
    do {
      const page = await client.send(new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey: start }));
      for (const row of page.Items ?? []) {
        if (isPlace(row)) continue;
        rows[`${TableName} ${row.pk} ${row.sk}`] = createHash('sha256')
          .update(JSON.stringify(row, ordered))
          .digest('hex');
      }
      start = page.LastEvaluatedKey;
    } while (start);
  }
  return rows;
}
