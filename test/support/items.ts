import type { Asked, Item } from '#domain/item';
import type { Effect } from '#domain/workflow/effect';
import type { Entry } from '#domain/workflow/entry';
import type { Commit } from '#ports';
import { itemWith } from '#test/functions/domain/item-fixture';

/** 2026-11-23 09:00 in Shanghai. */
export const nine = Date.UTC(2026, 10, 23, 1, 0);
export const minutes = (n: number) => n * 60_000;

/** A complaint that waits for two people; `version` 1, ready for a first commit. */
export const someItem = (company: string, id: string, changes: Partial<Item> = {}): Item => {
  const plain = itemWith();
  const { intake, limits } = plain;
  return {
    ...plain,
    ...{ id, company, number: `EL-261123-${id}`, site: 'east-lake', unit: '3-1-502' },
    intake: {
      ...intake,
      description: '卫生间漏水',
      reporter: { ...intake.reporter, household: 'h1', name: '李小明' },
    },
    ...{ createdAt: nine, updatedAt: nine, version: 1, entered: 1 },
    ...{ status: 'assigned', step: 'handle', owner: 'wang', fields: { floor: 5 } },
    ask: askOf(nine + minutes(15), ['wang', 'zhao']),
    clocks: {
      resolve: {
        startedAt: nine,
        limit: limits.resolve,
        deadline: nine + minutes(24 * 60),
        calendar: null,
        promised: null,
        metAt: null,
        missedAt: null,
        pauses: [],
      },
    },
    ...changes,
  };
};

export const askOf = (due: number | null, people: readonly string[]): NonNullable<Item['ask']> => ({
  id: 1,
  level: 0,
  timer: 0,
  since: nine,
  asked: people.map((person): Asked => ({ person, level: 0, at: nine, reached: true, confirmed: false })),
  due,
  dueLimit: null,
  repeated: 0,
  reminder: null,
});

export const someEntry = (seq: number, at = nine): Entry => ({
  seq,
  at,
  by: 'system',
  step: 'handle',
  level: 0,
  type: 'asked',
  people: ['wang'],
  due: null,
  again: false,
});

export const wakeEffect = (item: string, seq: number): Effect => ({ type: 'wake', id: `${item}/${seq}` });

export const firstCommit = (item: Item, more: Partial<Commit> = {}): Commit => ({
  before: null,
  after: item,
  entries: [],
  effects: [],
  wakeAt: null,
  ...more,
});

/** The next decision on an item: version and time go on. */
export const nextCommit = (before: Item, changes: Partial<Item> = {}, more: Partial<Commit> = {}): Commit => ({
  before,
  after: { ...before, version: before.version + 1, updatedAt: before.updatedAt + minutes(1), ...changes },
  entries: [],
  effects: [],
  wakeAt: null,
  ...more,
});
