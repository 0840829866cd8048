import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Feed } from '#domain/plan/feed';
import { feedKey, feedOfKey } from '#store/keys';
import { engines, freshCompany, withStore } from '#test/support/engine';

const feed = (id: string, owner = 'repairer-a'): Feed => ({
  ...{ id, owner, scope: { kind: 'person', person: owner }, language: 'zh-CN', at: 1 },
});

describe.each(engines)('calendar feeds on %s', (engine) => {
  const test = withStore(engine);
  const feeds = () => test.store.feeds;

  it('are found by their secret, in their company, until they are revoked', async () => {
    const [company, other] = [freshCompany(), freshCompany()];
    await feeds().create(company, feed('f1'), 'secret-1');
    expect(await feeds().find(company, 'secret-1')).toEqual(feed('f1'));
    expect(await feeds().find(other, 'secret-1')).toBeNull();
    expect(await feeds().find(company, 'secret-2')).toBeNull();
    expect(await feeds().revoke(company, 'repairer-b', 'f1')).toBe(false);
    expect(await feeds().revoke(company, 'repairer-a', 'f1')).toBe(true);
    expect(await feeds().find(company, 'secret-1')).toBeNull();
    expect(await feeds().revoke(company, 'repairer-a', 'f1')).toBe(false);
  });

  it("are listed as their owner's, page by page", async () => {
    const company = freshCompany();
    for (const id of ['f1', 'f2', 'f3']) await feeds().create(company, feed(id), `secret-${id}`);
    await feeds().create(company, feed('f0', 'repairer-b'), 'secret-f0');
    const first = await feeds().of(company, 'repairer-a', { limit: 2 });
    expect(first.rows.map(({ id }) => id)).toEqual(['f1', 'f2']);
    const rest = await feeds().of(company, 'repairer-a', { limit: 2, cursor: first.next ?? '' });
    expect([rest.rows.map(({ id }) => id), rest.next]).toEqual([['f3'], null]);
  });

  it('do not keep the secret', async () => {
    const company = freshCompany();
    await feeds().create(company, feed('f1'), 'secret-1');
    for (const Key of [feedOfKey(company, 'repairer-a', 'f1'), feedKey(company, 'secret-1')]) {
      const row = await test.client.send(new GetCommand({ TableName: test.tableName, Key: { ...Key } }));
      expect(JSON.stringify(row.Item ?? null)).not.toContain('secret-1');
    }
  });
});
