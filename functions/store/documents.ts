import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { bySystem, type Origin } from '#domain/audit/link';
import { publicationEntry } from '#domain/audit/publication';
import { DocumentChanged } from '#domain/errors';
import type { DocumentBodies, DocumentHead, DocumentKind, Documents, DocumentVersion } from '#ports';
import type { Context } from './context.ts';
import { createVersionCache } from './document-cache.ts';
import * as keys from './keys.ts';
import { pack, unpack } from './packed.ts';
import { page, type Row } from './page.ts';
import { settlePlan } from './planned.ts';
import { unseenAttributes } from './plans.ts';
import type { RecordChange } from './record.ts';

/**
 * Pointers (one a document, in one partition) say which version is current; heads and bodies of versions never change, and a
 * publication is told in the log of changes. Bodies are gzipped JSON. What `current` and `version` return is shared and frozen: copy before changing.
 */
export function createDocuments(context: Context, record: RecordChange): Documents {
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

    async publish<K extends DocumentKind>(
      company: string,
      document: Omit<DocumentVersion<K>, 'version'> & { from?: Origin | undefined },
      expected: number,
      touched: readonly string[] | null = null,
      plan?: string,
    ) {
      const { kind, id, author, at, note, retired } = document;
      const head: DocumentHead = { kind, id, version: expected + 1, author, at, note, ...(retired && { retired }) };
      const bytes = await pack(document.body, `${kind}/${id}`);
      const pk = keys.documentPartition(company, kind, id);
      const changed = (_: unknown, cause: unknown) => new DocumentChanged(`${kind}/${id}`, expected, { cause });
      const pointer = {
        ...keys.pointerKey(company, kind, id),
        ...unseenAttributes(company, kind, id, at),
        type: 'pointer',
        ...head,
      };
      const absent = 'attribute_not_exists(pk)';
      const same = {
        ConditionExpression: '#version = :expected',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':expected': expected },
      };
      const headRow = { pk, sk: keys.headSort(head.version), type: 'head', ...head };
      const bodyRow = { pk, sk: keys.bodySort(head.version), type: 'body', ...head, body: bytes };
      const entry = publicationEntry(head, document.from ?? bySystem, touched);
      await record(company, entry, { ...head, body: document.body }, [
        {
          write: { Put: { TableName, Item: pointer, ...(expected === 0 ? { ConditionExpression: absent } : same) } },
          refused: changed,
        },
        { write: { Put: { TableName, Item: headRow, ConditionExpression: absent } }, refused: changed },
        { write: { Put: { TableName, Item: bodyRow, ConditionExpression: absent } }, refused: changed },
        ...(plan === undefined ? [] : [settlePlan(context, company, { kind, id, plan })]),
      ]);
      return { ...head, kind, body: document.body as DocumentBodies[K] };
    },
  };
}

/** Pointers, heads and bodies all carry the head's attributes. */
function headOf(row: Row): DocumentHead {
  const { kind, id, version, author, at, note, retired } = row as unknown as DocumentHead;
  return { kind, id, version, author, at, note, ...(retired && { retired }) };
}
