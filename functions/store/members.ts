import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { KeyUsed } from '#domain/errors';
import type { Members } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { isRefused } from './transact.ts';

export function createMembers({ client, table: TableName }: Context): Members {
  return {
    async bySubject(company, issuer, subject) {
      const found = await client.send(
        new GetCommand({ TableName, Key: keys.memberKey(company, issuer, subject), ConsistentRead: true }),
      );
      return typeof found.Item?.person === 'string' ? found.Item.person : null;
    },

    /** Once for good; again with the same person is success. @throws KeyUsed when the subject is somebody else */
    async link(company, issuer, subject, person) {
      const row = { ...keys.memberKey(company, issuer, subject), type: 'member', issuer, subject, person };
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item: row,
            ConditionExpression: 'attribute_not_exists(pk) OR person = :person',
            ExpressionAttributeValues: { ':person': person },
          }),
        );
      } catch (error) {
        throw isRefused(error) ? new KeyUsed(`${issuer} ${subject}`, null, { cause: error }) : error;
      }
    },
  };
}
