import { beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { overrideId } from '#domain/document-id';
import { elapsed } from '#domain/limit';
import { DAY, HOUR, MINUTE } from '#domain/time';
import type { Definition, Step } from '#domain/workflow/definition';
import type { InFlight, Moved, MovePreviews } from '#http/schemas/impact';
import { createDemoApi } from '#test/support/demo-api';
import { defaultComplaint } from '#workflows/default-complaint';

type Api = Awaited<ReturnType<typeof createDemoApi>>;
type Refusal = { message: string; errors?: Record<string, string[]> };
let api: Api;
const as = 'site-director';
const base = '/api/workflows/complaint';

/** Half an hour for every level of the first asking. */
const hurried: Definition = {
  ...defaultComplaint,
  steps: defaultComplaint.steps.map(
    (step): Step =>
      step.id === 'accept' && step.type === 'ask'
        ? { ...step, levels: step.levels.map((level) => ({ ...level, within: elapsed(30) })) }
        : step,
  ),
};
/** Those who stand there have no step any more. */
const withoutAccept: Definition = {
  ...defaultComplaint,
  steps: defaultComplaint.steps.flatMap((step): Step[] =>
    step.id === 'accept' ? [] : [JSON.parse(JSON.stringify(step).replaceAll('"next":"accept"', '"next":"handle"'))],
  ),
};

const file = async (unit: string, headers = {}) => {
  const body = {
    site: 'east-lake',
    category: 'corridor-light',
    building: 'b1',
    unit,
    description: '灯',
    channel: 'phone',
  };
  return (await api.call<{ id: string }>('POST', '/api/complaints', { body, headers })).body.id;
};
const publish = (body: Definition, id = 'complaint', expected = 1) =>
  api.ports.documents.publish(
    'demo',
    { kind: 'workflow', id, body, author: 'system', at: api.ports.clock.now(), note: 'test' },
    expected,
  );
const open = (who = as, id = 'complaint') =>
  api.call<InFlight & Refusal>('GET', `/api/workflows/${id}/open`, { as: who });
const preview = (body: object, who = as) =>
  api.call<z.infer<typeof MovePreviews> & Refusal>('POST', `${base}/moves/preview`, {
    as: who,
    body,
    headers: { 'accept-language': 'en' },
  });
const move = (body: object, who = as, id = 'complaint') =>
  api.call<z.infer<typeof Moved> & Refusal>('POST', `/api/workflows/${id}/moves`, {
    as: who,
    body,
    headers: { 'accept-language': 'en' },
  });
const stored = (id: string) => api.ports.items.get('demo', id);

let first: string;
let second: string;
beforeEach(async () => {
  api = await createDemoApi();
  first = await file('1201');
  second = await file('802');
  api.ports.setNow(api.ports.clock.now() + 5 * MINUTE);
});

test('open ones by version, step and level; those that moved make a group of their own', async () => {
  await publish(hurried);
  expect((await move({ version: 2, items: [second], step: null })).body).toEqual({ moved: 1, left: [] });
  const third = await file('401');
  const { body } = await open();
  const label = { 'zh-CN': '等待响应', en: 'Acknowledge' };
  const group = (version: number, ids: string[]) => ({
    workflow: { id: 'complaint', version },
    step: 'accept',
    label,
    level: 0,
    items: ids.map((id) => expect.objectContaining({ id, site: 'east-lake' })),
  });
  expect(body.more).toBe(false);
  expect(body.version).toBe(2);
  expect(body.groups.map(({ items, ...one }) => ({ ...one, items: items.length }))).toEqual([
    { ...group(2, []), items: 2 },
    { ...group(1, []), items: 1 },
  ]);
  expect(body.groups[1]).toEqual(group(1, [first]));
  expect(new Set(body.groups[0]?.items.map(({ id }) => id))).toEqual(new Set([second, third]));
});

test('a preview of a draft: old and new deadlines, next mails, and nothing is stored', async () => {
  const before = await stored(first);
  const { body, status } = await preview({ items: [first, second], step: null, draft: hurried });
  expect(status).toBe(200);
  expect(body.data).toHaveLength(2);
  expect(body.data[0]).toEqual({
    item: { id: first, number: before?.number, site: 'east-lake' },
    refused: null,
    outlook: {
      before: {
        step: 'accept',
        due: '2026-11-23T07:30:00Z',
        next: { at: '2026-11-23T07:30:00Z', people: ['engineering-head'], resident: false },
      },
      after: {
        step: 'accept',
        due: '2026-11-23T02:30:00Z',
        next: { at: '2026-11-23T02:30:00Z', people: ['engineering-head'], resident: false },
      },
      now: null,
    },
  });
  const gone = await preview({ items: [first], step: null, draft: withoutAccept });
  expect(gone.body.data[0]).toMatchObject({ outlook: null, refused: { why: 'noStep', message: /Choose where/ } });
  const to = await preview({ items: [first], step: 'handle', draft: withoutAccept });
  expect(to.body.data[0]).toMatchObject({
    refused: null,
    outlook: { after: { step: 'handle' }, now: { people: ['repairer-a'] } },
  });
  expect(await stored(first)).toEqual(before);
  expect((await preview({ items: [first], step: null, draft: { steps: [] } })).status).toBe(422);
  expect((await preview({ items: [], step: null })).status).toBe(422);
});

test('a move: pinned anew, on the timeline by name, in the log once a site, and once however often it is said', async () => {
  await publish(hurried);
  const links = async () => (await api.ports.audit.changes('demo', { sites: null }, {})).rows;
  const logged = (await links()).length;
  const all = { version: 2, items: [first, second], step: null };
  expect((await move(all)).body).toEqual({ moved: 2, left: [] });
  const item = await stored(first);
  expect(item).toMatchObject({ workflow: { id: 'complaint', version: 2 }, step: 'accept' });
  const { rows } = await api.ports.items.timeline('demo', first, { limit: 100 });
  expect(rows.at(-1)).toMatchObject({ type: 'moved', by: as, from: 1, to: 2 });
  expect((await links()).slice(0, (await links()).length - logged)).toMatchObject([
    {
      kind: 'workflow',
      id: 'complaint',
      what: 'moved',
      by: as,
      version: null,
      sites: ['east-lake'],
      moved: { items: 2, to: 2 },
    },
  ]);

  const again = await move(all);
  expect(again.body).toMatchObject({
    moved: 0,
    left: [{ refused: { why: 'already' } }, { refused: { why: 'already' } }],
  });
  expect(await stored(first)).toEqual(item);
  expect((await links()).length).toBe(logged + 1);
  const log = await api.call<{ data: { what: string; moved?: unknown }[] }>('GET', '/api/audit', { as });
  expect(log.body.data[0]).toMatchObject({ what: 'moved', note: null, moved: { items: 2, to: 2, site: 'east-lake' } });
});

test('what has no place stays where it is, with the reason; the step chosen must be in the version in force', async () => {
  await publish(withoutAccept);
  await api.call('POST', `/api/complaints/${second}/actions/withdraw`, { body: { reason: '撤回' } });
  const before = await stored(first);
  const { body } = await move({ version: 2, items: [first, second], step: null });
  expect(body.moved).toBe(0);
  expect(body.left.map(({ refused }) => refused.why).sort()).toEqual(['ended', 'noStep']);
  expect(await stored(first)).toEqual(before);
  const wrong = await move({ version: 2, items: [first], step: 'nowhere' });
  expect(wrong.status).toBe(422);
  expect(Object.keys(wrong.body.errors ?? {})).toEqual(['step']);
  expect((await move({ version: 2, items: [first], step: 'handle' })).body.moved).toBe(1);
  expect(await stored(first)).toMatchObject({ step: 'handle', owner: before?.owner });
});

test('to the version that was shown only: a newer one is in force by now', async () => {
  await publish(hurried);
  await publish(defaultComplaint, 'complaint', 2);
  expect((await move({ version: 2, items: [first], step: null })).status).toBe(409);
  expect(await stored(first)).toMatchObject({ workflow: { version: 1 } });
});

test("where a site has a version of its own, open ones go there and not to the company's", async () => {
  const own = overrideId('complaint', 'east-lake');
  await publish(hurried, own, 0);
  expect((await move({ version: 1, items: [first], step: null })).body.left).toMatchObject([
    { refused: { why: 'otherWorkflow' } },
  ]);
  expect((await open()).body.groups).toEqual([]);
  expect((await open(as, own)).body).toMatchObject({
    version: 1,
    groups: [{ workflow: { id: 'complaint', version: 1 } }],
  });
  expect((await move({ version: 1, items: [first], step: null }, as, own)).body.moved).toBe(1);
  expect(await stored(first)).toMatchObject({ workflow: { id: own, version: 1 } });
});

test('managers of the site and admins only; nobody learns of items at foreign sites', async () => {
  await publish(hurried);
  const before = await stored(first);
  for (const who of ['auditor', 'customer-centre-clerk-a', 'repairer-a']) {
    expect((await open(who)).status).toBe(403);
    expect((await preview({ items: [first], step: null }, who)).status).toBe(403);
    expect((await move({ version: 2, items: [first], step: null }, who)).status).toBe(403);
  }
  const foreign = await open('west-manager');
  expect(foreign.body).toEqual({ version: 2, groups: [], more: false });
  for (const answer of [
    await preview({ items: [first], step: null }, 'west-manager'),
    await move({ version: 2, items: [first], step: null }, 'west-manager'),
  ]) {
    expect(answer.status).toBe(403);
    expect(JSON.stringify(answer.body)).not.toMatch(/1201|EL-/);
  }
  expect(await stored(first)).toEqual(before);
  expect((await move({ version: 2, items: ['nothing'], step: null })).status).toBe(404);
  expect((await move({ version: 2, items: [first], step: null }, 'administrator')).body.moved).toBe(1);
});

test('rows stored before lists told the version are asked themselves', async () => {
  const { items } = api.ports;
  const list = items.open;
  items.open = async (...asked) => {
    const page = await list(...asked);
    return { ...page, rows: page.rows.map(({ workflow: _workflow, ...row }) => row) };
  };
  api.ports.setNow(api.ports.clock.now() + DAY + HOUR);
  expect((await open()).body.groups).toMatchObject([{ workflow: { id: 'complaint', version: 1 }, step: 'accept' }]);
});
