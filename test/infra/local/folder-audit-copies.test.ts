import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type AuditLink, bySystem, nextLink } from '#domain/audit/link';
import { folderAuditCopies } from '#local/folder-audit-copies';
import { sha256 } from '#store/record';
import { temporaryFolder } from '#test/support/local-front';

const folder = temporaryFolder();
afterEach(folder.remove);
const entry = (id: string, n: number) =>
  ({
    ...({ kind: 'workflow', id, what: 'published', at: n, by: 'li', from: bySystem } as const),
    ...{ note: 'why', version: n, sites: null, subject: null },
  }) as const;
const chain = (id: string, length: number, links: AuditLink[] = []): AuditLink[] =>
  links.length === length
    ? links
    : chain(id, length, [...links, nextLink('demo', links.at(-1) ?? null, entry(id, links.length + 1), 'x', sha256)]);

test('links are kept once, in files nobody can write to, and read back in order', async () => {
  const copies = folderAuditCopies(folder.path);
  const [own, base] = [chain('complaint@east-lake', 11), chain('complaint', 2)];
  for (const link of [...own, ...base, ...base]) expect(await copies.put(link)).toBe('kept');
  expect(await copies.put({ ...(base[0] as AuditLink), by: 'wang' })).toBe('differs');
  expect(await copies.links('demo', { kind: 'workflow', id: 'complaint' })).toEqual(base);
  expect(await copies.links('demo', { kind: 'workflow', id: 'complaint@east-lake' })).toEqual(own);
  expect((await copies.chains('demo')).map(({ id }) => id)).toEqual(['complaint', 'complaint@east-lake']);
  expect(await copies.chains('another')).toEqual([]);
  expect(statSync(join(folder.path, 'demo/workflow/complaint/00000001.json')).mode & 0o222).toBe(0);
});

test('a name that would lead out of the folder is refused', async () => {
  const [link] = chain('complaint', 1);
  await expect(folderAuditCopies(folder.path).put({ ...(link as AuditLink), id: '../../elsewhere' })).rejects.toThrow(
    RangeError,
  );
});
