import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { HouseholdChanged, StoreBusy } from '#domain/errors';
import type { Household } from '#domain/household';
import type { HouseholdFile, Households } from '#ports';
import { backOff, type Context } from './context.ts';
import { searchWords, wordsOf } from './household-words.ts';
import * as keys from './keys.ts';
import { page, type Row } from './page.ts';
import { type Action, maxActions, transact } from './transact.ts';

const tries = 8;
class Overtaken extends Error {}
/** The household's file with the look-up rows that exist for it right now: `site` and `words`. */
interface Stored extends HouseholdFile {
  site: string;
  words: string[];
  revision: number;
}

export function createHouseholds(context: Context): Households {
  const read = async (company: string, id: string): Promise<Stored | null> => {
    const found = await context.client.send(
      new GetCommand({ TableName: context.table, Key: keys.householdKey(company, id), ConsistentRead: true }),
    );
    return found.Item ? (found.Item as unknown as Stored) : null;
  };

  /** More words than one transaction holds are written by several, each of them consistent. `expected` null: whatever is there. */
  const write = async (
    company: string,
    household: Household,
    { expected, ...change }: Pick<HouseholdFile, 'changedBy' | 'changedAt'> & { expected: number | null },
  ): Promise<HouseholdFile> => {
    let begun: HouseholdFile | null = null;
    for (let attempt = 0; attempt < tries; ) {
      const stored = await read(company, household.id);
      const version = stored?.version ?? 0;
      // Once begun, a later writer's file stands, and that writer sees to its words.
      if (begun !== null && version !== begun.version) return begun;
      if (begun === null && expected !== null && version !== expected)
        throw new HouseholdChanged(household.id, expected);
      const file: HouseholdFile = begun ?? { household, version: version + 1, ...change };
      try {
        if (await putStep(context, company, file, stored)) return file;
        begun = file;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        await context.pause(backOff(attempt++));
      }
    }
    throw new StoreBusy('put household');
  };

  return {
    get: async (company, id) => (await read(company, id))?.household ?? null,

    async file(company, id) {
      const stored = await read(company, id);
      if (!stored) return null;
      const { household, version, changedBy, changedAt } = stored;
      return { household, version, changedBy, changedAt };
    },

    put: async (company, household) => {
      await write(company, household, { expected: null, changedBy: null, changedAt: null });
    },

    change: (company, household, { expected, by, at }) =>
      write(company, household, { expected, changedBy: by, changedAt: at }),

    async bySite(company, site, building, request) {
      const partition = ['sitePk', keys.householdsPartition(company, site)] as const;
      const found = await page(
        context,
        {
          list: 'households of a site',
          scope: [company, site, building],
          index: 'bySite',
          partition,
          sort: building === null ? ['siteSk'] : ['siteSk', 'startsWith', keys.householdsOf(building)],
          position: keys.householdSortPattern,
          keyAt: (position) => ({ ...keys.householdKey(company, keys.split(position)[2] ?? '') }),
          read: (row) => keys.split(String(row.siteSk))[2] ?? '',
        },
        request,
      );
      const households = await readMany(context, company, found.rows);
      return { rows: found.rows.flatMap((id) => households.get(id) ?? []), next: found.next };
    },

    /**
     * The longest word leads through its look-up rows, the others are tested on the households found. Each household
     * comes once, in the order of the leading word.
     */
    async find(company, site, text, request) {
      const words = searchWords(text);
      const leading = words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
      if (leading === '') return { rows: [], next: null };
      const found = await page(
        context,
        {
          list: 'households',
          scope: [company, site, words],
          partition: ['pk', keys.wordPartition(company, site)],
          sort: ['sk', 'startsWith', keys.wordPrefix(leading)],
          position: /^[^#]+#[^#]+$/,
          keyAt: () => ({}),
          read: (row) => keys.split(String(row.sk)),
        },
        request,
      );
      const ids = [...new Set(found.rows.map(([, id = '']) => id))];
      const households = await readMany(context, company, ids);
      const rows = found.rows.flatMap(([word, id = '']) => {
        const household = households.get(id);
        if (!household || household.site !== site) return [];
        const own = [...wordsOf(household)];
        const first = own.filter((one) => one.startsWith(leading)).sort()[0];
        const all = words.every((wanted) => own.some((one) => one.startsWith(wanted)));
        return word === first && all ? [household] : [];
      });
      return { rows, next: found.next };
    },
  };
}

/** One transaction towards the wanted look-up rows; true when they are all there and no others. */
async function putStep(context: Context, company: string, file: HouseholdFile, stored: Stored | null) {
  const TableName = context.table;
  const { household } = file;
  const wanted = wordsOf(household);
  const moved = stored !== null && stored.site !== household.site;
  const existing = new Set(stored?.words ?? []);
  const site = stored?.site ?? household.site;
  const room = maxActions - 1;
  const gone = [...existing].filter((word) => moved || !wanted.has(word)).slice(0, room);
  // A household that moves to another site first loses the old site's words: `words` always belong to one `site`.
  const leaving = moved && gone.length < existing.size;
  const fresh = leaving ? [] : [...wanted].filter((word) => moved || !existing.has(word)).slice(0, room - gone.length);
  for (const word of gone) existing.delete(word);
  for (const word of fresh) existing.add(word);
  const next: Stored = {
    ...file,
    site: leaving ? site : household.site,
    words: [...existing],
    revision: (stored?.revision ?? 0) + 1,
  };
  const listed = {
    sitePk: keys.householdsPartition(company, household.site),
    siteSk: keys.householdSort(household),
  };
  const row = { ...keys.householdKey(company, household.id), type: 'household', ...listed, ...next };
  const condition = stored
    ? { ConditionExpression: 'revision = :known', ExpressionAttributeValues: { ':known': stored.revision } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  const wordKey = (of: string, word: string) => ({
    pk: keys.wordPartition(company, of),
    sk: keys.wordSort(word, household.id),
  });
  await transact(context, [
    { write: { Put: { TableName, Item: row, ...condition } }, refused: () => new Overtaken() },
    ...gone.map((word): Action => ({ write: { Delete: { TableName, Key: wordKey(site, word) } } })),
    ...fresh.map(
      (word): Action => ({ write: { Put: { TableName, Item: { ...wordKey(next.site, word), type: 'word' } } } }),
    ),
  ]);
  return !leaving && next.words.length === wanted.size;
}

/** At most a page of them. Keys the database left out are asked for again; never taken for "not found". */
async function readMany(context: Context, company: string, ids: readonly string[]): Promise<Map<string, Household>> {
  const found = new Map<string, Household>();
  let wanted: Row[] = ids.map((id) => ({ ...keys.householdKey(company, id) }));
  for (let attempt = 0; wanted.length > 0; attempt++) {
    if (attempt >= tries) throw new StoreBusy('BatchGetItem');
    if (attempt > 0) await context.pause(backOff(attempt));
    const answer = await context.client.send(
      new BatchGetCommand({ RequestItems: { [context.table]: { Keys: wanted, ConsistentRead: true } } }),
    );
    for (const row of answer.Responses?.[context.table] ?? []) {
      const { household } = row as unknown as Stored;
      found.set(household.id, household);
    }
    wanted = answer.UnprocessedKeys?.[context.table]?.Keys ?? [];
  }
  return found;
}
