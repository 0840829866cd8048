import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DraftChanged } from '#domain/errors';
import type { DraftHead, DraftKey, Drafts, StoredDraft } from '#ports';
import type { Context } from './context.ts';
import * as keys from './keys.ts';
import { pack, unpack } from './packed.ts';
import { page } from './page.ts';
import type { RecordChange } from './record.ts';
import { isRefused } from './transact.ts';

const keyOf = ({ company, kind, id, scope }: DraftKey): keys.Key => ({
  pk: keys.documentPartition(company, kind, id),
  sk: keys.draftSort(scope),
});

/** One row a draft, kept when it ends: its revision never starts again, so an old one cannot be taken for a new one. */
export function createDrafts(context: Context, record: RecordChange): Drafts {
  const { client, table: TableName } = context;
  return {
    async get(key) {
      const { Item: row } = await client.send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
      if (!row) return null;
      const { revision, ended, author, at, editors, base } = row as Omit<StoredDraft, 'content'> & { base: number };
      const content = row.body === undefined ? null : { base, body: await unpack(row.body) };
      return { revision, content, ended, author, at, editors };
    },

    async put(key, { content, ...head }, told) {
      const expected = head.revision - 1;
      const document = `${key.kind}/${key.id}`;
      const body = content && { base: content.base, body: await pack(content.body, document) };
      const condition =
        expected === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'revision = :expected', ExpressionAttributeValues: { ':expected': expected } };
      const Item = {
        ...{ ...keyOf(key), type: 'draft', ...head, ...body },
        ...(content && listed(key, head, content.base)),
      };
      const refused = (cause: unknown) => new DraftChanged(document, expected, { cause });
      const Put = { TableName, Item, ...condition };
      if (told)
        return record(key.company, told, undefined, [{ write: { Put }, refused: (_, cause) => refused(cause) }]);
      try {
        await client.send(new PutCommand(Put));
      } catch (error) {
        throw isRefused(error) ? refused(error) : error;
      }
    },

    list: ({ company, kind, scope }, request) =>
      page(
        context,
        {
          list: 'drafts',
          scope: [company, kind, scope],
          index: 'open',
          partition: ['openPk', keys.draftsPartition(company, kind, scope)],
          sort: ['openSk'],
          position: keys.draftsSortPattern,
          keyAt: (position) => ({ ...keyOf({ company, kind, scope, id: keys.split(position)[0] ?? '' }) }),
          read: ({ summary }) => summary as DraftHead,
        },
        request,
      ),
  };
}

/** Only while it has content: one that ended is in no list. */
const listed = (key: DraftKey, { revision, author, at }: Omit<StoredDraft, 'content'>, base: number) => ({
  openPk: keys.draftsPartition(key.company, key.kind, key.scope),
  openSk: keys.draftsSort(key.id),
  summary: { id: key.id, revision, base, author, at } satisfies DraftHead,
});
