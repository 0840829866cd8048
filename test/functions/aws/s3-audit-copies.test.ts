import { S3ServiceException } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { type AuditLink, bySystem, nextLink } from '#domain/audit/link';
import { sha256 } from '#store/record';
import { s3AuditCopies } from '../../../functions/aws/s3-audit-copies.ts';

const entry = { kind: 'workflow', id: 'complaint', what: 'published', by: 'li', from: bySystem } as const;
const links: AuditLink[] = [];
for (let n = 1; n <= 3; n++)
  links.push(
    nextLink(
      'demo',
      links.at(-1) ?? null,
      { ...entry, at: n, note: 'why', version: n, sites: null, subject: null },
      'x',
      sha256,
    ),
  );

/** A bucket that takes conditional puts and lists two keys a page. */
function bucket() {
  const objects = new Map<string, string>();
  const send = async ({
    constructor: { name },
    input,
  }: {
    constructor: { name: string };
    input: Record<string, string>;
  }) => {
    const { Key = '', Body = '', Prefix = '', ContinuationToken } = input;
    if (name === 'PutObjectCommand') {
      if (input.IfNoneMatch !== '*') throw new Error('a put without condition would write over a copy');
      if (objects.has(Key))
        throw new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata: {} });
      objects.set(Key, Body);
      return {};
    }
    if (name === 'GetObjectCommand') return { Body: { transformToString: async () => objects.get(Key) } };
    const keys = [...objects.keys()].filter((key) => key.startsWith(Prefix)).sort();
    const from = Number(ContinuationToken ?? 0);
    const next = from + 2 < keys.length ? String(from + 2) : undefined;
    return { Contents: keys.slice(from, from + 2).map((one) => ({ Key: one })), NextContinuationToken: next };
  };
  return { objects, copies: s3AuditCopies({ send } as never, 'copies') };
}

test('links are put once, found page by page, and never written over', async () => {
  const { objects, copies } = bucket();
  for (const link of [...links, ...links]) expect(await copies.put(link)).toBe('kept');
  expect(await copies.put({ ...(links[1] as AuditLink), by: 'wang' })).toBe('differs');
  expect([...objects.keys()][0]).toBe('demo/workflow/complaint/00000001.json');
  expect(await copies.chains('demo')).toEqual([{ kind: 'workflow', id: 'complaint' }]);
  expect(await copies.links('demo', { kind: 'workflow', id: 'complaint' })).toEqual(links);
});
