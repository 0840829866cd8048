import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCalendar } from '#domain/calendar';
import type { CalendarDocument } from '#domain/calendar-document';
import type { Item } from '#domain/item';
import type { Directory } from '#domain/organisation';
import type { Routing } from '#domain/routing';
import type { Instant } from '#domain/time';
import { advance } from '#domain/workflow/advance';
import type { Definition } from '#domain/workflow/definition';
import { wakeAt } from '#domain/workflow/due';
import type { Event } from '#domain/workflow/event';
import type { WorkflowFacts } from '#domain/workflow/run';
import { root } from './built.ts';

/** One event, and all that came of it. */
export interface GoldenTurn {
  now: Instant;
  event: Event;
  entries: unknown[];
  effects: unknown[];
  due: Instant | null;
  item: Pick<Item, 'step' | 'status' | 'level' | 'owner' | 'endedAt'>;
}
export interface GoldenHistory {
  name: string;
  /** As routed, before it was filed. */
  item: Item;
  turns: GoldenTurn[];
}
/** A released version of a workflow and lives it led: `<workflow>@<version>.json`, never changed once written. */
export interface Golden {
  workflow: string;
  version: number;
  definition: Definition;
  facts: { directory: Directory; calendar: CalendarDocument; routing: Routing };
  histories: GoldenHistory[];
}

const folder = join(root, 'test/golden');
const SUMS = join(folder, 'checksums.json');
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));

export const goldenFiles = (): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.includes('@'))
        .sort()
    : [];
export const readGolden = (file: string): Golden => JSON.parse(readFileSync(join(folder, file), 'utf8'));
export const checksum = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex');
export const checksums = (): Record<string, string> => (existsSync(SUMS) ? JSON.parse(readFileSync(SUMS, 'utf8')) : {});

/** Of the workflow; undefined: none was released yet. */
export const newestGolden = (workflow: string): Golden | undefined =>
  goldenFiles()
    .map(readGolden)
    .filter((one) => one.workflow === workflow)
    .sort((a, b) => b.version - a.version)[0];

/** Adds a file and its checksum; refuses where there is one already. */
export function addGolden(golden: Golden): void {
  mkdirSync(folder, { recursive: true });
  const file = `${golden.workflow}@${golden.version}.json`;
  const { histories, ...rest } = golden;
  const turns = (history: GoldenHistory) => history.turns.map((turn) => JSON.stringify(turn)).join(',\n');
  const lives = histories.map(
    ({ name, item, ...history }) =>
      `{"name":${JSON.stringify(name)},"item":${JSON.stringify(item)},"turns":[\n${turns({ name, item, ...history })}\n]}`,
  );
  writeFileSync(join(folder, file), `${JSON.stringify(rest).slice(0, -1)},"histories":[\n${lives.join(',\n')}\n]}\n`, {
    flag: 'wx',
  });
  writeFileSync(SUMS, `${JSON.stringify({ ...checksums(), [file]: checksum(file) }, null, 2)}\n`);
}

export const factsOf = ({ directory, calendar, routing }: Golden['facts']): WorkflowFacts => ({
  directory,
  calendar: compileCalendar(calendar, 'golden@1'),
  routing,
});

/** One event done to an item, told as a golden history tells it. */
export function turn(definition: Definition, before: Item, event: Event, now: Instant, facts: WorkflowFacts) {
  const { item, entries, effects } = advance(definition, before, event, now, facts);
  const { step, status, level, owner, endedAt } = item;
  const told: GoldenTurn = plain({
    now,
    event,
    entries,
    effects,
    due: wakeAt(item),
    item: { step, status, level, owner, endedAt },
  });
  return { item, told };
}
