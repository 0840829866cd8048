import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { BookChanged } from '#domain/errors';
import type { Booking, VisitBook } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { type Action, transact } from './transact.ts';

/** Askings a household's page keeps: more than any cool-down looks back at. */
const KEPT = 40;
/** Days read ahead at once: the horizon of planning, and what working days it holds. */
const MOST_DAYS = 200;

export function createVisitBook(context: Context): VisitBook {
  const { client, table: TableName } = context;
  const read = async (Key: keys.Key) =>
    (await client.send(new GetCommand({ TableName, Key: { ...Key }, ConsistentRead: true }))).Item;
  const page = async (company: string, household: string) => {
    const found = await read(keys.visitedKey(company, household));
    return {
      askings: (found?.askings ?? []) as { at: number; of: string | null }[],
      version: Number(found?.version ?? 0),
    };
  };
  return {
    async booked(company, key) {
      const found = await read(keys.bookingKey(company, key));
      return found ? (found.booking as Booking) : null;
    },

    household: page,

    async days(company, visitor, from) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: '#pk = :pk AND #sk >= :from',
          ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
          ExpressionAttributeValues: { ':pk': keys.visitorPartition(company, visitor), ':from': keys.visitorDay(from) },
          Limit: MOST_DAYS,
          ConsistentRead: true,
        }),
      );
      return new Map(Items.map((row) => [String(row.date), Number(row.n)]));
    },

    async lastDay(company, site) {
      const found = await read(keys.visitDayKey(company, site));
      return found ? String(found.date) : null;
    },

    async dayDone(company, site, date) {
      await client.send(
        new PutCommand({ TableName, Item: { ...keys.visitDayKey(company, site), type: 'visit day', date } }),
      );
    },

    async book(company, booking, { version, onDay }) {
      const { key, household, visitor, date, due, of } = booking;
      const { askings } = await page(company, household);
      const changed = (_: unknown, cause: unknown) => new BookChanged(key, { cause });
      const put = (Item: Record<string, unknown>, condition: string, was?: number): Action => ({
        write: {
          Put: {
            TableName,
            Item,
            ConditionExpression: condition,
            ...(was !== undefined && {
              ExpressionAttributeNames: { '#was': 'n' in Item ? 'n' : 'version' },
              ExpressionAttributeValues: { ':was': was },
            }),
          },
        },
        refused: changed,
      });
      const unless = (was: number) => (was === 0 ? 'attribute_not_exists(pk)' : '#was = :was');
      const expected = (was: number) => (was === 0 ? undefined : was);
      const visited = {
        ...keys.visitedKey(company, household),
        type: 'visited',
        version: version + 1,
        askings: [...askings, { at: due, of }].slice(-KEPT),
      };
      const day = {
        pk: keys.visitorPartition(company, visitor),
        sk: keys.visitorDay(date),
        type: 'visitor day',
        date,
        n: onDay + 1,
      };
      await transact(context, [
        put({ ...keys.bookingKey(company, key), type: 'booking', booking }, 'attribute_not_exists(pk)'),
        put(visited, unless(version), expected(version)),
        put(day, unless(onDay), expected(onDay)),
      ]);
    },
  };
}
