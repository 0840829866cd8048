import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuditEntry, type AuditLink, bySystem, firstBreak, firstDifference, nextLink } from '#domain/audit/link';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const chain = { kind: 'workflow', id: 'complaint' };
const entry = (n: number): AuditEntry => ({
  ...chain,
  what: 'published',
  at: 1_000 + n,
  by: 'li',
  from: bySystem,
  note: `change ${n}`,
  version: n,
  sites: null,
  subject: null,
});
const written = (length: number, company = 'demo'): AuditLink[] => {
  const links: AuditLink[] = [];
  for (let n = 1; n <= length; n++)
    links.push(nextLink(company, links.at(-1) ?? null, entry(n), n % 3 === 0 ? undefined : digest(String(n)), digest));
  return links;
};
const broken = (links: readonly AuditLink[]) => firstBreak('demo', chain, links, digest);

/** Anything somebody with the table in hand might write into one field of a link. */
const forged: fc.Arbitrary<Partial<AuditLink>> = fc.oneof(
  fc.record({ note: fc.string() }),
  fc.record({ by: fc.string() }),
  fc.record({ at: fc.nat() }),
  fc.record({ after: fc.string() }),
  fc.record({ before: fc.string() }),
  fc.record({ prev: fc.string() }),
  fc.record({ hash: fc.string() }),
  fc.record({ seq: fc.nat() }),
  fc.record({ version: fc.nat() }),
  fc.record({ sites: fc.array(fc.string()) }),
  fc.record({ kind: fc.constant('routing') }),
  fc.record({ company: fc.constant('other') }),
  fc.record({ from: fc.record({ channel: fc.constant('panel' as const), client: fc.string() }) }),
  fc.record({ subject: fc.string() }),
);

describe('a chain of the log of changes', () => {
  test('is whole as it was written, and each link goes on where the one before ended', () => {
    const links = written(7);
    expect(broken(links)).toBeNull();
    expect(links.map(({ before }) => before)).toEqual([null, ...links.slice(0, -1).map(({ after }) => after)]);
    // A change that made no version leaves the document as it was.
    expect(links[2]?.after).toBe(links[1]?.after);
    expect(broken([])).toBeNull();
  });

  test('tells of any field that was changed, at its link', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), forged, (length, pick, change) => {
        const links = written(length);
        const index = pick % length;
        const link = links[index];
        if (!link) throw new Error('there is one');
        const tampered = { ...link, ...change };
        fc.pre(JSON.stringify(tampered) !== JSON.stringify(link));
        links[index] = tampered;
        expect(broken(links)?.seq).toBe(index + 1);
      }),
    );
  });

  test('tells of a changed link whose own hash was made anew, at the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), fc.string(), (length, pick, note) => {
        const links = written(length);
        const index = pick % (length - 1);
        const [before = null, link] = [index > 0 ? links[index - 1] : null, links[index]];
        if (!link) throw new Error('there is one');
        fc.pre(note !== link.note);
        links[index] = nextLink('demo', before, { ...entry(index + 1), note }, link.after ?? undefined, digest);
        expect(broken(links)).toEqual({ seq: index + 2, why: 'unlinked' });
      }),
    );
  });

  test('tells of links taken away before its end, put in, and exchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), fc.nat(), (length, a, b) => {
        const links = written(length);
        const [first, second] = [a % length, b % length];
        if (first < length - 1) expect(broken(links.filter((_, index) => index !== first))?.seq).toBe(first + 1);
        const other = links[second];
        if (!other) throw new Error('there is one');
        expect(broken(links.toSpliced(first, 0, other))).not.toBeNull();
        if (first !== second) {
          const exchanged = links.with(first, other).with(second, links[first] ?? other);
          expect(broken(exchanged)?.seq).toBe(Math.min(first, second) + 1);
        }
      }),
    );
  });

  test('is compared with its copy: links gone at its end, and a whole chain made anew', () => {
    const links = written(4);
    expect(firstDifference(links, written(4))).toBeNull();
    expect(firstDifference(links.slice(0, 3), links)).toEqual({ seq: 4, why: 'notInTable' });
    expect(firstDifference(links, links.slice(0, 2))).toEqual({ seq: 3, why: 'notInCopy' });
    const anew: AuditLink[] = [];
    for (let n = 1; n <= 4; n++)
      anew.push(nextLink('demo', anew.at(-1) ?? null, { ...entry(n), by: 'somebody else' }, undefined, digest));
    expect(broken(anew)).toBeNull();
    expect(firstDifference(anew, links)).toEqual({ seq: 1, why: 'differsFromCopy' });
  });
});
