import { describe, expect, it } from 'vitest';
import { bySystem } from '#domain/audit/link';
import { rememberDocuments, rememberItems, rememberMembers, rememberSuppressions } from '#local/remembered';
import type { Commit, Documents, Items } from '#ports';
import { complaint } from '#test/support/estate';
import { createMemoryItems } from '#test/support/memory-items';
import { createMemoryPorts } from '#test/support/memory-ports';

const document = { kind: 'absences', id: 'main', body: { absences: [] }, author: 'system', at: 0, note: '' } as const;

function counted() {
  const { documents } = createMemoryPorts(0);
  let reads = 0;
  const inner: Documents = {
    ...documents,
    heads: (company) => {
      reads += 1;
      return documents.heads(company);
    },
  };
  return { documents: rememberDocuments(inner), inner, reads: () => reads };
}

it('asks for the current versions once, and again after a publication', async () => {
  const { documents, reads } = counted();
  expect(await documents.current('demo', 'absences', 'main')).toBeNull();
  await documents.publish('demo', { ...document, body: { absences: [] } }, 0);
  expect(await documents.current('demo', 'absences', 'main')).toMatchObject({ version: 1 });
  expect(await documents.heads('demo')).toHaveLength(1);
  expect(reads()).toBe(2);
});

it('asks again after a publication that failed on the way back', async () => {
  const { documents, inner } = counted();
  const losing = rememberDocuments({
    ...inner,
    publish: async (...args) => {
      await inner.publish(...args);
      throw new Error('the answer was lost');
    },
  });
  await losing.heads('demo');
  await expect(losing.publish('demo', { ...document, body: { absences: [] } }, 0)).rejects.toThrow('lost');
  expect(await losing.heads('demo')).toEqual(await documents.heads('demo'));
});

it('does not remember a failed look', async () => {
  const { inner } = counted();
  let failing = true;
  const documents = rememberDocuments({
    ...inner,
    heads: async (company) => {
      if (failing) throw new Error('busy');
      return inner.heads(company);
    },
  });
  await expect(documents.heads('demo')).rejects.toThrow('busy');
  failing = false;
  expect(await documents.heads('demo')).toEqual([]);
});

it('remembers who takes mail, whatever the letter case, until they do not', async () => {
  const suppressed = new Set<string>();
  let reads = 0;
  const suppressions = rememberSuppressions({
    isSuppressed: async (_company, email) => {
      reads += 1;
      return suppressed.has(email);
    },
    suppress: async (_company, email) => void suppressed.add(email),
    list: async () => ({ rows: [], next: null }),
    lift: async (_company, _site, email) => suppressed.delete(email),
  });
  expect(await suppressions.isSuppressed('demo', 'a@x.example')).toBe(false);
  expect(await suppressions.isSuppressed('demo', 'A@x.example')).toBe(false);
  expect(reads).toBe(1);
  await suppressions.suppress('demo', 'a@x.example', 'no such mailbox', 0, 'lake');
  expect(await suppressions.isSuppressed('demo', 'a@x.example')).toBe(true);
  expect(await suppressions.lift('demo', 'lake', 'a@x.example', { by: 'li', at: 1, from: bySystem })).toBe(true);
  expect(await suppressions.isSuppressed('demo', 'a@x.example')).toBe(false);
});

describe('items', () => {
  const first = { ...complaint(0), version: 1 };
  const commitOf = (before: Commit['before'], change: Partial<Commit['after']>): Commit => ({
    before,
    after: { ...first, ...change },
    entries: [],
    effects: [],
    wakeAt: null,
  });
  function setUp() {
    const inner = createMemoryItems();
    let reads = 0;
    const get: Items['get'] = (company, id) => {
      reads += 1;
      return inner.get(company, id);
    };
    return { inner, items: rememberItems({ ...inner, get }), reads: () => reads };
  }

  it('are read from memory as they were committed, each reader a copy', async () => {
    const { items, reads } = setUp();
    await items.commit(commitOf(null, {}));
    const one = await items.get('demo', 'c1');
    if (one) one.status = 'closed';
    expect(await items.get('demo', 'c1')).toEqual(JSON.parse(JSON.stringify(first)));
    expect(reads()).toBe(0);
  });

  it('are read again after a refused commit or sleep', async () => {
    const { inner, items, reads } = setUp();
    await items.commit(commitOf(null, {}));
    await inner.commit(commitOf(first, { version: 2, status: 'inProgress' }));
    await expect(items.commit(commitOf(first, { version: 2 }))).rejects.toThrow();
    expect(await items.get('demo', 'c1')).toMatchObject({ version: 2, status: 'inProgress' });
    await inner.commit(commitOf({ ...first, version: 2 }, { version: 3 }));
    await expect(items.sleep('demo', 'c1', 2, 1, { token: 't', wakeAt: 1 })).rejects.toThrow();
    expect(await items.get('demo', 'c1')).toMatchObject({ version: 3 });
    expect(reads()).toBe(2);
  });

  it('never go back to an earlier version when answers come in another order', async () => {
    const inner = createMemoryItems();
    const answers: (() => void)[] = [];
    const items = rememberItems({
      ...inner,
      commit: async (commit) => {
        await inner.commit(commit);
        await new Promise<void>((answer) => answers.push(answer));
      },
    });
    const earlier = items.commit(commitOf(null, {}));
    await Promise.resolve();
    const later = items.commit(commitOf(first, { version: 2 }));
    await new Promise((resolve) => setImmediate(resolve));
    answers[1]?.();
    await later;
    answers[0]?.();
    await earlier;
    expect(await items.get('demo', 'c1')).toMatchObject({ version: 2 });
  });
});

it('remembers who has signed in, and asks again for who has not', async () => {
  const { members } = createMemoryPorts(0);
  let reads = 0;
  const remembered = rememberMembers({
    ...members,
    bySubject: (...args) => {
      reads += 1;
      return members.bySubject(...args);
    },
  });
  expect(await remembered.bySubject('demo', 'issuer', 'sub')).toBeNull();
  await remembered.link('demo', 'issuer', 'sub', 'wang');
  expect(await remembered.bySubject('demo', 'issuer', 'sub')).toBe('wang');
  expect(await remembered.bySubject('demo', 'issuer', 'sub')).toBe('wang');
  expect(await remembered.bySubject('demo', 'other', 'sub')).toBeNull();
  expect(reads).toBe(3);
});

it('remembers the token of a sleeping execution, but of two at once neither', async () => {
  const inner = createMemoryItems();
  const item = complaint(0, {});
  inner.put(item);
  const stored: string[] = [];
  const items = rememberItems({
    ...inner,
    sleep: async (company, id, version, epoch, sleeping) => {
      await inner.sleep(company, id, version, epoch, sleeping);
      stored.push(sleeping.token);
    },
    sleeping: async () => ({ token: `asked after ${stored.join()}`, wakeAt: 9 }),
  });
  const sleep = (token: string, version = item.version) =>
    items.sleep(item.company, item.id, version, item.epoch, { token, wakeAt: 5 });
  const token = async () => (await items.sleeping(item.company, item.id))?.token;
  expect(await token()).toBe('asked after ');
  await sleep('a');
  expect(await token()).toBe('a');
  await Promise.all([sleep('b'), sleep('c')]);
  expect(await token()).toBe('asked after a,b,c');
  await sleep('d');
  expect(await token()).toBe('d');
  await expect(sleep('e', item.version + 1)).rejects.toThrow();
  expect(await token()).toBe('asked after a,b,c,d');
});
