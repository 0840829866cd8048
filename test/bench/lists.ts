import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { HOUR } from '#domain/time';
import { advance } from '#domain/workflow/advance';
import { wakeAt } from '#domain/workflow/due';
import { createTable } from '#local/database/create-table';
import { localCredentials, localRegion, startEngine } from '#local/database/engine';
import { createLeanClient } from '#local/database/lean-client';
import type { Consumed } from '#store/client';
import { itemAttributes } from '#store/commit';
import { itemKey } from '#store/keys';
import { createStore } from '#store/store';
import { tableDefinition } from '#store/table';
import { at, complaint, facts } from '#test/support/estate';
import { defaultComplaint } from '#workflows/default-complaint';
import { type Figure, type Measure, percentile, tenths, whole } from './measure.ts';

const sizes = [1_000, 100_000];
const pages = 60;
const tableName = 'steward';
/** Writes at once, of 25 rows each. */
const abreast = 8;

/**
 * What a commit would write for an open complaint, as far as this list reads it: the row's key and its entry in the
 * index. The item's body, the rows around it and its entries in other indexes are left out; filling takes a third.
 */
function rowOf(n: number): Record<string, unknown> {
  const now = at('2026-03-02', '09:00') + (n % 4_000) * HOUR;
  const filed = complaint(now, { item: { id: `bench-${n}`, number: `EL-BENCH-${n}`, unit: `${n}` } });
  const { item } = advance(defaultComplaint, filed, { type: 'filed' }, now, facts);
  const { type, summary, openPk, openSk } = itemAttributes({ ...item, version: 1 }, wakeAt(item));
  return { ...itemKey(item.company, item.id), type, summary, openPk, openSk };
}

async function fill(client: DynamoDBDocumentClient, from: number, to: number): Promise<void> {
  let next = from;
  const worker = async () => {
    while (next < to) {
      const first = next;
      next = Math.min(first + 25, to);
      const rows = Array.from({ length: next - first }, (_, n) => ({ PutRequest: { Item: rowOf(first + n) } }));
      await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: rows } }));
    }
  };
  await Promise.all(Array.from({ length: abreast }, worker));
}

/** The first page of "open, most urgent first" in a small and in a large company. */
export const lists: Measure = async (say) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'steward-bench-'));
  const engine = await startEngine({ dataDir });
  let read = 0;
  const connection = { endpoint: engine.endpoint, region: localRegion, credentials: localCredentials };
  const onConsumed = (_operation: string, units: Consumed) => {
    read += units.read;
  };
  const client = createLeanClient({ ...connection, onConsumed });
  const plain = createLeanClient(connection);
  const figures: Figure[] = [];
  try {
    // Nobody listens to the stream here; without it filling takes half the time.
    await createTable(plain, tableName, { ...tableDefinition, stream: null });
    const { items } = createStore({ client, tableName });
    let filled = 0;
    for (const size of sizes) {
      say(`${whole(size)} complaints`);
      await fill(plain, filled, size);
      filled = size;
      const times: number[] = [];
      for (let n = 0; n < pages; n += 1) {
        read = 0;
        const began = performance.now();
        const { rows } = await items.open('demo', 'east-lake', {}, { limit: 20 });
        times.push(performance.now() - began);
        if (rows.length !== 20) throw new Error(`The page has ${rows.length} rows.`);
      }
      figures.push({
        what: `Open complaints, most urgent first, of ${whole(size)}`,
        value: `${tenths(read)} read units, ${tenths(percentile(times, 0.5))} ms`,
        how: `first page of 20, rows put straight into the index; p50 of ${pages}`,
      });
    }
    return figures;
  } finally {
    client.destroy();
    plain.destroy();
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
