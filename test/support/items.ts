import type { Asked, Item } from '#domain/item';
import { elapsed } from '#domain/limit';
import type { Effect } from '#domain/workflow/effect';
import type { Entry } from '#domain/workflow/entry';
import type { Commit } from '#ports';

/** 2026-11-23 09:00 in Shanghai. */
export const nine = Date.UTC(2026, 10, 23, 1, 0);
export const minutes = (n: number) => n * 60_000;

/** A complaint that waits for two people; `version` 1, ready for a first commit. */
export function someItem(company: string, id: string, changes: Partial<Item> = {}): Item {
  return {
    id,
    company,
    kind: 'complaint',
    number: `EL-261123-${id}`,
    site: 'east-lake',
    building: 'b3',
    unit: '3-1-502',
    place: null,
    category: 'water-leak',
    department: 'engineering',
    severity: 'urgent',
    major: false,
    repeatOf: null,
    intake: {
      description: '卫生间漏水',
      since: null,
      alreadySaid: null,
      wants: 'solution',
      channel: 'phone',
      takenBy: null,
      reporter: { household: 'h1', name: '李小明', phone: null, email: null, language: 'zh-CN', preferredTime: null },
      photos: [],
    },
    workflow: { id: 'complaint', version: 1 },
    templates: null,
    forms: null,
    order: null,
    visit: null,
    origin: null,
    limits: { acknowledge: elapsed(15), reply: elapsed(60), resolve: elapsed(24 * 60) },
    createdAt: nine,
    version: 1,
    epoch: 1,
    status: 'assigned',
    step: 'handle',
    owner: 'wang',
    level: 0,
    raised: false,
    ask: askOf(nine + minutes(15), ['wang', 'zhao']),
    wait: null,
    clocks: {
      resolve: {
        startedAt: nine,
        limit: elapsed(24 * 60),
        deadline: nine + minutes(24 * 60),
        calendar: null,
        promised: null,
        metAt: null,
        missedAt: null,
        pauses: [],
      },
    },
    pause: null,
    calls: [],
    attempts: 0,
    verdict: null,
    joined: [],
    nudgedAt: null,
    reopened: 0,
    reopenedAt: null,
    promises: { kept: 0, broken: 0 },
    involved: [],
    fields: { floor: 5 },
    seq: 1,
    entered: 1,
    updatedAt: nine,
    endedAt: null,
    stuck: null,
    ...changes,
  };
}

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
