import { expect, test } from 'vitest';
import { factsOfAsset, factsOfOrder, type RatedOrder, sameFacts } from '#domain/rate-facts';
import { asset } from '#test/support/assets';

const where = { area: 'south', person: 'repairer-a', kind: 'lift' };
const order = (change: Partial<RatedOrder> = {}): RatedOrder => ({
  openedAt: 10,
  ended: null,
  clock: null,
  planned: false,
  rework: false,
  inspected: false,
  declined: 0,
  lamps: null,
  ...change,
});
/** "timeliness 20 1/1" */
const said = (change: Partial<RatedOrder>) =>
  factsOfOrder(order(change), where).map(({ rate, at, hit, of }) => `${rate} ${at} ${hit}/${of}`);
const closed = { at: 40, status: 'closed' };

test.each<[string, Partial<RatedOrder>, string[]]>([
  ['an open repair', {}, ['rework 10 0/1']],
  ['a repair that came back', { rework: true }, ['rework 10 1/1']],
  ['planned work is no repair', { planned: true, rework: true }, []],
  ['finished in time', { planned: true, clock: { metAt: 20, missedAt: null } }, ['timeliness 20 1/1']],
  [
    'late and open: late on the day the limit passed',
    { planned: true, clock: { metAt: null, missedAt: 30 } },
    ['timeliness 30 0/1'],
  ],
  ['late and finished later: once', { planned: true, clock: { metAt: 35, missedAt: 30 } }, ['timeliness 30 0/1']],
  ['accepted and running', { planned: true, clock: { metAt: null, missedAt: null } }, []],
  ['closed without a check', { planned: true, ended: closed }, []],
  ['closed after the first check', { planned: true, inspected: true, ended: closed }, ['pass 40 1/1']],
  ['closed after the second check', { planned: true, inspected: true, declined: 1, ended: closed }, ['pass 40 0/1']],
  ['declined and not closed yet', { planned: true, inspected: true, declined: 1 }, []],
  [
    'withdrawn counts nowhere',
    {
      inspected: true,
      clock: { metAt: 40, missedAt: null },
      ended: { at: 40, status: 'withdrawn' },
      lamps: { lit: 1, total: 2, at: 5 },
    },
    [],
  ],
  [
    'withdrawn when it was late already',
    { clock: { metAt: 40, missedAt: 30 }, ended: { at: 40, status: 'withdrawn' } },
    ['timeliness 30 0/1'],
  ],
  ['invalid counts nowhere', { ended: { at: 40, status: 'invalid' } }, []],
  ['lamps', { planned: true, lamps: { lit: 18, total: 20, at: 25 } }, ['lighting 25 18/20']],
  ['more lit than there are', { planned: true, lamps: { lit: 21, total: 20, at: 25 } }, ['lighting 25 20/20']],
  ['no lamps at all', { planned: true, lamps: { lit: 0, total: 0, at: 25 } }, []],
])('%s', (_, change, facts) => {
  expect(said(change)).toEqual(facts);
});

test('facts carry what figures are told apart by', () => {
  expect(factsOfOrder(order(), where)).toEqual([{ rate: 'rework', at: 10, hit: 0, of: 1, ...where }]);
});

test.each([
  ['good', [1]],
  ['limited', [0]],
  ['outOfOrder', [0]],
  ['retired', []],
] as const)('a facility that is %s', (condition, hits) => {
  const facts = factsOfAsset(asset({ condition, responsible: null }), 'south');
  expect(facts.map(({ hit }) => hit)).toEqual(hits);
  for (const fact of facts)
    expect(fact).toMatchObject({ rate: 'condition', at: null, area: 'south', person: '', kind: 'lift' });
});

test('the same facts in another order are the same', () => {
  const facts = factsOfOrder(order({ clock: { metAt: 20, missedAt: null } }), where);
  expect(facts).toHaveLength(2);
  expect(sameFacts(facts, facts.toReversed())).toBe(true);
  expect(sameFacts(facts, facts.slice(1))).toBe(false);
  expect(
    sameFacts(
      facts,
      facts.map((fact) => ({ ...fact, person: 'repairer-b' })),
    ),
  ).toBe(false);
});
