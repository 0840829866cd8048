import { describe, expect, test } from 'vitest';
import { assigned, evaluate } from '#local/state-machine/query';

const scope = {
  states: { input: { n: 2, list: [1, 2], none: null, name: 'a' }, context: { Execution: { Name: 'x' } }, result: 7 },
  variables: { turns: 4 },
};

test.each([
  ['plain text', 'plain text'],
  ['text with {% in the middle %}', 'text with {% in the middle %}'],
  ['{% $states.input.n + $turns %}', 6],
  ['{% $states.input.none %}', null],
  ['{% $states.input.list %}', [1, 2]],
  ['{% $states.context.Execution.Name & "!" %}', 'x!'],
  ['{% $exists($states.input.missing) ? 1 : 0 %}', 0],
  ['{% $max([1, $min([9, $ceil($states.result / 2)])]) %}', 4],
  ['{% ($double := function($v) { $v * 2 }; $double($turns)) %}', 8],
  ['{%\n  $turns\n%}', 4],
  [
    { a: [{ b: '{% $turns %}' }], c: true, d: null, e: 1.5 },
    { a: [{ b: 4 }], c: true, d: null, e: 1.5 },
  ],
])('%j is %j', async (template, expected) => {
  expect(await evaluate(template, scope)).toEqual(expected);
});

describe('what has no value is an error, as in Step Functions', () => {
  test.each([
    ['a path that leads nowhere', '{% $states.input.missing %}', 'has no value'],
    ['a variable nobody assigned', '{% $exists($later) ? $later : 0 %}', '$later was not assigned'],
    ['a function instead of a value', '{% $sum %}', 'sum'],
    ['a wrong type', '{% $states.input.name + 1 %}', 'failed'],
    ['no JSONata', '{% 1 + %}', 'failed'],
  ])('%s', async (_, source, words) => {
    await expect(evaluate({ deep: [source] }, scope)).rejects.toMatchObject({
      name: 'StateFailed',
      failure: { error: 'States.QueryEvaluationError', cause: expect.stringContaining(words) },
    });
  });
});

test('assignments see the old variables only', async () => {
  expect(await assigned({ turns: '{% $turns + 1 %}', before: '{% $turns %}' }, scope)).toEqual({ turns: 5, before: 4 });
});
