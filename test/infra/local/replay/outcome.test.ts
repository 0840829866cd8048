import { expect, it } from 'vitest';
import type { Item } from '#domain/item';
import { outcomeOf, problemsIn } from '#local/replay/outcome';
import type { PlannedCase } from '#local/replay/plan';
import { complaint } from '#test/support/estate';

const planned = (key: string, at: number, end: PlannedCase['end'] = null): PlannedCase => ({
  key,
  at,
  end,
  body: { site: 'east-lake', category: 'cleaning', unit: key, description: key },
});
/** Items and timers as they would be found; effects pending: none. */
function found(items: Partial<Item>[], timers: string[]) {
  const stored = new Map(items.map((item) => [item.id, { ...complaint(0), number: `N-${item.id}`, ...item }]));
  return {
    clock: { now: () => 0 },
    ports: {
      items: { get: async (_company: string, id: string) => stored.get(id) ?? null },
      outbox: { stuck: async () => ({ rows: [], next: null }) },
    },
    runner: {
      async *timers() {
        for (const name of timers) yield { name, due: 1 };
      },
    },
  } as unknown as Parameters<typeof outcomeOf>[0];
}
const end = { at: 1, how: 'resolve' } as const;
const cases = [planned('a', 0), planned('b', 0, end), planned('c', 0, { at: 1, how: 'withdraw' })];
const accepted = new Map(cases.map(({ key }) => [key, key]));
const open = { id: 'a', epoch: 2 };
const closed = { id: 'b', status: 'closed', endedAt: 1 } as const;
const withdrawn = { id: 'c', status: 'withdrawn', endedAt: 1 } as const;

it('all is well: the open one has its one timer, the ended ones none', async () => {
  const outcome = await outcomeOf(found([open, closed, withdrawn], ['a-2', 'other-1']), 'demo', cases, accepted);
  expect(problemsIn(outcome)).toEqual([]);
  expect(Object.fromEntries(outcome.byStatus)).toEqual({ open: 1, closed: 1, withdrawn: 1 });
});

it.each([
  ['lost', [open, closed], ['a-2'], '1 lost: c'],
  ['without a timer', [open, closed, withdrawn], [], '1 with the wrong timers: N-a'],
  ['with two timers', [open, closed, withdrawn], ['a-1', 'a-2'], '1 with the wrong timers: N-a'],
  ['ended with a timer', [open, closed, withdrawn], ['a-2', 'b-1'], '1 with the wrong timers: N-b'],
  ['not ended', [open, closed, { id: 'c' }], ['a-2', 'c-1'], '1 not as the file says: N-c'],
] as [string, Partial<Item>[], string[], string][])('%s', async (_, items, timers, problem) => {
  expect(problemsIn(await outcomeOf(found(items, timers), 'demo', cases, accepted))).toEqual([problem]);
});
