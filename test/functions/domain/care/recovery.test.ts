import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { postsOf, recoveryProblem, type Standing, standingOf, type Wanted } from '#domain/care/recovery';
import { CareRules } from '#domain/care/rules';
import { careRulesProblems } from '#domain/care/rules-problems';
import { fenOf, Yuan, yuanWords } from '#domain/money';
import { organisation } from '#test/support/one-site';
import { defaultCare } from '#workflows/default-care';

const at = (person: string, building: string | null = 'b1') =>
  postsOf(person, { site: 'east-lake', building }, organisation);

test.each([
  ['steward-b1', 'b1', ['steward']],
  ['steward-b1', 'b2', []],
  ['steward-b1', null, []],
  ['customer-centre-clerk-a', 'b1', ['desk', 'handler']],
  ['repairer-a', 'b1', ['handler']],
  ['engineering-head', 'b1', ['head']],
  ['site-director', 'b1', ['director']],
  ['general-manager', 'b1', ['company']],
  ['nobody', 'b1', []],
])('%s decides in building %s as %j', (person, building, posts) => {
  expect(at(person, building)).toEqual(posts);
});

it('whoever holds several posts has the more generous of each', () => {
  expect(standingOf(defaultCare.recovery, ['desk', 'handler'])).toMatchObject({ upTo: 10_000, perMonth: 100_000 });
  expect(standingOf(defaultCare.recovery, ['desk', 'handler'])?.gestures.map(({ id }) => id)).toEqual([
    'fruit',
    'parking',
    'parts',
  ]);
  expect(standingOf(defaultCare.recovery, [])).toBeNull();
  expect(standingOf([], ['desk'])).toBeNull();
});

describe('money', () => {
  it.each([
    [0, true],
    [0.01, true],
    [19.99, true],
    [1.1, true],
    [0.001, false],
    [12.345, false],
    [-1, false],
    [Number.NaN, false],
    [1e9, false],
  ])('%s yuan: %s', (amount, ok) => {
    expect(Yuan.safeParse(amount).success).toBe(ok);
  });
  it('is whole fen whatever was typed, and reads as it was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (fen) => {
        const typed = Number(yuanWords(fen));
        expect(Yuan.safeParse(typed).success).toBe(true);
        expect(fenOf(typed)).toBe(fen);
      }),
    );
  });
});

const own: Standing = {
  upTo: 10_000,
  perMonth: 15_000,
  gestures: [{ id: 'fruit', name: { 'zh-CN': '果篮', en: 'Fruit' } }],
};
test.each<[string, Wanted, { spent: number; given: number }, unknown]>([
  ['a gesture alone', { gesture: 'fruit' }, { spent: 99_999, given: 99_999 }, null],
  ['all of it', { amount: 100 }, { spent: 0, given: 5_000 }, null],
  ['nothing', {}, { spent: 0, given: 0 }, { field: 'amount', code: 'amount_or_gesture' }],
  ['no amount', { amount: 0 }, { spent: 0, given: 0 }, { field: 'amount', code: 'amount_or_gesture' }],
  ['a gesture of others', { gesture: 'gold' }, { spent: 0, given: 0 }, { field: 'gesture', code: 'unknown_gesture' }],
  ['a fen too much', { amount: 100.01 }, { spent: 0, given: 0 }, { field: 'amount', code: 'above_case', left: 10_000 }],
  [
    'what others gave already',
    { amount: 80 },
    { spent: 3_000, given: 0 },
    { field: 'amount', code: 'above_case', left: 7_000 },
  ],
  [
    'what the month lacks',
    { amount: 60 },
    { spent: 0, given: 10_000 },
    { field: 'amount', code: 'above_month', left: 5_000 },
  ],
  [
    'more than a lower post',
    { amount: 1 },
    { spent: 90_000, given: 0 },
    { field: 'amount', code: 'above_case', left: 0 },
  ],
])('%s', (_, wanted, before, expected) => {
  expect(recoveryProblem(wanted, own, before)).toEqual(expected);
});

it('allowances are published once a post, and allow something', () => {
  const problems = (recovery: CareRules['recovery']) => careRulesProblems({ ...defaultCare, recovery });
  const gesture = { id: 'fruit', name: { 'zh-CN': '果篮', en: 'Fruit' } };
  expect(
    problems([
      { post: 'desk', upTo: 100, perMonth: 50, gestures: [gesture, gesture] },
      { post: 'desk', upTo: 0, perMonth: 0, gestures: [] },
    ]),
  ).toEqual([
    { path: ['recovery', 1, 'post'], code: 'already_used', value: 'desk' },
    { path: ['recovery', 0, 'gestures', 1, 'id'], code: 'already_used', value: 'fruit' },
    { path: ['recovery', 0, 'perMonth'], code: 'below_case' },
    { path: ['recovery', 1, 'upTo'], code: 'nothing_allowed' },
  ]);
  const { recovery: _, ...before } = defaultCare;
  expect(CareRules.parse(before).recovery).toEqual([]);
  expect(careRulesProblems(before as CareRules)).toEqual([]);
});
