import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { liftEntry } from '#domain/audit/publication';
import type { Suppressions } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { page } from './page.ts';
import type { RecordChange } from './record.ts';
import type { Seals } from './seals.ts';
import type { Action } from './transact.ts';

class NotSuppressed extends Error {
  override readonly name = 'NotSuppressed';
}

/** Addresses that bounced or complained; letter case does not matter. */
export function createSuppressions(context: Context, record: RecordChange, seals: Seals): Suppressions {
  const { client, table: TableName } = context;
  return {
    async isSuppressed(company, email) {
      const found = await client.send(
        new GetCommand({ TableName, Key: keys.suppressionKey(company, email), ConsistentRead: true }),
      );
      return found.Item !== undefined;
    },

    /** The first reason stays. */
    async suppress(company, email, why, at, site) {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: keys.suppressionKey(company, email),
          UpdateExpression: `SET ${['why', 'at', 'site'].map((one) => `#${one} = if_not_exists(#${one}, :${one})`).join(', ')}, #type = :type`,
          ExpressionAttributeNames: { '#why': 'why', '#at': 'at', '#site': 'site', '#type': 'type' },
          ExpressionAttributeValues: { ':why': why, ':at': at, ':site': site, ':type': 'suppression' },
        }),
      );
    },

    list: (company, site, request) =>
      page(
        context,
        {
          list: 'suppressed addresses',
          scope: [company, site],
          partition: ['pk', keys.suppressionPartition(company)],
          sort: ['sk'],
          where: { test: '#wSite = :wSite', names: { '#wSite': 'site' }, values: { ':wSite': site } },
          position: keys.suppressionPattern,
          keyAt: () => ({}),
          read: ({ sk, why, at }) => ({ email: keys.split(String(sk)).join('#'), why: String(why), at: Number(at) }),
        },
        request,
      ),

    async lift(company, site, email, asked) {
      const Key = keys.suppressionKey(company, email);
      const subject = (await seals(company))(Key.sk);
      const names = { ExpressionAttributeNames: { '#site': 'site' }, ExpressionAttributeValues: { ':site': site } };
      const gone: Action = {
        write: { Delete: { TableName, Key, ConditionExpression: '#site = :site', ...names } },
        refused: (_, cause) => new NotSuppressed(undefined, { cause }),
      };
      try {
        await record(company, liftEntry(site, subject, asked), undefined, [gone]);
        return true;
      } catch (error) {
        if (error instanceof NotSuppressed) return false;
        throw error;
      }
    },
  };
}
