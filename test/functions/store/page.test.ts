import { describe, expect, it } from 'vitest';
import { page } from '#store/page';
import { localClient } from '#test/support/engine';

describe('a filter that matches nothing in a long list', () => {
  it('stops after a bounded number of rows and says where to go on', async () => {
    const client = localClient('http://127.0.0.1:1');
    const asked: number[] = [];
    client.middlewareStack.add(
      () => async (args) => {
        const { Limit = 0 } = args.input as { Limit?: number };
        asked.push(Limit);
        const at = String(asked.length).padStart(15, '0');
        const key = { pk: 'p', sk: 'ITEM', sitePk: 's', siteSk: `${at}#a` };
        return { response: {}, output: { $metadata: {}, Items: [], LastEvaluatedKey: key } };
      },
      { step: 'build' },
    );
    const context = { client, auditTable: 'audit', table: 'steward', pause: async () => {} };
    const found = await page(
      context,
      {
        list: 'test',
        scope: [],
        index: 'bySite',
        partition: ['sitePk', 's'],
        sort: ['siteSk'],
        filter: { status: 'closed' },
        position: /^\d{15}#[^#]+$/,
        keyAt: () => ({}),
        read: (row) => row,
      },
      { limit: 20 },
    );
    expect(found.rows).toEqual([]);
    expect(Buffer.from(found.next ?? '', 'base64url').toString()).toContain('000000000000010#a');
    expect(asked).toHaveLength(10);
    expect(Math.max(...asked)).toBe(250);
  });
});
