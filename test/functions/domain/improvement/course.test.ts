import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  close,
  type Doing,
  dueOn,
  isLate,
  type Outcome,
  openImprovement,
  plan,
  recordDone,
  recordFigure,
  startOver,
} from '#domain/improvement/course';
import type { Improvement, ImprovementEffect, Measured } from '#domain/improvement/improvement';
import { addDays } from '#domain/time';

const FIRST = '2026-11-02';
const before: Measured = { value: 0.91, counted: 40, from: '2026-10-04', to: FIRST };
const after: Measured = { value: 0.99, counted: 30, from: '2026-11-21', to: '2026-12-20' };
const doing = (today: string): Doing => ({ by: 'site-director', at: Date.parse(`${today}T02:00:00Z`), today });
const opened = (): Improvement =>
  openImprovement(
    {
      ...{ id: 'i1', company: 'demo', number: 'ELP-261102-001', target: 0.99, days: 30, before },
      ref: { site: 'east-lake', measure: 'timeliness', by: null },
    },
    { ...doing(FIRST), by: 'system' },
  );
const planned = { cause: 'no parts', action: 'order earlier', owner: 'repairer-a', actionBy: '2026-11-16', weeks: 4 };
const judged = { seen: 'from 91 to 99', effect: 'better' as const, conclusion: 'goes into the monthly round' };
const went = (outcome: Outcome): Improvement => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.improvement;
};
const codes = (outcome: Outcome) => (outcome.ok ? [] : outcome.refusals.map(({ field, code }) => `${field} ${code}`));
const doneOn = (on: string) =>
  went(recordDone(went(plan(opened(), planned, doing(FIRST))), { on, note: '' }, doing(on)));

describe('once round the circle', () => {
  it('is due for a plan within a week, then by its action, then at its check', () => {
    const first = opened();
    expect([first.state, dueOn(first), isLate(first, '2026-11-09'), isLate(first, '2026-11-10')]).toEqual([
      ...['plan', '2026-11-09', false, true],
    ]);
    const second = went(plan(first, planned, doing(FIRST)));
    expect([second.state, second.version, dueOn(second), second.checkOn]).toEqual([
      ...['do', 2, '2026-11-16', '2026-12-14'],
    ]);
    const third = went(recordDone(second, { on: '2026-11-12', note: 'done' }, doing('2026-11-13')));
    expect([third.state, dueOn(third)]).toEqual(['check', '2026-12-10']);
    const fourth = went(recordFigure(third, after, doing('2026-12-20')));
    const closed = went(close(fourth, judged, doing('2026-12-20')));
    expect(closed).toMatchObject({ state: 'closed', version: 5, ...judged, closed: { on: '2026-12-20' } });
    expect([dueOn(closed), isLate(closed, '2027-12-20')]).toEqual([null, false]);
  });

  it('begins anew from the figure read last, and keeps what was tried', () => {
    const looked = went(recordFigure(doneOn('2026-11-12'), after, doing('2026-12-20')));
    const again = went(startOver(looked, { ...judged, effect: 'same' }, doing('2026-12-20')));
    expect(again).toMatchObject({
      state: 'plan',
      before: after,
      after: null,
      cause: '',
      done: null,
      owner: 'repairer-a',
    });
    expect(again.earlier).toMatchObject([{ before, after, effect: 'same', action: 'order earlier' }]);
    expect(dueOn(again)).toBe('2026-12-27');
  });
});

test.each<[string, () => Outcome, string[]]>([
  [
    'a date that has passed',
    () => plan(opened(), { ...planned, actionBy: '2026-11-01' }, doing(FIRST)),
    ['actionBy in_the_past'],
  ],
  [
    'a year with a digit too many',
    () => plan(opened(), { ...planned, actionBy: '9999-12-31' }, doing(FIRST)),
    ['actionBy too_far_ahead'],
  ],
  [
    'done tomorrow',
    () => recordDone(went(plan(opened(), planned, doing(FIRST))), { on: '2026-11-03', note: '' }, doing(FIRST)),
    ['on in_the_future'],
  ],
  [
    'done before it began',
    () => recordDone(went(plan(opened(), planned, doing(FIRST))), { on: '2026-11-01', note: '' }, doing(FIRST)),
    ['on before_it_was_opened'],
  ],
  [
    'done without a plan',
    () => recordDone(opened(), { on: FIRST, note: '' }, doing(FIRST)),
    ['expected not_in_this_state'],
  ],
  [
    'a figure read too early',
    () => recordFigure(doneOn('2026-11-12'), after, doing('2026-12-09')),
    ['expected too_early_to_check'],
  ],
  [
    'closed without the figure',
    () => close(doneOn('2026-11-12'), judged, doing('2026-12-20')),
    ['expected figure_not_read'],
  ],
  [
    'closed without a word',
    () =>
      close(
        went(recordFigure(doneOn('2026-11-12'), after, doing('2026-12-20'))),
        { seen: ' ', effect: null, conclusion: '' },
        doing('2026-12-20'),
      ),
    ['seen say_what_was_seen', 'effect say_the_effect', 'conclusion say_what_follows'],
  ],
  [
    'closed though nothing was counted',
    () =>
      close(
        went(recordFigure(doneOn('2026-11-12'), { ...after, value: null, counted: 0 }, doing('2026-12-20'))),
        judged,
        doing('2026-12-20'),
      ),
    ['expected nothing_counted'],
  ],
])('%s is refused at its field', (_, act, expected) => {
  expect(codes(act())).toEqual(expected);
});

type Step = (improvement: Improvement, today: string) => Outcome;
const words = fc.constantFrom('', ' ', 'something', 'something', 'something', 'something');
const judgements = fc.record({
  seen: words,
  effect: fc.constantFrom<ImprovementEffect | null>('better', 'better', 'same', 'worse', null),
  conclusion: words,
});
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ ahead: fc.integer({ min: -3, max: 20 }), weeks: fc.integer({ min: 1, max: 6 }) }).map(
    ({ ahead, weeks }): Step =>
      (one, today) =>
        plan(one, { ...planned, actionBy: addDays(today, ahead), weeks }, doing(today)),
  ),
  fc.integer({ min: -30, max: 2 }).map(
    (ago): Step =>
      (one, today) =>
        recordDone(one, { on: addDays(today, ago), note: '' }, doing(today)),
  ),
  fc.constantFrom(0.5, 0.99, null).map(
    (value): Step =>
      (one, today) =>
        recordFigure(
          one,
          { value, counted: value === null ? 0 : 9, from: addDays(today, -6), to: today },
          doing(today),
        ),
  ),
  judgements.map(
    (judgement): Step =>
      (one, today) =>
        close(one, judgement, doing(today)),
  ),
  judgements.map(
    (judgement): Step =>
      (one, today) =>
        startOver(one, judgement, doing(today)),
  ),
);

test('whatever is tried in whatever order, it never closes without the effect looked at', () => {
  let closings = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(steps, fc.integer({ min: 0, max: 20 })), { minLength: 10, maxLength: 60, size: 'max' }),
      (life) => {
        let one = opened();
        let today = FIRST;
        for (const [step, days] of life) {
          today = addDays(today, days);
          const outcome = step(one, today);
          if (!outcome.ok) {
            expect(outcome.refusals.length).toBeGreaterThan(0);
            continue;
          }
          expect(one.state).not.toBe('closed');
          expect(outcome.improvement.version).toBe(one.version + 1);
          one = outcome.improvement;
        }
        if (one.state !== 'closed') return;
        closings += 1;
        expect([one.cause, one.action, one.seen.trim(), one.conclusion.trim()]).not.toContain('');
        expect(one.effect).not.toBeNull();
        expect(one.after?.value).not.toBeNull();
        expect((one.after?.to ?? '') >= (one.checkOn ?? '9')).toBe(true);
        expect((one.closed?.on ?? '') >= (one.checkOn ?? '9')).toBe(true);
        expect((one.done?.on ?? '9') < (one.checkOn ?? '')).toBe(true);
      },
    ),
    { numRuns: 3_000, seed: 6 },
  );
  // The property is not kept by never closing anything.
  expect(closings).toBeGreaterThan(20);
});
