import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { DocumentChanged } from '#domain/errors';
import type { DocumentBodies, DocumentHead, DocumentKind, Documents, DocumentVersion } from '#ports';
import type { Context } from './context.ts';
import { createVersionCache } from './document-cache.ts';
import * as keys from './keys.ts';
import { pack, unpack } from './packed.ts';
import { type Listing, page, type Row } from './page.ts';
import { settlePlan } from './planned.ts';
import { transact } from './transact.ts';

/**
 * Pointers (one a document, in one partition) say which version is current; audit rows list publications by time; heads and bodies of versions never
 * change. Bodies are gzipped JSON. What `current` and `version` return is shared and frozen: copy before changing.
 */
export function createDocuments(context: Context): Documents {
  const { client, table: TableName } = context;
  const cached = createVersionCache();

  const readBody = async (company: string, kind: DocumentKind, id: string, version: number) => {
    const pk = keys.documentPartition(company, kind, id);
    const found = await client.send(
      new GetCommand({ TableName, Key: { pk, sk: keys.bodySort(version) }, ConsistentRead: true }),
    );
    if (!found.Item) return null;
    const body: unknown = await unpack(found.Item.body);
    return { ...headOf(found.Item), body } as DocumentVersion;
  };
  const versionOf = async <K extends DocumentKind>(company: string, kind: K, id: string, version: number) => {
    const read = () => readBody(company, kind, id, version);
    return (await cached(`${keys.documentPartition(company, kind, id)} ${version}`, read)) as DocumentVersion<K> | null;
  };

  return {
    version: versionOf,

    async heads(company) {
      const heads: DocumentHead[] = [];
      let start: Row | undefined;
      do {
        const answer = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': keys.pointerPartition(company) },
            ConsistentRead: true,
            ExclusiveStartKey: start,
          }),
        );
        heads.push(...(answer.Items ?? []).map(headOf));
        start = answer.LastEvaluatedKey;
      } while (start);
      return heads;
    },

    async current<K extends DocumentKind>(company: string, kind: K, id: string) {
      const pointer = await client.send(
        new GetCommand({ TableName, Key: keys.pointerKey(company, kind, id), ConsistentRead: true }),
      );
      if (!pointer.Item) return null;
      const { version } = headOf(pointer.Item);
      const found = await versionOf(company, kind, id, version);
      if (!found) throw new Error(`Document ${kind}/${id} points to version ${version}, which is not stored.`);
      return found;
    },

    /** Newest first. */
    history: (company, kind, id, request) =>
      page(
        context,
        {
          list: 'history of a document',
          scope: [company, kind, id],
          partition: ['pk', keys.documentPartition(company, kind, id)],
          sort: ['sk', 'startsWith', keys.headPrefix],
          newestFirst: true,
          position: keys.headSortPattern,
          keyAt: () => ({}),
          read: headOf,
        },
        request,
      ),

    changes: (company, filter, request) =>
      page(
        context,
        {
          list: 'changes of documents',
          scope: [company, filter.sites, filter.kind],
          partition: ['pk', keys.auditPartition(company)],
          sort: ['sk'],
          newestFirst: true,
          where: changesWhere(filter),
          position: keys.auditSortPattern,
          keyAt: () => ({}),
          read: headOf,
        },
        request,
      ),

    async publish<K extends DocumentKind>(
      company: string,
      document: Omit<DocumentVersion<K>, 'version'>,
      expected: number,
      touched: readonly string[] | null = null,
      plan?: string,
    ) {
      const { kind, id, author, at, note, retired } = document;
      const head: DocumentHead = { kind, id, version: expected + 1, author, at, note, ...(retired && { retired }) };
      const bytes = await pack(document.body, `${kind}/${id}`);
      const pk = keys.documentPartition(company, kind, id);
      const changed = (_: unknown, cause: unknown) => new DocumentChanged(`${kind}/${id}`, expected, { cause });
      const pointer = { ...keys.pointerKey(company, kind, id), type: 'pointer', ...head };
      const absent = 'attribute_not_exists(pk)';
      const same = {
        ConditionExpression: '#version = :expected',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':expected': expected },
      };
      const headRow = { pk, sk: keys.headSort(head.version), type: 'head', ...head };
      const auditRow = {
        pk: keys.auditPartition(company),
        sk: keys.auditSort(at, kind, id, head.version),
        type: 'audit',
        ...head,
        ...(touched !== null && { sites: touched }),
      };
      const bodyRow = { pk, sk: keys.bodySort(head.version), type: 'body', ...head, body: bytes };
      await transact(context, [
        {
          write: { Put: { TableName, Item: pointer, ...(expected === 0 ? { ConditionExpression: absent } : same) } },
          refused: changed,
        },
        { write: { Put: { TableName, Item: headRow, ConditionExpression: absent } }, refused: changed },
        { write: { Put: { TableName, Item: bodyRow, ConditionExpression: absent } }, refused: changed },
        { write: { Put: { TableName, Item: auditRow } } },
        ...(plan === undefined ? [] : [settlePlan(context, company, { kind, id, plan })]),
      ]);
      return { ...head, kind, body: document.body as DocumentBodies[K] };
    },
  };
}

/** Rows without `sites` are about the whole company. */
function changesWhere({ sites, kind }: Parameters<Documents['changes']>[1]): Listing<DocumentHead>['where'] {
  const names: Record<string, string> = {};
  const values: Row = {};
  const tests: string[] = [];
  if (sites !== null) {
    names['#wSites'] = 'sites';
    for (const [index, site] of sites.entries()) values[`:w${index}`] = site;
    const own = sites.map((_, index) => `contains(#wSites, :w${index})`);
    tests.push(`(${['attribute_not_exists(#wSites)', ...own].join(' OR ')})`);
  }
  if (kind !== undefined) {
    names['#wKind'] = 'kind';
    values[':wKind'] = kind;
    tests.push('#wKind = :wKind');
  }
  return tests.length === 0 ? undefined : { test: tests.join(' AND '), names, values };
}

/** Pointers, heads, bodies and audit rows all carry the head's attributes. */
function headOf(row: Row): DocumentHead {
  const { kind, id, version, author, at, note, retired } = row as unknown as DocumentHead;
  return { kind, id, version, author, at, note, ...(retired && { retired }) };
}
