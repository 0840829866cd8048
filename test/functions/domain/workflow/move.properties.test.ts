import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileCalendar } from '#domain/calendar';
import type { Item } from '#domain/item';
import { simulate } from '#domain/simulate/simulate';
import { DAY } from '#domain/time';
import { advance } from '#domain/workflow/advance';
import type { Definition } from '#domain/workflow/definition';
import { nextDue } from '#domain/workflow/due';
import { waitsForGood } from '#domain/workflow/ladder';
import { type Move, placeOf } from '#domain/workflow/move';
import { tryMove } from '#domain/workflow/move-outlook';
import { currentAsk, findStep, type WorkflowFacts } from '#domain/workflow/run';
import { definitions } from '#test/support/arbitrary/definition';
import { type VersionPair, versionPairs } from '#test/support/arbitrary/version-pair';
import { at, complaint, facts as demoFacts } from '#test/support/estate';
import { type ImaginedLife, imaginedLives } from '#test/support/imagined-lives';
import { deepFreeze } from '#test/support/life';
import { defaultComplaint } from '#workflows/default-complaint';

const by = 'site-director';
const pin = { id: 'complaint', version: 2 };

/** An item that has lived for a while under one version, still open; null: it ended. */
function lived({ from }: VersionPair, life: ImaginedLife, facts: WorkflowFacts, after: number): [Item, number] | null {
  const item = complaint(life.start, { category: life.category, verified: life.verified });
  const behaviour = { rules: life.rules, script: [] };
  const { turns } = simulate({ definition: from, item, facts, behaviour, until: life.start + 20 * DAY, most: 60 });
  const turn = turns[after % turns.length];
  return turn && turn.item.endedAt === null ? [deepFreeze(turn.item), turn.at] : null;
}

/** Somewhere there is an end, or somebody to wait for, or a time at which it goes on. */
function expectWaits(item: Item, definition: Definition): void {
  expect(item.stuck).toBeNull();
  if (item.endedAt !== null) return;
  const step = currentAsk(definition, item);
  expect(findStep(definition, item.step)?.type).toBe(item.ask ? 'ask' : 'wait');
  expect(item.ask === null).toBe(item.wait !== null);
  if (step && item.ask) {
    expect(item.ask.level).toBeLessThan(step.levels.length);
    expect(item.ask.timer).toBeLessThan(step.levels.length);
    for (const { level } of item.ask.asked) expect(level).toBeLessThanOrEqual(item.ask.level);
  }
  if (nextDue(item) === null) expect(step && item.ask && waitsForGood(step, item.ask)).toBe(true);
}

const cases = (workflows?: fc.Arbitrary<Definition>) =>
  fc.record({
    pair: versionPairs(workflows),
    life: imaginedLives(at('2026-09-15', '09:00')),
    turn: fc.nat(60),
    later: fc.integer({ min: 0, max: 3 * DAY }),
    step: fc.option(fc.constantFrom('s0', 's1', 's2', 's3', 'accept', 'handle', 'verdict', 'done', 'nowhere')),
  });

/** How often each came about: a property over nothing would hold. */
interface Seen {
  stays: number;
  goes: number;
  refused: Set<string>;
}

function expectSoundMove(one: ReturnType<typeof cases> extends fc.Arbitrary<infer T> ? T : never, seen: Seen): void {
  const { pair, life, later, step } = one;
  const facts = { ...demoFacts, directory: life.directory, calendar: compileCalendar(life.calendar, 'any@1') };
  const found = lived(pair, life, facts, one.turn);
  if (!found) return;
  const [item, since] = found;
  const now = since + later;
  const move: Move & { by: string } = { from: pair.from, to: pin, step, by };
  const place = placeOf(item, move, pair.to);
  const event = { type: 'moved', ...move } as const;
  const raw = advance(pair.to, item, event, now, facts);
  const result = tryMove(item, move, pair.to, now, facts);
  if ('refused' in place) {
    seen.refused.add(place.refused);
    expect(result).toEqual(place);
    expect(raw).toEqual({ item, entries: [], effects: [], path: [], changed: false });
    return;
  }
  // Even where the caller does not ask first, what comes of it is sound.
  expectWaits(raw.item, pair.to);
  if ('refused' in result) {
    seen.refused.add(result.refused);
    expect(place.stays).toBe(false);
    return;
  }
  const { item: moved, entries, effects } = result;
  expect(moved.workflow).toEqual(pin);
  expect(moved.step).toBe(place.step);
  expect(moved.owner).toBe(item.owner);
  expect(moved.level).toBeGreaterThanOrEqual(item.level);
  expect(moved.seq).toBe(item.seq + entries.length + effects.length);
  expect(entries.filter(({ type }) => type === 'moved')).toHaveLength(1);
  expect(moved.clocks).toEqual(item.clocks);
  expect(moved.limits).toEqual(item.limits);
  if (place.stays) {
    seen.stays += 1;
    // Whoever was asked stays asked, by the link they have; nobody hears of it.
    expect(effects).toEqual([]);
    expect(moved.ask?.id).toBe(item.ask?.id);
    expect(moved.ask?.asked.map(({ person }) => person)).toEqual(item.ask?.asked.map(({ person }) => person));
  } else {
    seen.goes += 1;
    for (const effect of effects)
      if (effect.type === 'mail') expect(moved.ask?.asked.map(({ person }) => person)).toContain(effect.to);
  }
  // The same again finds nothing to do.
  expect(advance(pair.to, moved, event, now, facts).changed).toBe(false);
  expectGoesOn(moved, item, pair.to, now, facts);
}

/** What has passed fires once at most: one timer, and nothing is due any more. */
function expectGoesOn(moved: Item, before: Item, to: Definition, now: number, facts: WorkflowFacts): void {
  const fired = advance(to, deepFreeze(moved), { type: 'timer' }, now, facts);
  expect((nextDue(fired.item)?.at ?? Number.POSITIVE_INFINITY) > now).toBe(true);
  // Where limits are of no length everything happens at one moment, moved or not.
  const timed = !/"(minutes|days)":0\b/.test(JSON.stringify(to));
  if (timed && fired.item.entered === moved.entered)
    for (const once of ['raised', 'reminded'])
      expect(fired.entries.filter(({ type }) => type === once).length).toBeLessThanOrEqual(1);
  expect(fired.item.level).toBeGreaterThanOrEqual(before.level);
  let [item, at] = [fired.item, now];
  for (let timer = 0; timer < 30; timer += 1) {
    expectWaits(item, to);
    const due = nextDue(item);
    if (due === null) return;
    at = Math.max(at + 1, due.at);
    item = advance(to, deepFreeze(item), { type: 'timer' }, at, facts).item;
  }
}

it.each([
  ['any workflow that check accepts', definitions, 700],
  ['the default workflow', fc.constant(defaultComplaint), 400],
] as const)('an item of %s, moved to any edited version of it, stays sound', { timeout: 90_000 }, (_, of, numRuns) => {
  const seen: Seen = { stays: 0, goes: 0, refused: new Set() };
  fc.assert(
    fc.property(cases(of), (one) => expectSoundMove(one, seen)),
    { numRuns },
  );
  expect(seen.stays).toBeGreaterThan(numRuns / 20);
  expect(seen.goes).toBeGreaterThan(0);
  expect(seen.refused.size).toBeGreaterThan(1);
});
