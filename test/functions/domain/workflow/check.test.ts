import { describe, expect, it } from 'vitest';
import { elapsed, workingDays } from '#domain/limit';
import { messageTemplates } from '#domain/mail/view';
import type { ActionName } from '#domain/workflow/action';
import { type CheckFacts, check, type Problem } from '#domain/workflow/check';
import { Definition, type Step } from '#domain/workflow/definition';
import { directory, facts } from '#test/support/estate';
import { ask, define, end, person, step } from '#test/support/small-workflow';
import { defaultComplaint } from '#workflows/default-complaint';

const site: CheckFacts = { directory, routing: facts.routing, templates: messageTemplates };
const head = person('engineering-head');
const done = end('done');
const work = ask('work', [{ to: [head] }]);
const problems = (steps: [Step, ...Step[]], change: Partial<Definition> = {}) => check(define(steps, change), site);
const problem = (
  code: Problem['code'],
  step: string | null,
  field: string,
  detail: Problem['detail'] = {},
): Problem => ({
  step,
  field,
  code,
  detail,
});

describe('the default complaint workflow', () => {
  it('has no problem and is what the schema takes', () => {
    expect(check(defaultComplaint, site)).toEqual([]);
    expect(Definition.parse(defaultComplaint)).toEqual(defaultComplaint);
  });

  const mutated = (id: string, change: object): Definition => ({
    ...defaultComplaint,
    steps: defaultComplaint.steps.map((one) => (one.id === id ? ({ ...one, ...change } as Step) : one)),
  });

  it.each([
    [
      'a typing error in a target',
      mutated('assign', { next: 'acept' }),
      [problem('unknown_target', 'assign', 'next', { to: 'acept' })],
    ],
    [
      'a branch that closes a loop',
      mutated('is-verified', { otherwise: 'is-major' }),
      [
        problem('unreachable', 'verify', 'id'),
        problem('loop_without_wait', 'is-major', 'cases.0.next'),
        problem('loop_without_wait', 'report-major', 'next'),
        problem('loop_without_wait', 'is-verified', 'otherwise'),
      ],
    ],
    [
      'a post nobody holds',
      mutated('report-major', { to: [{ kind: 'companyPost', post: 'chairman' }] }),
      [problem('reaches_nobody', 'report-major', 'to', { site: 'east-lake' })],
    ],
    [
      'a condition on a field there is not',
      mutated('is-major', { cases: [{ when: { not: { field: 'mayor', is: 'known' } }, next: 'report-major' }] }),
      [problem('unknown_field', 'is-major', 'cases.0.when', { field: 'mayor' })],
    ],
    [
      'words there are not',
      mutated('tell-silent', { template: 'silence' }),
      [problem('unknown_template', 'tell-silent', 'template', { template: 'silence' })],
    ],
    [
      'a list of what nobody acted on that goes back to the ladder at once',
      mutated('nobody-acted', { exhausted: 'accept' }),
      [problem('loop_without_wait', 'accept', 'exhausted'), problem('loop_without_wait', 'nobody-acted', 'exhausted')],
    ],
  ])('%s', (_, definition, expected) => {
    expect(check(definition, site)).toEqual(expected);
  });
});

describe('every problem names step and field', () => {
  it('duplicate_step', () => {
    expect(problems([work, work, done])).toEqual([problem('duplicate_step', 'work', 'id', { index: 1 })]);
  });

  it('unknown_target, of the workflow and of an action', () => {
    const lost = ask('work', [{ to: [head] }], {
      actions: [{ action: 'note' }, { action: 'resolve', next: 'gone' }],
      exhausted: 'done',
    });
    expect(problems([lost, done], { start: 'work', withdrawn: 'out' })).toEqual([
      problem('unknown_target', null, 'withdrawn', { to: 'out' }),
      problem('unknown_target', 'work', 'actions.1.next', { to: 'gone' }),
      problem('closes_unasked', 'work', 'exhausted'),
    ]);
  });

  it('unreachable', () => {
    expect(problems([work, ask('island', [{ to: [head] }]), done])).toEqual([problem('unreachable', 'island', 'id')]);
  });

  it('no_end', () => {
    const endless = ask('work', [{ to: [head] }], { actions: [{ action: 'note' }] });
    expect(problems([endless, done], { withdrawn: 'work' })).toEqual([
      problem('unreachable', 'done', 'id'),
      problem('no_end', null, 'steps'),
    ]);
  });

  it('loop_without_wait: through a wait for a date or for no time, but not through a wait for a limit', () => {
    const loop = (wait: object) =>
      problems([
        ask('work', [{ to: [head], within: elapsed(5) }], { exhausted: 'rest' }),
        { ...step({ id: 'rest', type: 'wait', next: 'work' }), ...wait } as Step,
        done,
      ]).map((one) => [one.code, one.step, one.field]);
    const both = [
      ['loop_without_wait', 'work', 'exhausted'],
      ['loop_without_wait', 'rest', 'next'],
    ];
    expect(loop({ until: 'resolveDeadline' })).toEqual(both);
    expect(loop({ for: elapsed(0) })).toEqual(both);
    expect(loop({ for: workingDays(1) })).toEqual([]);
    expect(loop({ for: workingDays(1), until: 'resolveDeadline' })).toEqual([]);
  });

  it('loop_without_wait: through the end of a ladder that gives nobody any time', () => {
    const loop = (minutes: number) =>
      problems([
        ask('work', [{ to: [head], within: elapsed(minutes) }], { exhausted: 'report', unreached: 'work' }),
        step({ id: 'report', type: 'notify', to: [head], template: 'major', next: 'work' }),
        done,
      ]).map((one) => [one.code, one.step, one.field]);
    expect(loop(5)).toEqual([]);
    expect(loop(0)).toEqual([
      ['loop_without_wait', 'work', 'exhausted'],
      ['loop_without_wait', 'report', 'next'],
    ]);
  });

  it('closes_unasked: an ask that would end the item with nobody there, unless it says where to go then', () => {
    const silent = { exhausted: 'tell', levels: [{ to: [head], within: elapsed(5) }] };
    const tell = step({ id: 'tell', type: 'notify', to: 'resident', template: 'closedSilent', next: 'done' });
    expect(problems([{ ...work, ...silent }, tell, done])).toEqual([problem('closes_unasked', 'work', 'exhausted')]);
    expect(problems([{ ...work, ...silent, unreached: 'done' }, tell, done])).toEqual([
      problem('closes_unasked', 'work', 'unreached'),
    ]);
    expect(problems([{ ...work, ...silent, unreached: 'work' }, tell, done])).toEqual([]);
    const list = ask('list', [{ to: [head] }]);
    expect(problems([{ ...work, ...silent, unreached: 'list' }, list, tell, done])).toEqual([]);
  });

  it('reaches_nobody, out of hours and for calls too', () => {
    const nobody = { kind: 'onDuty', roster: 'night' } as const;
    const outside = ask('work', [{ to: [head], outside: [nobody] }]);
    const calls = { to: [head], within: elapsed(30), late: [nobody] };
    expect(problems([outside, done], { calls })).toEqual([
      problem('reaches_nobody', 'work', 'levels.0.outside', { site: 'east-lake' }),
      problem('reaches_nobody', null, 'calls.late', { site: 'east-lake' }),
    ]);
  });

  it('unknown_template', () => {
    expect(problems([{ ...work, template: 'nothing' } as Step, done])).toEqual([
      problem('unknown_template', 'work', 'template', { template: 'nothing' }),
    ]);
  });

  it('unknown_field, in a condition and in a wait for a date', () => {
    const wait = (until: string) => problems([step({ id: 'rest', type: 'wait', until, next: 'done' }), done]);
    expect(wait('deadline')).toEqual([problem('unknown_field', 'rest', 'until', { field: 'deadline' })]);
    expect(wait('severity')).toEqual([problem('unknown_field', 'rest', 'until', { field: 'severity' })]);
    expect(wait('promisedAt')).toEqual([]);
    expect(wait('fields.visitAt')).toEqual([]);
  });

  it('wait_without_limit', () => {
    expect(problems([step({ id: 'rest', type: 'wait', next: 'done' }), done])).toEqual([
      problem('wait_without_limit', 'rest', 'for'),
    ]);
  });

  it('unknown_department', () => {
    const to = [{ kind: 'head', department: 'kitchen' } as const, head];
    expect(problems([ask('work', [{ to }]), done])).toEqual([
      problem('unknown_department', 'work', 'levels.0.to', { department: 'kitchen', site: 'east-lake' }),
    ]);
  });

  it('waits_for_good: only the last level may, or the lowest beside a clock it watches', () => {
    const levels = [{ to: [head] }, { to: [person('general-manager')] }];
    expect(problems([ask('work', levels), done])).toEqual([problem('waits_for_good', 'work', 'levels.0.within')]);
    expect(problems([ask('work', levels, { watch: ['resolve'] }), done])).toEqual([]);
  });
});

describe('what means nothing to items of a kind', () => {
  const kinds = (steps: [Step, ...Step[]], kind: Definition['kind']) =>
    problems(steps, { kind })
      .filter(({ code }) => code === 'wrong_kind')
      .map(({ step: id, field, detail }) => `${id} ${field} ${detail.what}`);
  const actions = (...names: ActionName[]) => names.map((action) => ({ action, next: 'done' }));
  const asks = ask('work', [{ to: [head, { kind: 'responsible' }], outside: [{ kind: 'responsible' }] }], {
    watch: ['reply', 'resolve'],
    actions: actions('check', 'complete', 'verdict', 'correct', 'acknowledge', 'resolve'),
  });
  const branch = step({
    id: 'which',
    type: 'branch',
    cases: [
      {
        when: {
          all: [
            { field: 'isRework', is: 'known' },
            { field: 'answers.car.doors', is: 'known' },
          ],
        },
        next: 'tell',
      },
    ],
    otherwise: 'tell',
  });
  const tell = step({ id: 'tell', type: 'notify', to: 'resident', template: 'closed', next: 'again' });
  const again = step({ id: 'again', type: 'set', restart: ['reply', 'resolve'], next: 'work' });
  const all: [Step, ...Step[]] = [branch, tell, again, asks, done];

  it('of complaints: what only work orders have', () => {
    expect(kinds(all, 'complaint')).toEqual([
      'which cases.0.when isRework',
      'which cases.0.when answers.car.doors',
      'work levels.0.to responsible',
      'work levels.0.outside responsible',
      'work actions.0 check',
      'work actions.1 complete',
    ]);
  });

  it('of work orders: what only complaints have, their residents and replies', () => {
    expect(kinds(all, 'workOrder')).toEqual([
      'tell to resident',
      'again restart reply',
      'work actions.2 verdict',
      'work actions.3 correct',
      'work watch reply',
    ]);
  });
});
