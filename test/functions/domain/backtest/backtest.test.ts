import { describe, expect, test } from 'vitest';
import { backtest, together } from '#domain/backtest/backtest';
import { mailsOf, raisedOf } from '#domain/backtest/figures';
import type { History } from '#domain/backtest/history';
import { historyOf } from '#domain/backtest/history-of';
import { elapsed } from '#domain/limit';
import { DAY, type Instant, MINUTE } from '#domain/time';
import type { Definition, Step } from '#domain/workflow/definition';
import { at, facts } from '#test/support/estate';
import { Life, type LifeOptions } from '#test/support/life';
import { liveItem } from '#test/support/lived-items';
import { defaultComplaint } from '#workflows/default-complaint';

const start = at('2026-11-23', '10:00');
const until = start + 3 * DAY;
const HALF = 30 * MINUTE;
const bySite = new Map([['east-lake', facts]]);
const run = (histories: readonly History[], draft: Definition, current: Definition | null = defaultComplaint) =>
  backtest(histories, { draft, current, facts: bySite, until });

/** The default workflow with one step changed. */
const changed = (id: string, change: (step: Step) => Step): Definition => ({
  ...defaultComplaint,
  steps: defaultComplaint.steps.map((step) => (step.id === id ? change(step) : step)),
});
/** A water leak that a repairer acknowledges after `minutes`, and resolves half an hour later; then the verdict. */
function leak(minutes: number, options: LifeOptions = {}): History {
  const life = new Life(start, { category: 'water-leak', ...options });
  const then: Instant = start + minutes * MINUTE;
  life.wait(then);
  life.act('repairer-a', 'acknowledge', {}, then);
  life.wait(then + HALF);
  life.act('repairer-a', 'resolve', { done: '换管', told: '修好了' }, then + HALF);
  life.act('customer-centre-clerk-a', 'verdict', { verdict: 'solved' }, then + HALF + MINUTE);
  return historyOf(life.item, life.timeline);
}
const firstLevel = (minutes: number) =>
  changed('accept', (step) =>
    step.type === 'ask'
      ? { ...step, levels: step.levels.map((one, n) => (n === 0 ? { ...one, within: elapsed(minutes) } : one)) }
      : step,
  );

describe('a back-test', () => {
  test('of the version in force finds nothing different, and the figures that were', () => {
    const { draft, current, differently } = run([leak(5), leak(20)], defaultComplaint);
    expect(draft).toEqual(current);
    expect(differently).toEqual([]);
    expect(draft).toMatchObject({ items: 2, open: 0, unfit: 0, nobodyActed: 0, missed: { reply: 0, resolve: 0 } });
    expect(raisedOf(draft)).toBe(1);
    expect(draft.mails).toMatchObject({ 'repairer-a': 6, 'engineering-head': 2 });
    // All of it between ten and eleven.
    expect(draft.byHour[10]).toBe(mailsOf(draft));
    expect(draft.byHour.reduce((all, n) => all + n, 0)).toBe(mailsOf(draft));
  });

  test('of a shorter limit finds who would have been raised, and only those', () => {
    const { draft, current, differently } = run([leak(2), leak(8), leak(20)], firstLevel(5));
    // The slowest is raised at five past and, a quarter of an hour later, once more.
    expect([draft.raised[1], draft.raised[2], current?.raised[1]]).toEqual([2, 1, 1]);
    expect(differently).toHaveLength(2);
    expect(differently[0]).toMatchObject({ draft: { level: 1, status: 'closed' }, current: { level: 0 }, unfit: [] });
  });

  test('of a workflow without an action counts whoever would have had to act differently', () => {
    const without = changed('accept', (step) =>
      step.type === 'ask' ? { ...step, actions: step.actions.filter(({ action }) => action !== 'acknowledge') } : step,
    );
    const history = leak(5);
    const { draft, current, differently } = run([history], without);
    expect([draft.unfit, current?.unfit]).toEqual([1, 0]);
    const [one] = differently;
    expect(one?.unfit).toEqual([
      { at: start + 5 * MINUTE, by: 'repairer-a', action: 'acknowledge' },
      // Resolved without an acknowledgement: the verdict, too, came as it did.
    ]);
    // Nobody knows what they would have done later: the line ends when the item did.
    expect(one?.draft.endedAt === null || (one?.draft.endedAt ?? 0) <= (history.endedAt ?? 0)).toBe(true);
  });

  test('asks other people: what those really asked did does not count as theirs', () => {
    const toSecurity = changed('assign', (step) =>
      step.type === 'assign' ? { ...step, to: [{ kind: 'person', person: 'security-officer' }] } : step,
    );
    const { draft, differently } = run([leak(5)], toSecurity);
    expect(draft.unfit).toBe(1);
    expect(differently[0]?.unfit.map(({ by, action }) => `${by} ${action}`)).toContain('repairer-a acknowledge');
    expect(draft.mails['security-officer']).toBeGreaterThan(0);
  });

  test('with nothing in force to stand beside it has figures of its own only', () => {
    expect(run([leak(5)], defaultComplaint, null)).toMatchObject({
      draft: { items: 1 },
      current: null,
      differently: [],
    });
  });

  test('comes out the same in whatever parts it was made; sites without facts are left out', () => {
    const histories = Array.from({ length: 40 }, (_, seed) => {
      const { item, timeline } = liveItem(seed, { definition: defaultComplaint, facts, start, until });
      return historyOf(item, timeline);
    });
    const draft = firstLevel(5);
    const whole = together([run(histories, draft)]);
    expect(whole.draft.items).toBe(40);
    expect(whole.differently.length).toBeGreaterThan(0);
    expect(together([run(histories.slice(25), draft), run(histories.slice(0, 25), draft)])).toEqual(whole);
    const elsewhere = histories.map((one) => ({ ...one, filed: { ...one.filed, site: 'west-hill' } }));
    expect(run(elsewhere, draft).draft.items).toBe(0);
  });
});
