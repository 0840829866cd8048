import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextOpening, openDue } from '#domain/plan/open-due';
import { newPlanState } from '#domain/plan/plan-state';
import { DAY } from '#domain/time';
import { began, diligenceOf, ends, live, triggers, worlds } from './world.ts';

const lines = (outcomes: ReturnType<typeof live>['outcomes']) =>
  outcomes.map(({ kind, key, at, because, behind }) => `${kind} ${key} ${at} ${because} ${behind}`);

test('whatever triggers come, late, twice, out of order or never: the same orders, each once', () => {
  let opened = 0;
  let others = 0;
  fc.assert(
    fc.property(worlds, triggers, triggers, fc.nat(), ({ history, assets }, some, more, seed) => {
      const diligence = diligenceOf(seed);
      const onlySweeper = live(history, assets, [], diligence);
      const inTime = live(
        history,
        assets,
        some.toSorted((a, b) => a - b),
        diligence,
      );
      const anyOrder = live(history, assets, [...more, ...more], diligence);
      expect(lines(inTime.outcomes).sort()).toEqual(lines(onlySweeper.outcomes).sort());
      expect(lines(anyOrder.outcomes).sort()).toEqual(lines(onlySweeper.outcomes).sort());
      expect(inTime.state).toEqual(onlySweeper.state);
      expect(anyOrder.state).toEqual(onlySweeper.state);
      const keys = onlySweeper.outcomes.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const at = onlySweeper.outcomes.map((one) => one.at);
      expect(at).toEqual(at.toSorted((a, b) => a - b));
      opened += onlySweeper.outcomes.filter(({ kind }) => kind === 'opened').length;
      others += keys.length;
    }),
    { numRuns: 300 },
  );
  expect(opened).toBeGreaterThan(200);
  expect(others).toBeGreaterThan(opened);
}, 120_000);

test('never two orders open for one asset, and what is missed is counted', () => {
  fc.assert(
    fc.property(worlds, fc.nat(), ({ history, assets }, seed) => {
      const { outcomes, state } = live(history, assets, [], diligenceOf(seed));
      for (const { asset, opened, missed } of state.subjects) {
        const mine = outcomes.filter((one) => one.asset === asset);
        expect(mine.filter(({ kind }) => kind === 'opened')).toHaveLength(opened);
        expect(mine.filter(({ kind }) => kind === 'missed')).toHaveLength(missed);
        let open: { key: string; until: number } | null = null;
        for (const { kind, key, at } of mine.filter((one) => one.kind !== 'absorbed')) {
          if (kind === 'missed') expect(open?.until).toBeGreaterThanOrEqual(at);
          else {
            if (open !== null) expect(open.until).toBeLessThanOrEqual(at);
            const after = diligenceOf(seed)(key);
            open = { key, until: after === null ? Number.POSITIVE_INFINITY : at + after };
          }
        }
      }
    }),
    { numRuns: 80 },
  );
}, 60_000);

test('armed at the next opening again and again, nothing is found late', () => {
  fc.assert(
    fc.property(worlds, ({ history, assets }) => {
      const plan = history[0]?.plan;
      if (!plan || plan.plan.meter !== null) return;
      const alone = [{ since: began, plan }];
      let state = newPlanState(began);
      const found: string[] = [];
      for (let next = nextOpening(plan, state); next !== null && next.at <= ends; next = nextOpening(plan, state)) {
        expect(next.at).toBeGreaterThan(state.upTo);
        expect(openDue(alone, assets, state, next.at - 1).outcomes).toEqual([]);
        const settled = openDue(alone, assets, state, next.at);
        found.push(...settled.outcomes.map(({ key }) => key));
        state = settled.state;
      }
      const swept = openDue(alone, assets, newPlanState(began), ends).outcomes.map(({ key }) => key);
      expect(found).toEqual(swept);
    }),
    { numRuns: 80 },
  );
}, 60_000);

test('the state stays small', () => {
  fc.assert(
    fc.property(worlds, fc.nat(), ({ history, assets }, seed) => {
      const { state } = live(history, assets, [began + 100 * DAY], diligenceOf(seed));
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      expect(state.settled.length).toBeLessThan(80);
    }),
    { numRuns: 40 },
  );
}, 60_000);
