import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrowProblems } from '#domain/workflow/check';
import { Definition } from '#domain/workflow/definition';
import { ask, define, end, person, step } from '#test/support/small-workflow';
import { defaultComplaint } from '#workflows/default-complaint';
import { arrowsOf, stepOf } from '../../../../admin/src/features/workflows/arrows.ts';
import { copyStep, insertOn, MOST_STEPS, moveStep, pointArrow } from '../../../../admin/src/features/workflows/edit.ts';
import { stepTypes } from '../../../../admin/src/features/workflows/new-step.ts';
import { isPlain, removalsOf } from '../../../../admin/src/features/workflows/removal.ts';

const label = { 'zh-CN': '新步骤', en: 'New step' };
const idsOf = ({ steps }: Definition) => steps.map(({ id }) => id);
const leadsTo = (definition: Definition, from: string) =>
  arrowsOf(definition).flatMap((arrow) => (arrow.from === from ? [arrow.to] : []));

describe('adding', () => {
  test.each(stepTypes.filter((type) => type !== 'end'))(
    '%s stands in the middle of an arrow and works as it is',
    (type) => {
      const arrow = { from: 'assign', field: 'next', to: 'accept' };
      const { definition, step: id } = insertOn(defaultComplaint, arrow, type, label);
      expect(leadsTo(definition, 'assign')).toEqual([id]);
      expect(leadsTo(definition, id)).toContain('accept');
      expect(idsOf(definition)[idsOf(definition).indexOf('assign') + 1]).toBe(id);
      expect(arrowProblems(definition)).toEqual([]);
      expect(Definition.parse(definition)).toEqual(definition);
    },
  );

  test('before the first step it becomes the first', () => {
    const { definition, step: id } = insertOn(
      defaultComplaint,
      { from: null, field: 'start', to: 'received' },
      'set',
      label,
    );
    expect([definition.start, leadsTo(definition, id), idsOf(definition)[0]]).toEqual([id, ['received'], id]);
  });

  test('only the chosen arrow of several to the same step leads to it', () => {
    const arrow = { from: 'accept', field: 'actions.1.next', to: 'handle' };
    const { definition, step: id } = insertOn(defaultComplaint, arrow, 'notify', label);
    expect(leadsTo(definition, 'accept').filter((to) => to === id)).toHaveLength(1);
    expect(leadsTo(definition, 'accept').filter((to) => to === 'handle')).toHaveLength(2);
  });
});

describe('copying', () => {
  test('a step with one way on comes twice, one after the other', () => {
    const copied = copyStep(defaultComplaint, 'go-on', label);
    if (!copied) throw new Error('not copied');
    expect(leadsTo(copied.definition, 'go-on')).toEqual([copied.step]);
    expect(leadsTo(copied.definition, copied.step)).toEqual(['tell-going-on']);
    expect(arrowProblems(copied.definition)).toEqual([]);
  });

  test('an ask that waits for good waits in its copy, not in the first', () => {
    const copied = copyStep(defaultComplaint, 'nobody-acted', label);
    if (!copied) throw new Error('not copied');
    expect(stepOf(copied.definition, copied.step)).toMatchObject({ exhausted: copied.step, label });
    expect(arrowProblems(copied.definition)).toEqual([
      { step: copied.step, field: 'id', code: 'unreachable', detail: {} },
    ]);
  });
});

describe('deleting', () => {
  test('of a step with one way on leads its predecessors there', () => {
    const removals = removalsOf(defaultComplaint, 'go-on');
    expect(isPlain(removals)).toBe(true);
    expect(removals.usual.map(({ to }) => to)).toEqual(['tell-going-on']);
    expect(leadsTo(removals.usual[0]?.definition ?? defaultComplaint, 'is-satisfied')).toContain('tell-going-on');
  });

  test('of a branch asks where, and says what nothing leads to any more', () => {
    const removals = removalsOf(defaultComplaint, 'is-satisfied');
    expect(isPlain(removals)).toBe(false);
    expect(removals.usual.map(({ to, also }) => [to, also])).toEqual([
      ['reopen', ['go-on', 'tell-going-on']],
      ['go-on', ['reopen', 'tell-reopened']],
      ['archive', ['go-on', 'tell-going-on', 'reopen', 'tell-reopened']],
    ]);
  });

  test('offers no way on which a complaint would be closed unasked', () => {
    const { usual } = removalsOf(defaultComplaint, 'verdict-superior');
    expect(usual.map(({ to }) => to)).toEqual(['verdict-quality']);
  });

  test('of the only end, or of one of two steps, is not possible', () => {
    const two = define([ask('work', [{ to: [person('a')] }]), end('done')]);
    expect(removalsOf(two, 'done')).toEqual({ usual: [], other: [] });
    expect(removalsOf(two, 'work')).toEqual({ usual: [], other: [] });
  });

  test('of what nothing leads to asks nothing', () => {
    const idle = step({ id: 'idle', type: 'set', next: 'done' });
    const removals = removalsOf(define([ask('work', [{ to: [person('a')] }]), idle, end('done')]), 'idle');
    expect(removals.usual.map(({ to, also }) => [to, also])).toEqual([[null, []]]);
  });
});

test('moving changes the order of the list and no arrow', () => {
  const moved = moveStep(defaultComplaint, 'archive', 0);
  expect(idsOf(moved)[0]).toBe('archive');
  expect(arrowsOf(moved)).toEqual(expect.arrayContaining(arrowsOf(defaultComplaint)));
  expect(moved.steps).toHaveLength(defaultComplaint.steps.length);
});

test('after any edits all targets exist and ids differ; no deletion brings a problem of the arrows', () => {
  const pick = fc.nat({ max: 10_000 });
  const edit = fc.tuple(
    fc.constantFrom('add', 'copy', 'move', 'point', 'delete', 'delete'),
    pick,
    pick,
    fc.constantFrom(...stepTypes),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
      let now: Definition = defaultComplaint;
      for (const [verb, a, b, type] of edits) {
        const at = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];
        const id = at(now.steps, a)?.id ?? '';
        const arrow = at(arrowsOf(now), b);
        if (verb === 'add' && arrow && now.steps.length < MOST_STEPS)
          now = insertOn(now, arrow, type, label).definition;
        if (verb === 'copy') now = copyStep(now, id, label)?.definition ?? now;
        if (verb === 'move') now = moveStep(now, id, b % now.steps.length);
        if (verb === 'point' && arrow) now = pointArrow(now, arrow, id);
        if (verb === 'delete') {
          const { usual, other } = removalsOf(now, id);
          const removal = at([...usual, ...other], b);
          if (removal) {
            const before = new Set(arrowProblems(now).map(({ step, code }) => `${step} ${code}`));
            const brought = arrowProblems(removal.definition).filter(
              ({ step, code }) => !before.has(`${step} ${code}`),
            );
            expect(brought).toEqual([]);
            now = removal.definition;
          }
        }
        const ids = new Set(idsOf(now));
        expect(ids.size).toBe(now.steps.length);
        expect(arrowsOf(now).filter(({ to }) => !ids.has(to))).toEqual([]);
      }
      expect(Definition.safeParse(now).success).toBe(true);
    }),
    { numRuns: 40 },
  );
});
