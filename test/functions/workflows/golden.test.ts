import { describe, expect, it } from 'vitest';
import type { Definition } from '#domain/workflow/definition';
import { directory } from '#test/support/estate';
import {
  addGolden,
  checksum,
  checksums,
  factsOf,
  goldenFiles,
  newestGolden,
  readGolden,
  turn,
} from '#test/support/golden';
import { recorded } from '#test/support/golden-script';
import { defaultCalendar } from '#workflows/default-calendar';
import { defaultComplaint } from '#workflows/default-complaint';
import { defaultRouting } from '#workflows/default-routing';
import { defaultWorkOrder } from '#workflows/default-work-order';
import { gallery } from '#workflows/gallery/gallery';

/** Whatever a company may have begun with. The standard template is the default workflow itself. */
const released: [string, Definition][] = [
  ['complaint', defaultComplaint],
  ['work-order', defaultWorkOrder],
  ...gallery
    .filter(({ definition }) => definition !== defaultComplaint)
    .map(({ id, definition }): [string, Definition] => [id, definition]),
];
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

/**
 * `UPDATE_GOLDEN=1 npx vitest run test/functions/workflows/golden.test.ts` adds a version for each definition that is
 * not the newest one stored. It never touches a stored one: items in flight run on those for as long as they live.
 */
if (process.env.UPDATE_GOLDEN === '1')
  for (const [workflow, definition] of released) {
    const newest = newestGolden(workflow);
    if (newest && JSON.stringify(newest.definition) === JSON.stringify(definition)) continue;
    const facts = { directory, calendar: defaultCalendar, routing: defaultRouting };
    const next = plain({ workflow, version: (newest?.version ?? 0) + 1, definition, facts });
    addGolden({ ...next, histories: recorded(next) });
  }

describe('golden histories', () => {
  it('are those that were stored: none changed, none lost', () => {
    expect(Object.fromEntries(goldenFiles().map((file) => [file, checksum(file)]))).toEqual(checksums());
  });

  it.each(released)('"%s" as it is released now is stored', (workflow, definition) => {
    expect(newestGolden(workflow)?.definition).toEqual(plain(definition));
  });

  it.each(goldenFiles())('%s comes out the same', (file) => {
    const golden = readGolden(file);
    const facts = factsOf(golden.facts);
    expect(golden.histories.length).toBeGreaterThan(3);
    for (const { item, turns } of golden.histories) {
      let now = item;
      for (const told of turns) {
        const next = turn(golden.definition, now, told.event, told.now, facts);
        expect(next.told).toEqual(told);
        now = next.item;
      }
    }
  });

  it('cover what workflows are made of', () => {
    const all = goldenFiles().map(readGolden);
    const entries = new Set(
      all.flatMap(({ histories }) =>
        histories.flatMap(({ turns }) =>
          turns.flatMap((one) => one.entries.map((entry) => (entry as { type: string }).type)),
        ),
      ),
    );
    for (const type of [
      'filed',
      'asked',
      'raised',
      'reminded',
      'skipped',
      'exhausted',
      'acted',
      'status',
      'ended',
      'nudged',
    ])
      expect(entries).toContain(type);
    for (const { histories, workflow } of all)
      expect([workflow, histories.some(({ turns }) => turns.at(-1)?.item.endedAt !== null)]).toEqual([workflow, true]);
  });
});
