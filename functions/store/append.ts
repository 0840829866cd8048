import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { StoreBusy } from '#domain/errors';
import type { NewEntry } from '#ports';
import { backOff, type Context } from './context.ts';
import * as keys from './keys.ts';
import { type Action, maxActions, transact } from './transact.ts';

const tries = 8;
/** Room of an appended entry's number within its millisecond. */
const perMillisecond = 1000;

class PlaceTaken extends Error {}

/** Entries outside a decision, in one transaction with `others`. @throws what refuses one of those | StoreBusy */
export type Append = (
  company: string,
  id: string,
  entries: readonly NewEntry[],
  others: readonly Action[],
) => Promise<void>;

/**
 * Does not look at the item's row: mails and clicks never compete with decisions. `seq` is `at * 1000 + n`, above
 * every decision's and unique within the item: its place in the table is taken under a condition.
 */
export function createAppend(context: Context): Append {
  const places = createPlaces();
  return async (company, id, entries, others) => {
    if (entries.length + others.length > maxActions)
      throw new RangeError(`${entries.length} entries do not fit one transaction.`);
    for (let attempt = 0; attempt < tries; attempt++) {
      try {
        const guess = attempt === 0 ? places.after(company, id) : (at: number) => countAt(context, company, id, at);
        const rows = await placed(context, company, id, entries, guess);
        await transact(context, [...others, ...rows.actions]);
        return places.keep(company, id, rows.last);
      } catch (error) {
        if (!(error instanceof PlaceTaken)) throw error;
        await context.pause(backOff(attempt));
      }
    }
    throw new StoreBusy('append');
  };
}

interface Place {
  at: number;
  n: number;
}
const placesKept = 1_000;

/** The last place taken on each item, as far as remembered: a first guess that spares a read. The condition decides. */
function createPlaces() {
  const last = new Map<string, Place>();
  return {
    after(company: string, id: string) {
      const known = last.get(`${company}/${id}`);
      return (at: number) => (known?.at === at ? known.n + 1 : 0);
    },
    keep(company: string, id: string, place: Place): void {
      const [oldest] = last.keys();
      if (last.size >= placesKept && oldest !== undefined) last.delete(oldest);
      last.set(`${company}/${id}`, place);
    },
  };
}

/** The entries behind those already appended at the same millisecond; `guess` tells how many those are. */
async function placed(
  context: Context,
  company: string,
  id: string,
  entries: readonly NewEntry[],
  guess: (at: number) => number | Promise<number>,
): Promise<{ actions: Action[]; last: Place }> {
  const next = new Map<number, number>();
  const actions: Action[] = [];
  let last: Place = { at: 0, n: 0 };
  for (const entry of entries) {
    const n = next.get(entry.at) ?? (await guess(entry.at));
    if (n >= perMillisecond) throw new RangeError(`Item ${id} has ${n} appended entries at ${entry.at} already.`);
    next.set(entry.at, n + 1);
    last = { at: entry.at, n };
    const row = {
      pk: keys.itemPartition(company, id),
      sk: keys.appendedSort(entry.at, n),
      type: 'entries',
      entries: [{ ...entry, seq: entry.at * perMillisecond + n }],
    };
    actions.push({
      write: { Put: { TableName: context.table, Item: row, ConditionExpression: 'attribute_not_exists(pk)' } },
      refused: () => new PlaceTaken(),
    });
  }
  return { actions, last };
}

async function countAt(context: Context, company: string, id: string, at: number): Promise<number> {
  const prefix = keys.appendedPrefix(at);
  const answer = await context.client.send(
    new QueryCommand({
      TableName: context.table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': keys.itemPartition(company, id), ':prefix': prefix },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  );
  const last = answer.Items?.[0];
  return last ? Number(String(last.sk).slice(prefix.length)) + 1 : 0;
}
