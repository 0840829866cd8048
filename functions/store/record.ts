import { createHash } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type AuditEntry, type AuditLink, type ChainName, type Digest, nextLink } from '#domain/audit/link';
import { canonical } from '#domain/canonical';
import { StoreBusy } from '#domain/errors';
import { auditLink, auditRow } from './audit-row.ts';
import { backOff, type Context } from './context.ts';
import * as keys from './keys.ts';
import type { Seals } from './seals.ts';
import { type Action, transact } from './transact.ts';

/** Carries the actions out together with the link that tells of them. `content`: what the document is now; left out: as before. */
export type RecordChange = (
  company: string,
  entry: AuditEntry,
  content: unknown,
  actions: readonly Action[],
) => Promise<void>;

export const sha256: Digest = (text) => createHash('sha256').update(text).digest('hex');

class LinkTaken extends Error {
  override readonly name = 'LinkTaken';
}
const tries = 6;

/** @throws what the actions' `refused` make | StoreBusy when others write to the chain faster than the tries */
export function createRecord(context: Context, seals: Seals, onRecorded = () => {}): RecordChange {
  const { client, auditTable } = context;
  const lastOf = async (company: string, { kind, id }: ChainName): Promise<AuditLink | null> => {
    const answer = await client.send(
      new QueryCommand({
        TableName: auditTable,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keys.chainPartition(company, kind, id) },
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      }),
    );
    const [row] = answer.Items ?? [];
    return row ? auditLink(row) : null;
  };

  return async (company, entry, content, actions) => {
    const after = content === undefined ? undefined : (await seals(company))(canonical(content));
    for (let attempt = 0; ; attempt++) {
      const link = nextLink(company, await lastOf(company, entry), entry, after, sha256);
      const Item = auditRow(link);
      const added: Action = {
        write: { Put: { TableName: auditTable, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
        refused: (_, cause) => new LinkTaken(undefined, { cause }),
      };
      try {
        await transact(context, [...actions, added]);
        return onRecorded();
      } catch (error) {
        if (!(error instanceof LinkTaken)) throw error;
        if (attempt + 1 >= tries) throw new StoreBusy('TransactWriteItems', { cause: error });
        await context.pause(backOff(attempt));
      }
    }
  };
}
