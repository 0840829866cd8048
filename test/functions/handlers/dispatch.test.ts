import type { DynamoDBRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { createDispatchHandler, type StreamWork } from '#handlers/dispatch';

const record = (SequenceNumber: string, work: StreamWork | null): DynamoDBRecord =>
  ({ dynamodb: { SequenceNumber }, work }) as unknown as DynamoDBRecord;
const effectsOf = (item: string): StreamWork => ({ what: 'effects', company: 'demo', item });

function setUp(carryOut: (item: string) => Promise<unknown> = async () => undefined) {
  const done: string[] = [];
  const failures: number[] = [];
  const handler = createDispatchHandler({
    read: (one) => [(one as unknown as { work: StreamWork | null }).work].filter((work) => work !== null),
    effects: async (_company, item) => {
      await carryOut(item);
      done.push(item);
    },
    deadlines: async (_company, calendar) => done.push(`deadlines ${calendar}`),
    plans: async (_company, kind, id) => done.push(`plan ${kind}/${id}`),
    armed: async ({ site, plan }) => done.push(`armed ${site}/${plan}`),
    arrange: async (_company, site) => done.push(`plans of ${site}`),
    metered: async (_company, site, asset) => done.push(`read ${site}/${asset}`),
    rates: async (_company, { type, id }) => done.push(`rates ${type}/${id}`),
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    metrics: { count: (_name, value) => failures.push(value) },
  });
  return { done, failures, handler: (Records: DynamoDBRecord[]) => handler({ Records }) };
}

it('carries out each item once a batch and leaves other rows alone', async () => {
  const { done, handler } = setUp();
  const calendar: StreamWork = { what: 'deadlines', company: 'demo', calendar: 'cn-office' };
  const plan: StreamWork = { what: 'plan', company: 'demo', kind: 'rosters', id: 'main' };
  const maintained: StreamWork[] = [
    { what: 'armed', company: 'demo', site: 'lake', plan: 'lifts' },
    { what: 'plans', company: 'demo', site: 'lake' },
    { what: 'read', company: 'demo', site: 'lake', asset: 'pump' },
    { what: 'rates', company: 'demo', type: 'item', id: 'w' },
  ];
  const works = [effectsOf('a'), null, effectsOf('b'), effectsOf('a'), calendar, plan, ...maintained];
  const answer = await handler(works.map((work, index) => record(`${index}`, work)));
  expect(answer).toEqual({ batchItemFailures: [] });
  const others = [
    'deadlines cn-office',
    'plan rosters/main',
    'armed lake/lifts',
    'plans of lake',
    'read lake/pump',
    'rates item/w',
  ];
  expect(done.sort()).toEqual(['a', 'b', ...others].sort());
});

it('works on several items side by side, eight at most', async () => {
  let now = 0;
  let most = 0;
  const { done, handler } = setUp(async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
  });
  await handler(Array.from({ length: 30 }, (_, n) => record(`${n}`, effectsOf(`i${n}`))));
  expect(most).toBe(8);
  expect(done).toHaveLength(30);
});

it('reports the first record that failed, though a later one failed earlier, and begins nothing more', async () => {
  const { done, failures, handler } = setUp(async (item) => {
    if (item === 'i2') throw new Error('at once');
    await new Promise((resolve) => setImmediate(resolve));
    if (item === 'i1') throw new Error('later');
  });
  const answer = await handler(Array.from({ length: 30 }, (_, n) => record(`${n}`, effectsOf(`i${n}`))));
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
  expect(failures).toEqual([1, 1]);
  expect(done.length).toBeLessThanOrEqual(7);
});
