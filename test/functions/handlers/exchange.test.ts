import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { routes } from '#http/routes';
import type { DocumentFile, ImportedDocument } from '#http/schemas/exchange';
import { createDemoApi } from '#test/support/demo-api';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
interface Plan {
  documents: ImportedDocument[];
  token: string;
  errors?: Record<string, string[]>;
}
let api: Api;
beforeEach(async () => {
  api = await createDemoApi();
});
const exported = async (as = 'administrator', documents?: string) =>
  api.call<DocumentFile>('GET', '/api/exports/documents', { as, ...(documents && { query: { documents } }) });
const check = (file: unknown, as = 'administrator') =>
  api.call<Plan>('POST', '/api/imports/documents/check', { as, body: { file } });
const apply = (file: unknown, chosen: string[], token: string, as = 'administrator') =>
  api.call<Plan>('POST', '/api/imports/documents', { as, body: { file, chosen, token, note: 'as elsewhere' } });
const states = ({ body }: { body: Plan }) => body.documents.map(({ kind, id, state }) => `${kind}/${id} ${state}`);
const edited = async (change: (documents: DocumentFile['documents']) => void) => {
  const { body } = await exported('administrator', 'workflow/complaint,routing/main');
  const file = structuredClone(body);
  change(file.documents);
  return file;
};

describe('documents as a file', () => {
  test('come back as they went: nothing to do', async () => {
    const { body: file } = await exported();
    expect(file).toMatchObject({ format: 'steward.documents', version: 1, company: 'demo' });
    expect(file.documents.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['workflow', 'routing', 'calendar']));
    // Whoever works here does not travel.
    expect(JSON.stringify(file)).not.toContain('@steward.example');
    expect(states(await check(file)).every((line) => line.endsWith(' same'))).toBe(true);
  });

  test('are shown with what they would change, and those chosen are published, saying where they came from', async () => {
    const file = await edited((documents) => {
      const [workflow, routing] = documents;
      if (!workflow || !routing) throw new Error('both were exported');
      Object.assign(workflow, { id: 'gentle' });
      Object.assign(routing, { body: { ...(routing.body as object), workflow: 'gentle' } });
    });
    const dry = await check(file);
    // Routing may name a workflow that comes with it.
    expect(states(dry)).toEqual(['workflow/gentle new', 'routing/main differs']);
    expect(dry.body.documents[1]?.current).toMatchObject({ workflow: 'complaint' });
    expect(await api.ports.documents.current('demo', 'workflow', 'gentle')).toBeNull();

    const done = await apply(file, ['workflow/gentle', 'routing/main'], dry.body.token);
    expect(done.body.documents).toEqual([
      { kind: 'workflow', id: 'gentle', version: 1 },
      { kind: 'routing', id: 'main', version: 2 },
    ]);
    const stored = await api.ports.documents.current('demo', 'workflow', 'gentle');
    expect(stored?.note).toBe('as elsewhere (demo, 2026-11-23)');
    const [link] = await api.ports.audit.links('demo', { kind: 'workflow', id: 'gentle' });
    expect(link?.from.channel).toBe('import');
    expect(states(await check(file))).toEqual(['workflow/gentle same', 'routing/main same']);
    expect((await apply(file, ['workflow/gentle'], dry.body.token)).status).toBe(409);
  });

  test('that would not work are refused with their reasons, and the others can still be taken', async () => {
    const file = await edited((documents) => {
      const [workflow] = documents;
      const body = structuredClone(workflow?.body) as { calls: { to: unknown[] } };
      body.calls.to = [{ kind: 'person', person: 'nobody' }];
      if (workflow) workflow.body = body;
    });
    const dry = await check(file);
    expect(states(dry)).toEqual(['workflow/complaint refused', 'routing/main same']);
    expect(dry.body.documents[0]?.problems[0]).toMatchObject({ path: 'calls.to' });
    expect(dry.body.documents[0]?.body).toBeNull();
    expect((await apply(file, ['workflow/complaint'], dry.body.token)).status).toBe(422);
  });

  test("are read and written by who may: a site's own version by its manager, the company's by an admin", async () => {
    const file = await edited((documents) => {
      for (const one of documents) one.id = `${one.id}@east-lake`;
    });
    expect(states(await check(file, 'site-director'))).toEqual([
      'workflow/complaint@east-lake new',
      'routing/main@east-lake new',
    ]);
    expect(states(await check(file, 'west-manager')).every((line) => line.endsWith('refused'))).toBe(true);
    const company = await edited(() => {});
    expect(states(await check(company, 'site-director')).every((line) => line.endsWith('refused'))).toBe(true);
    const dry = await check(file, 'site-director');
    await apply(file, ['routing/main@east-lake'], dry.body.token, 'site-director');
    expect((await exported('site-director', 'routing/main@east-lake')).status).toBe(200);
    expect((await exported('west-manager', 'routing/main@east-lake')).status).toBe(404);
    for (const as of ['repairer-a', 'customer-centre-clerk-a']) expect((await exported(as)).status).toBe(403);
  });
});

describe('a file from outside', () => {
  const one = () => routes.checkDocumentImport.example().file;

  test.each<[string, (file: ReturnType<typeof one>) => unknown, number]>([
    ['of another format', (file) => ({ ...file, format: 'something.else' }), 422],
    ['of a later version', (file) => ({ ...file, version: 2 }), 422],
    ['with nothing in it', (file) => ({ ...file, documents: [] }), 422],
    ['with the staff in it', (file) => ({ ...file, documents: [{ ...file.documents[0], kind: 'organisation' }] }), 422],
    ['with too many documents', (file) => ({ ...file, documents: Array(51).fill(file.documents[0]) }), 422],
    ['with a document twice', (file) => ({ ...file, documents: Array(2).fill(file.documents[0]) }), 422],
    ['that is a list', (file) => [file], 422],
  ])('%s is refused', async (_, change, status) => expect((await check(change(one()))).status).toBe(status));

  test('with keys that reach for prototypes, or too large, is refused before it is looked at', async () => {
    const text = JSON.stringify({ file: one() });
    const send = (body: string) =>
      api.call('POST', '/api/imports/documents/check', {
        as: 'administrator',
        body,
        headers: { 'Content-Type': 'application/json' },
      });
    expect((await send(text.replace('"week"', '"__proto__":{"polluted":1},"week"'))).status).toBe(400);
    expect((await send(`{"file":"${'x'.repeat(4_000_000)}"}`)).status).toBe(413);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('with anything for a body, under any name, is answered and stores nothing', async () => {
    const kinds = fc.constantFrom('calendar', 'workflow', 'templates', 'forms', 'routing');
    const ids = fc.oneof(fc.constantFrom('main', 'complaint', 'main@east-lake', '../x', '@', 'a@b@c'), fc.string());
    const before = (await api.ports.documents.heads('demo')).length;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(kinds, ids, fc.jsonValue({ maxDepth: 6 })), { minLength: 1, maxLength: 4 }),
        async (all) => {
          const documents = all.map(([kind, id, body]) => ({ ...one().documents[0], kind, id, body }));
          const answer = await check({ ...one(), documents });
          expect([200, 400, 413, 422]).toContain(answer.status);
          if (answer.status === 200) expect(answer.body.documents.every(({ state }) => state === 'refused')).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
    expect((await api.ports.documents.heads('demo')).length).toBe(before);
  });
});
