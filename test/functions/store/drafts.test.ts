import { describe, expect, it } from 'vitest';
import { bySystem, firstBreak } from '#domain/audit/link';
import { discardEntry } from '#domain/audit/publication';
import { DraftChanged } from '#domain/errors';
import type { DraftKey, StoredDraft } from '#ports';
import { sha256 } from '#store/record';
import { engines, freshCompany, withStore } from '#test/support/engine';
import { nine } from '#test/support/items';

const draft = (revision: number, words: string): StoredDraft => ({
  revision,
  content: { base: 1, body: { words } },
  ended: null,
  author: 'li',
  at: nine,
  editors: [{ person: 'li', at: nine }],
});

describe.each(engines)('drafts on %s', (engine) => {
  const test = withStore(engine);
  const drafts = () => test.store.drafts;
  const key = (scope = 'all', company = freshCompany()): DraftKey => ({ company, kind: 'rosters', id: 'main', scope });

  it('keeps what was saved last, each scope for itself', async () => {
    const all = key();
    const east = key('sites east', all.company);
    expect(await drafts().get(all)).toBeNull();
    await drafts().put(all, draft(1, 'first'));
    await drafts().put(all, draft(2, 'second'));
    await drafts().put(east, draft(1, 'of the east'));
    expect(await drafts().get(all)).toEqual(draft(2, 'second'));
    expect(await drafts().get(east)).toEqual(draft(1, 'of the east'));
  });

  it('refuses what was made from another revision, and of two at once takes one', async () => {
    const one = key();
    await drafts().put(one, draft(1, 'first'));
    await expect(drafts().put(one, draft(1, 'again'))).rejects.toThrow(DraftChanged);
    await expect(drafts().put(one, draft(3, 'ahead'))).rejects.toThrow(DraftChanged);
    const both = await Promise.allSettled([drafts().put(one, draft(2, 'a')), drafts().put(one, draft(2, 'b'))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is told of in the log of changes when it is thrown away, and not when it was not', async () => {
    const one = key();
    await drafts().put(one, draft(1, 'first'));
    const told = discardEntry(one, { by: 'li', at: nine, from: bySystem }, ['east']);
    const ended: StoredDraft = { ...draft(2, ''), content: null, ended: 'discarded', editors: [] };
    await drafts().put(one, ended, told);
    await expect(drafts().put(one, ended, told)).rejects.toThrow(DraftChanged);
    const links = await test.store.audit.links(one.company, one);
    expect(links).toMatchObject([{ what: 'discarded', by: 'li', sites: ['east'], before: null, after: null }]);
    expect(firstBreak(one.company, one, links, sha256)).toBeNull();
    await drafts().put(one, draft(3, 'begun anew'));
    const publication = {
      kind: 'rosters' as const,
      id: 'main',
      body: { rosters: [] },
      author: 'li',
      at: nine,
      note: 'n',
    };
    await test.store.documents.publish(one.company, publication, 0);
    expect((await test.store.audit.links(one.company, one)).map(({ what }) => what)).toEqual([
      'discarded',
      'published',
    ]);
  });

  it('goes on counting when a draft ended: an old revision is never taken for a new one', async () => {
    const one = key();
    await drafts().put(one, draft(1, 'first'));
    const ended: StoredDraft = { ...draft(2, ''), content: null, ended: 'discarded', editors: [] };
    await drafts().put(one, ended);
    expect(await drafts().get(one)).toEqual(ended);
    await expect(drafts().put(one, draft(1, 'begun anew'))).rejects.toThrow(DraftChanged);
    await drafts().put(one, draft(3, 'begun anew'));
    expect((await drafts().get(one))?.content?.body).toEqual({ words: 'begun anew' });
  });

  it('lists those that have not ended, of one kind and scope, page by page', async () => {
    const { company } = key();
    const of = (id: string, change: Partial<DraftKey> = {}): DraftKey => ({
      ...{ company, kind: 'workflow', id, scope: 'all' },
      ...change,
    });
    for (const id of ['b', 'a@east', 'c']) await drafts().put(of(id), draft(1, id));
    await drafts().put(of('b'), draft(2, 'again'));
    for (const other of [of('d', { scope: 'sites east' }), of('e', { kind: 'calendar' }), of('f', freshOne())])
      await drafts().put(other, draft(1, 'of others'));
    const list = async () => {
      const rows = [];
      let cursor: string | undefined;
      do {
        const page = await drafts().list(of(''), { limit: 2, ...(cursor && { cursor }) });
        rows.push(...page.rows);
        cursor = page.next ?? undefined;
      } while (cursor);
      return rows;
    };
    const row = (id: string, revision: number) => ({ id, revision, base: 1, author: 'li', at: nine });
    expect(await list()).toEqual([row('a@east', 1), row('b', 2), row('c', 1)]);
    await drafts().put(of('b'), { ...draft(3, ''), content: null, ended: 'published', editors: [] });
    expect(await list()).toEqual([row('a@east', 1), row('c', 1)]);
    await drafts().put(of('b'), draft(4, 'begun anew'));
    expect((await list()).map(({ id }) => id)).toEqual(['a@east', 'b', 'c']);
  });
});
const freshOne = () => ({ company: freshCompany() });
