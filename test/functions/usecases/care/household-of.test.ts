import { expect, it } from 'vitest';
import type { Item } from '#domain/item';
import { someItem } from '#test/support/items';
import { householdOf } from '#usecases/care/household-of';

const home = { site: 'east-lake', building: 'b57', unit: '3 1 502' };
const item = (changes: Partial<Item>): Item => {
  const made = someItem('demo', 'i1', { ...home, ...changes });
  return { ...made, intake: { ...made.intake, reporter: { ...made.intake.reporter, household: null } } };
};

it('work in a flat leads to its home, however many buildings have a flat of that number', () => {
  expect(householdOf(item({ kind: 'workOrder' }))).toBe('east-lake-b57-3-1-502');
  expect(householdOf(item({ kind: 'workOrder', unit: null }))).toBeNull();
  expect(householdOf(item({ kind: 'complaint' }))).toBeNull();
});
