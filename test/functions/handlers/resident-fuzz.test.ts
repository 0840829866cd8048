import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import { NewReport } from '#http/schemas/report';
import { createResidentDesk, type Posted, type ResidentDesk } from '#test/support/resident-desk';
import { aReport } from '#test/support/residents';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

let desk: ResidentDesk;
let receipt = '';
let cases = 0;
const errors: unknown[] = [];
/** A desk of its own now and then: lists in memory are slow when they are long. */
async function freshDesk(): Promise<void> {
  if (cases > 0) errors.push(...desk.ports.lines.filter(({ level }) => level === 'error'));
  desk = await createResidentDesk();
  const body = new URLSearchParams({ ...aReport, unit: '707', key: 'fuzzfuzzfuzz' }).toString();
  const { location } = await desk.call({ path: '/report/east-lake', method: 'POST', body });
  receipt = location?.split('?')[0] ?? '';
}
beforeAll(freshDesk);

const nasty = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '\ud800',
  '‮gnp.exe',
  '<script>alert(1)</script>',
  '%',
  '%ff',
  '__proto__',
  'constructor',
  "' OR 1=1 --",
  '1e999',
  'NaN',
  '-1',
  '业主',
  '１２０１',
  'x'.repeat(5_000),
);
const word = fc.oneof(nasty, fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }));
/** Mostly right, so that one wrong field is met by itself; now and then left out or anything. */
const field = (right: string) =>
  fc.oneof({ weight: 20, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constant(null) }, word);
const form = (fields: Record<string, fc.Arbitrary<string | null>>): fc.Arbitrary<string> =>
  fc.record(fields).map((values) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) if (value !== null) body.append(name, value);
    return body.toString();
  });

const reports = form({
  ...Object.fromEntries(Object.entries(aReport).map(([name, value]) => [name, field(value)])),
  place: fc.oneof(fc.constant(null), word),
  wants: fc.oneof(fc.constantFrom('heard', 'solution', null), word),
  key: fc.oneof(fc.stringMatching(/^[0-9a-z]{8,40}$/), word, fc.constant(null)),
  website: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, word),
});
const acts = form({
  act: fc.oneof(fc.constantFrom('nudge', 'information', 'verdict'), word),
  nonce: fc.oneof(word, fc.constant(null)),
  text: field('more'),
  verdict: fc.oneof(fc.constantFrom('solved', 'partly', 'notSolved'), word),
  score: fc.oneof(fc.constantFrom('1', '5'), word),
  opinion: field('left'),
});
const raw = fc.oneof(word, fc.string({ unit: 'binary', maxLength: 400 }), fc.constant('a='.repeat(40_000)));
const paths = fc.oneof(
  { weight: 6, arbitrary: fc.constant('/report/east-lake') },
  { weight: 5, arbitrary: fc.constant('RECEIPT') },
  word.map((name) => `/report/${name}`),
  word.map((token) => `/r/${token}`),
  fc.constantFrom('/report', '/r', '/report/', '/r/', '/', '', '/report/east-lake/more', '/r/a.b.c'),
);
const bodyFor = (path: string): fc.Arbitrary<string> =>
  fc.oneof({ weight: 4, arbitrary: path === 'RECEIPT' ? acts : reports }, raw);
const requests: fc.Arbitrary<Posted> = paths.chain((path) =>
  fc.record({
    path: fc.constant(path),
    method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'HEAD', 'PUT'),
    query: fc.dictionary(fc.constantFrom('b', 'lang', 'filed', 'uploaded', 'done', 'photo'), word),
    headers: fc.dictionary(fc.constantFrom('accept-language', 'x-forwarded-for', 'content-type'), word),
    body: bodyFor(path),
    isBase64Encoded: fc.boolean(),
  }),
);
const encoded = (posted: Posted): Posted => ({
  ...posted,
  path: posted.path === 'RECEIPT' ? receipt : posted.path,
  ...(posted.isBase64Encoded && { body: Buffer.from(posted.body ?? '').toString('base64') }),
});

/** What of a POST the schema takes, by itself. */
const acceptable = (body: string): boolean => {
  const posted = [...new URLSearchParams(body)].filter(([, value]) => value.trim() !== '');
  return NewReport.safeParse(Object.fromEntries(posted.toReversed())).success;
};

it('10,000 requests of any form: no 5xx, nothing stored that was refused, and GET stores nothing', async () => {
  let filed = 0;
  let refused = 0;
  let acted = 0;
  await fc.assert(
    fc.asyncProperty(requests, async (posted) => {
      cases += 1;
      if (cases % 500 === 0) await freshDesk();
      const before = desk.writes();
      const answer = await desk.call(encoded(posted));
      expect(answer.status).toBeGreaterThanOrEqual(200);
      expect(answer.status).toBeLessThan(500);
      expect(answer.html).not.toContain('<script');
      const stored = desk.writes() - before;
      const tookIt = answer.status === 303;
      expect(stored).toBeLessThanOrEqual(tookIt ? 1 : 0);
      if (answer.location?.includes('?done=')) acted += stored;
      if (posted.path === '/report/east-lake' && posted.method === 'POST') {
        if (tookIt) filed += 1;
        else refused += 1;
        if (tookIt) expect(acceptable(posted.body ?? '')).toBe(true);
      }
    }),
    { numRuns: 10_000 },
  );
  // Both happened often enough to mean something.
  expect(filed).toBeGreaterThan(400);
  expect(acted).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(500);
  await freshDesk();
  expect(errors).toEqual([]);
});
