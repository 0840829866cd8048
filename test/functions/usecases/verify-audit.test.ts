import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type AuditLink, nextLink } from '#domain/audit/link';
import { createMemoryPorts } from '#test/support/memory-ports';
import { createVerifyAudit, type Lag } from '#usecases/verify-audit';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const chain = { kind: 'rosters', id: 'main' };

/** Three versions, copied as they were. What a test changes afterwards is what somebody did behind its back. */
async function lived() {
  const { documents, audit, suppressions } = createMemoryPorts(0);
  const rosters = { ...chain, kind: 'rosters' as const, author: 'li', body: { rosters: [] } };
  for (let n = 0; n < 3; n++) await documents.publish('demo', { ...rosters, at: n, note: `n${n}` }, n);
  await suppressions.suppress('demo', 'a@x.example', '550', 1, 'lake');
  await suppressions.lift('demo', 'lake', 'a@x.example', { by: 'li', at: 4, from: { channel: 'panel', client: null } });
  const copied = new Map<string, AuditLink[]>();
  for (const one of await audit.chains('demo'))
    copied.set(`${one.kind}/${one.id}`, structuredClone(await audit.links('demo', one)));
  const table = new Map(structuredClone([...copied]));
  const listed = (from: Map<string, AuditLink[]>) => ({
    chains: async () =>
      [...from.keys()].map((name) => {
        const [kind = '', id = ''] = name.split('/');
        return { kind, id };
      }),
    links: async (_company: string, { kind, id }: { kind: string; id: string }) => from.get(`${kind}/${id}`) ?? [],
  });
  const ports = { documents: { ...documents }, audit: { ...audit, ...listed(table) }, copies: listed(copied), digest };
  return { table, copied, ports, verify: (lag: Lag | null = null) => createVerifyAudit(ports, lag)('demo') };
}
const linksOf = (of: Map<string, AuditLink[]>) => of.get('rosters/main') ?? [];

describe('verifying the log of changes', () => {
  test('finds everything as it was written', async () => {
    const { verify } = await lived();
    expect(await verify()).toEqual({ chains: 2, links: 4, waiting: 0, findings: [] });
  });

  test('waits for copies of what was written lately, and for no others', async () => {
    const { verify, copied, table } = await lived();
    linksOf(copied).pop();
    expect(await verify({ now: 2 + 9, ms: 10 })).toMatchObject({ waiting: 1, findings: [] });
    expect(await verify({ now: 2 + 10, ms: 10 })).toMatchObject({
      waiting: 0,
      findings: [{ seq: 3, why: 'notInCopy' }],
    });
    linksOf(copied).pop();
    expect((await verify({ now: 2, ms: 10 })).waiting).toBe(2);
    // One of the two is too old to be without a copy.
    expect((await verify({ now: 1 + 10, ms: 10 })).findings).toEqual([{ ...chain, seq: 2, why: 'notInCopy' }]);
    Object.assign(linksOf(table)[2] ?? {}, { by: 'wang' });
    expect((await verify({ now: 2, ms: 10 })).findings).toEqual([{ ...chain, seq: 3, why: 'changed' }]);
  });

  test.each<[string, (world: Awaited<ReturnType<typeof lived>>) => void, object]>([
    [
      'a row that was changed',
      ({ table }) => Object.assign(linksOf(table)[1] ?? {}, { by: 'wang' }),
      { seq: 2, why: 'changed' },
    ],
    ['a row that is gone from the end', ({ table }) => linksOf(table).pop(), { seq: 3, why: 'notInTable' }],
    [
      'a whole chain that is gone, with its documents',
      ({ table, ports }) => {
        table.delete('rosters/main');
        ports.documents.heads = async () => [];
      },
      { seq: 1, why: 'notInTable' },
    ],
    ['a copy that is gone', ({ copied }) => linksOf(copied).pop(), { seq: 3, why: 'notInCopy' }],
    [
      'a chain that was written anew',
      ({ table }) => {
        const anew: AuditLink[] = [];
        for (const { after, hash: _, ...link } of linksOf(table))
          anew.push(nextLink('demo', anew.at(-1) ?? null, { ...link, by: 'wang' }, after ?? undefined, digest));
        table.set('rosters/main', anew);
      },
      { seq: 1, why: 'differsFromCopy' },
    ],
    [
      'a version that was changed after it was published',
      ({ ports }) => {
        const { version } = ports.documents;
        const changed = async (...asked: Parameters<typeof version>) => {
          const found = await version(...asked);
          return found && { ...found, author: 'wang' };
        };
        ports.documents.version = changed as typeof version;
      },
      { seq: 1, why: 'versionDiffers' },
    ],
    [
      'a version that is gone',
      ({ ports }) => {
        ports.documents.version = async () => null;
      },
      { seq: 1, why: 'versionMissing' },
    ],
    [
      'a version that nobody recorded',
      ({ ports }) => {
        const { heads } = ports.documents;
        ports.documents.heads = async (company) => (await heads(company)).map((head) => ({ ...head, version: 4 }));
      },
      { seq: 4, why: 'unaudited' },
    ],
  ])('finds %s', async (_, tamper, finding) => {
    const world = await lived();
    tamper(world);
    expect((await world.verify()).findings).toEqual([{ ...chain, ...finding }]);
  });
});
