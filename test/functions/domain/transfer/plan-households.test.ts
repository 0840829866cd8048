import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Household } from '#domain/household';
import type { SheetRow } from '#domain/table/columns';
import { buildingsNamed, fingerprint, type HouseholdFacts, planHouseholds } from '#domain/transfer/plan-households';

const text = (en: string) => ({ 'zh-CN': en, en });
const buildings = ['b1', 'b2'].map((id) => ({
  id,
  site: 'lake',
  name: text(id === 'b1' ? '1 栋' : '2 栋'),
  area: null,
  steward: null,
  handedOver: '2020-01-01',
}));
const heading = ['楼栋', '房号', '姓名', '关系', '电话', '邮箱', '语言'];
const cell = (...values: string[]) => fc.constantFrom('', ...values);
const rows = fc.array(
  fc.tuple(
    fc.constantFrom('1栋', 'b1', '2 栋', '9 栋', ''),
    fc.constantFrom('101', '3-1-502', '3 1 502', ''),
    cell('甲', '乙', '丙', '丁'),
    cell('业主', 'Tenant', '表亲'),
    cell('13900000001', '139 0000 0001', '021-5555 0100', '12'),
    cell('a@resident.example', 'nobody'),
    cell('中文', 'English'),
  ),
  { maxLength: 12 },
);
const sheetOf = (lines: readonly (readonly string[])[]): SheetRow[] =>
  [heading, ...lines].map((cells, index) => ({ line: index + 1, cells }));
const facts = (households: readonly Household[]): HouseholdFacts => ({
  site: 'lake',
  language: 'zh-CN',
  buildings,
  households,
});
/** The files after an import. */
function imported(households: readonly Household[], lines: readonly (readonly string[])[]): Household[] {
  const after = new Map(households.map((one) => [one.id, one]));
  for (const { household } of planHouseholds(sheetOf(lines), facts(households)).households)
    after.set(household.id, household);
  return [...after.values()];
}

it('imported once more, the same file changes nothing, and nobody is ever lost', () => {
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const before = imported([], first);
      const after = imported(before, second);
      const again = planHouseholds(sheetOf(second), facts(after));
      expect(again.households.filter(({ change }) => change !== 'same')).toEqual([]);
      for (const { id, members } of before) {
        const names = after.find((one) => one.id === id)?.members.map(({ name }) => name);
        expect(names?.slice(0, members.length)).toEqual(members.map(({ name }) => name));
      }
    }),
    { numRuns: 400 },
  );
});

it('each row is either planned or told, never both, and never neither', () => {
  fc.assert(
    fc.property(rows, (lines) => {
      const sheet = sheetOf(lines);
      const plan = planHouseholds(sheet, facts([]));
      const planned = new Set(plan.households.flatMap((one) => one.lines));
      const told = new Set(plan.problems.map(({ line }) => line));
      expect([...planned].filter((line) => told.has(line))).toEqual([]);
      const filled = sheet.slice(1).filter(({ cells }) => cells.some((one) => one !== ''));
      expect(plan.rows).toBe(filled.length);
      // What is neither belongs to a unit that waits for another row of it.
      for (const { line, cells } of filled) {
        if (planned.has(line) || told.has(line)) continue;
        const unit = (other: SheetRow) =>
          `${other.cells[0]}`.replace(/\s|栋|b/g, '') + `${other.cells[1]}`.replace(/\W/g, '');
        expect(filled.some((other) => told.has(other.line) && unit(other) === unit({ line, cells }))).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

it('one unit spelled in several ways is one household, and the same digits the same number', () => {
  const before = imported([], [['1栋', '3-1-502', '甲', '', '139 0000 0001', '', '']]);
  const plan = planHouseholds(
    sheetOf([
      ['b1', '3 1 502', '甲', '', '13900000001', '', ''],
      ['1 栋', '3-1-502', '乙', '租户', '', '', ''],
    ]),
    facts(before),
  );
  expect(plan.problems).toEqual([]);
  expect(plan.households).toHaveLength(1);
  expect(plan.households[0]?.household.members.map(({ name, phone, relation }) => [name, phone, relation])).toEqual([
    ['甲', '139 0000 0001', null],
    ['乙', null, 'tenant'],
  ]);
});

it('only the buildings a file names need be read', () => {
  expect(buildingsNamed(sheetOf([['2栋', '1', '甲', '', '', '', '']]), buildings)).toEqual(['b2']);
});

it('a fingerprint does not mind the order of fields', () => {
  const [one] = imported([], [['b1', '101', '甲', '', '', '', '']]);
  if (!one) throw new Error('it was planned');
  const turned = { ...one, members: one.members.map((member) => Object.fromEntries(Object.entries(member).reverse())) };
  expect(fingerprint(turned as Household)).toBe(fingerprint(one));
});
