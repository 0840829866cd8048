import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ChainName } from '#domain/audit/link';
import type { Audit } from '#ports';
import { auditLink } from './audit-row.ts';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { type Listing, page, type Row } from './page.ts';
import type { RecordChange } from './record.ts';
import type { Seals } from './seals.ts';

/** The log of changes as it is read; `record` writes it. */
export function createAudit(context: Context, seals: Seals, record: RecordChange): Audit {
  const { client, auditTable: TableName } = context;
  const all = async (query: { index?: string; attribute: string; value: string }, each: (row: Row) => void) => {
    let start: Row | undefined;
    do {
      const answer = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: '#partition = :partition',
          ExpressionAttributeNames: { '#partition': query.attribute },
          ExpressionAttributeValues: { ':partition': query.value },
          ...(query.index === undefined ? { ConsistentRead: true } : { IndexName: query.index }),
          ExclusiveStartKey: start,
        }),
      );
      for (const row of answer.Items ?? []) each(row);
      start = answer.LastEvaluatedKey;
    } while (start);
  };

  return {
    add: (company, entry) => record(company, entry, undefined, []),

    changes: (company, filter, request) =>
      page(
        { ...context, table: TableName },
        {
          list: 'log of changes',
          scope: [company, filter.sites, filter.kind],
          index: 'byTime',
          partition: ['timePk', keys.auditPartition(company)],
          sort: ['timeSk'],
          newestFirst: true,
          where: changesWhere(filter),
          position: keys.auditSortPattern,
          keyAt: (position) => {
            const [, kind = '', id = '', seq = ''] = keys.split(position);
            return { pk: keys.chainPartition(company, kind, id), sk: seq };
          },
          read: auditLink,
        },
        request,
      ),

    async chains(company) {
      const found = new Map<string, ChainName>();
      await all({ index: 'byTime', attribute: 'timePk', value: keys.auditPartition(company) }, (row) => {
        const { kind, id } = auditLink(row);
        found.set(`${kind}/${id}`, { kind, id });
      });
      return [...found.values()];
    },

    async links(company, { kind, id }) {
      const links: ReturnType<typeof auditLink>[] = [];
      const value = keys.chainPartition(company, kind, id);
      await all({ attribute: 'pk', value }, (row) => links.push(auditLink(row)));
      return links;
    },

    seal: seals,
  };
}

/** Rows with `sites` null are about the whole company. */
function changesWhere({ sites, kind }: Parameters<Audit['changes']>[1]): Listing<unknown>['where'] {
  const names: Record<string, string> = {};
  const values: Row = {};
  const tests: string[] = [];
  if (sites !== null) {
    names['#wSites'] = 'sites';
    for (const [index, site] of sites.entries()) values[`:w${index}`] = site;
    values[':wNull'] = 'NULL';
    const own = sites.map((_, index) => `contains(#wSites, :w${index})`);
    tests.push(`(${['attribute_type(#wSites, :wNull)', ...own].join(' OR ')})`);
  }
  if (kind !== undefined) {
    names['#wKind'] = 'kind';
    values[':wKind'] = kind;
    tests.push('#wKind = :wKind');
  }
  return tests.length === 0 ? undefined : { test: tests.join(' AND '), names, values };
}
