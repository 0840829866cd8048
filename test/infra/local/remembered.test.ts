import { expect, it } from 'vitest';
import { rememberDocuments, rememberSuppressions } from '#local/remembered';
import type { Documents } from '#ports';
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
  });
  expect(await suppressions.isSuppressed('demo', 'a@x.example')).toBe(false);
  expect(await suppressions.isSuppressed('demo', 'A@x.example')).toBe(false);
  expect(reads).toBe(1);
  await suppressions.suppress('demo', 'a@x.example', 'no such mailbox', 0);
  expect(await suppressions.isSuppressed('demo', 'a@x.example')).toBe(true);
});
