import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { countedNames, type Fact, idsIn, isAgainst, isSame } from '#domain/rate-facts';
import type { Cell, Counted } from '#domain/rate-sums';
import type { FactRow, Mark, Rates, Subject } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { saidActions } from './learned.ts';
import { type Listing, page, type Row } from './page.ts';
import { type Action, transact } from './transact.ts';

/** Somebody else counted the subject meanwhile. */
class CountedMeanwhile extends Error {
  override readonly name = 'CountedMeanwhile';
}

/**
 * Rows: a mark beside each order, visit and asset (what it was last counted as), a row a fact for the lists behind the figures,
 * and a row a day and site with the sums of all its facts, each an attribute that grows by `ADD`.
 */
export function createRates(context: Context): Rates {
  const { client, table: TableName } = context;
  return {
    async mark(company, subject) {
      const Key = { ...markKey(company, subject) };
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      if (!Item) return null;
      const said = Item.said as Mark['said'];
      return { version: Number(Item.version), facts: Item.facts as Fact[], ...(said ? { said } : {}) };
    },

    async count(company, subject, before, after, moves) {
      try {
        await transact(context, [
          markAction(TableName, company, subject, before, after),
          ...factActions(TableName, company, subject, before?.facts ?? [], after.facts),
          ...saidActions(TableName, company, subject, before?.said ?? null, after.said ?? null),
          ...sumActions(TableName, company, subject, moves),
        ]);
        return true;
      } catch (error) {
        if (error instanceof CountedMeanwhile) return false;
        throw error;
      }
    },

    async sums(company, site, { from, to }, of) {
      const partition = keys.ratesPartition(company, site, of);
      const days: Row[] = [];
      let start: Row | undefined;
      do {
        const answer = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
            ExpressionAttributeValues: { ':pk': partition, ':from': keys.rateDay(from), ':to': keys.rateDay(to) },
            ...(start ? { ExclusiveStartKey: start } : {}),
          }),
        );
        days.push(...(answer.Items ?? []));
        start = answer.LastEvaluatedKey;
      } while (start);
      const standing = await client.send(new GetCommand({ TableName, Key: { pk: partition, sk: keys.ratesStanding } }));
      return {
        days: days.map((row) => ({ day: keys.dayOfRates(String(row.sk)), cells: cellsOf(row) })),
        standing: cellsOf(standing.Item ?? {}),
      };
    },

    facts: (company, site, rate, span, { against, ...filter }, request) =>
      page(
        context,
        {
          list: 'facts of a rate',
          scope: [company, site, rate, span, against, filter],
          partition: ['pk', keys.rateFacts(company, site, rate)],
          sort: ['sk', 'between', keys.sortable(span.from), keys.sortable(span.to)],
          newestFirst: true,
          ...whereOf({ ...filter, against }),
          position: keys.itemSortPattern,
          keyAt: () => ({}),
          read: (row) => row.fact as FactRow,
        },
        request,
      ),
  };
}

const markKey = (company: string, { type, id }: Pick<Subject, 'type' | 'id'>): keys.Key => ({
  pk: type === 'asset' ? keys.assetKey(company, id).pk : keys.itemPartition(company, id),
  sk: keys.rateMark,
});

function markAction(TableName: string, company: string, subject: Subject, before: Mark | null, after: Mark): Action {
  const Item = { ...markKey(company, subject), type: 'rateMark', ...after };
  const condition = before
    ? { ConditionExpression: 'version = :known', ExpressionAttributeValues: { ':known': before.version } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    write: { Put: { TableName, Item, ...condition } },
    refused: (_, cause) => new CountedMeanwhile('counted meanwhile', { cause }),
  };
}

/** Facilities are listed by the register itself. */
function factActions(
  TableName: string,
  company: string,
  { id, site }: Subject,
  before: readonly Fact[],
  after: readonly Fact[],
): Action[] {
  const keyOf = ({ rate, at }: Fact): keys.Key[] =>
    at === null ? [] : [{ pk: keys.rateFacts(company, site, rate), sk: keys.itemSort(at, id) }];
  const stand = after.flatMap((fact) => keyOf(fact).map((key) => ({ fact, key })));
  const gone = before.flatMap(keyOf).filter((old) => !stand.some(({ key }) => key.pk === old.pk && key.sk === old.sk));
  return [
    ...gone.map((key): Action => ({ write: { Delete: { TableName, Key: { ...key } } } })),
    ...stand
      .filter(({ fact }) => !before.some((known) => isSame(known, fact)))
      .map(({ fact, key }): Action => {
        const row = { type: 'rateFact', fact: { ...fact, item: id }, against: isAgainst(fact) };
        return { write: { Put: { TableName, Item: { ...key, ...row, people: idsIn(fact, 'person') } } } };
      }),
  ];
}

function sumActions(
  TableName: string,
  company: string,
  { site, type }: Subject,
  { days, standing }: Counted,
): Action[] {
  const pk = keys.ratesPartition(company, site, type === 'visit' ? 'visits' : 'maintenance');
  const rows = [
    ...days.map(({ day, cells }) => ({ sk: keys.rateDay(day), cells })),
    ...(standing.length > 0 ? [{ sk: keys.ratesStanding, cells: standing }] : []),
  ];
  return rows.map(({ sk, cells }): Action => {
    const sums = cells.flatMap((cell) => [
      { name: keys.rateCell('h', cell), by: cell.hit },
      { name: keys.rateCell('o', cell), by: cell.of },
    ]);
    const moved = sums.filter(({ by }) => by !== 0);
    return {
      write: {
        Update: {
          TableName,
          Key: { pk, sk },
          UpdateExpression: `SET #type = :type ADD ${moved.map((_, i) => `#n${i} :n${i}`).join(', ')}`,
          ExpressionAttributeNames: {
            '#type': 'type',
            ...Object.fromEntries(moved.map(({ name }, i) => [`#n${i}`, name])),
          },
          ExpressionAttributeValues: {
            ':type': 'rateSums',
            ...Object.fromEntries(moved.map(({ by }, i) => [`:n${i}`, by])),
          },
        },
      },
    };
  });
}

/** Attributes of sums back into cells; one that went back to nothing stays in the row as 0 and says nothing. */
function cellsOf(row: Row): Cell[] {
  const cells = new Map<string, Cell>();
  for (const [name, value] of Object.entries(row)) {
    const part = keys.rateCellIn(name);
    if (part === null || typeof value !== 'number') continue;
    const { side, rate, ...dimensions } = part;
    const known = countedNames.find((one) => one === rate);
    if (!known) continue;
    const id = JSON.stringify([rate, dimensions]);
    const cell = cells.get(id) ?? { rate: known, ...dimensions, hit: 0, of: 0 };
    cells.set(id, side === 'h' ? { ...cell, hit: value } : { ...cell, of: value });
  }
  return [...cells.values()].filter(({ hit, of }) => hit !== 0 || of !== 0);
}

function whereOf(filter: Record<string, string | boolean | undefined>): Pick<Listing<never>, 'where'> {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (given.length === 0) return {};
  const names: Record<string, string> = {};
  const values: Row = {};
  const tests = given.map(([field, value]) => {
    names[`#w${field}`] = field;
    values[`:w${field}`] = value;
    if (field === 'against') return `#w${field} = :w${field}`;
    names['#wfact'] = 'fact';
    // Rows older than `people` were one person's each.
    if (field === 'person') {
      names['#wpeople'] = 'people';
      return `(#wfact.#w${field} = :w${field} OR contains(#wpeople, :w${field}))`;
    }
    return `#wfact.#w${field} = :w${field}`;
  });
  return { where: { test: tests.join(' AND '), names, values } };
}
