import { createHmac, randomBytes } from 'node:crypto';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Digest } from '#domain/audit/link';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { isRefused } from './transact.ts';

export type Seals = (company: string) => Promise<Digest>;

/** The salted hash of a company: its salt is made once and never changes. */
export function createSeals({ client, table: TableName }: Context): Seals {
  const known = new Map<string, Promise<string>>();
  const read = async (company: string): Promise<string | null> => {
    const Key = keys.saltKey(company);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item ? String(Item.salt) : null;
  };
  const make = async (company: string): Promise<string> => {
    const salt = randomBytes(32).toString('hex');
    const Item = { ...keys.saltKey(company), type: 'salt', salt };
    try {
      await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      return salt;
    } catch (error) {
      // Made by another at the same moment.
      const there = isRefused(error) ? await read(company) : null;
      if (there === null) throw error;
      return there;
    }
  };
  return async (company) => {
    const asked = known.get(company) ?? read(company).then((found) => found ?? make(company));
    known.set(company, asked);
    try {
      const salt = await asked;
      return (text) => createHmac('sha256', salt).update(text).digest('hex');
    } catch (error) {
      known.delete(company);
      throw error;
    }
  };
}
