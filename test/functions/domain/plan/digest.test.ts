import { expect, test } from 'vitest';
import { digested, MOST_SINGLE } from '#domain/plan/digest';
import type { Effect } from '#domain/workflow/effect';

const mail = (item: string, to: string, reason: 'asked' | 'informed' = 'asked'): Effect => ({
  ...{ type: 'mail', id: `${item}/1-${to}`, to, reason, template: 'asked', level: 0, step: 'accept' },
  ...{ ask: 1, due: 9, cause: 1 },
});
const order = (item: string, ...people: string[]) => ({
  item,
  effects: [{ type: 'start', id: `${item}/start`, epoch: 1 } as const, ...people.map((to) => mail(item, to))],
});
const shown = (effects: readonly Effect[]) =>
  effects.map((effect) =>
    effect.type === 'mail'
      ? `${effect.to}${effect.together ? ` with ${effect.together.map(({ item }) => item)}` : ''}`
      : effect.type,
  );

test('whoever would be asked more than three times at once hears of all in one mail, the others as ever', () => {
  const orders = [
    order('o1', 'li', 'wu'),
    order('o2', 'li'),
    order('o3', 'wu'),
    order('o4', 'li', 'wu'),
    order('o5', 'li'),
  ];
  expect(digested(orders).map(shown)).toEqual([
    ['start', 'li with o2,o4,o5', 'wu'],
    ['start'],
    ['start', 'wu'],
    ['start', 'wu'],
    ['start'],
  ]);
});

test('so many are each worth a mail, and what is no asking stays apart', () => {
  const few = Array.from({ length: MOST_SINGLE }, (_, n) => order(`o${n}`, 'li'));
  expect(digested(few)).toEqual(few.map(({ effects }) => effects));
  const told = Array.from({ length: MOST_SINGLE + 1 }, (_, n) => ({
    item: `o${n}`,
    effects: [mail(`o${n}`, 'li', 'informed')],
  }));
  expect(digested(told)).toEqual(told.map(({ effects }) => effects));
});

test('the others keep what a link on them needs', () => {
  const [first] = digested(['o1', 'o2', 'o3', 'o4'].map((item) => order(item, 'li')));
  const asking = first?.find((effect) => effect.type === 'mail');
  expect(asking?.type === 'mail' && asking.together?.[0]).toEqual({ item: 'o2', ask: 1, step: 'accept', due: 9 });
});
