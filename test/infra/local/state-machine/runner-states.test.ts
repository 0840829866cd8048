import { describe, expect, test } from 'vitest';
import { bench } from '#test/support/small-machine';

const done = { Type: 'Succeed' };

describe('states', () => {
  test('Pass, Choice and Succeed: output, assignments and the old scope', async () => {
    const states = {
      A: {
        Type: 'Pass',
        Assign: { a: 1, b: '{% $states.input.n %}' },
        Output: { n: '{% $states.input.n + 1 %}' },
        Next: 'B',
      },
      B: {
        Type: 'Pass',
        Assign: { a: '{% $b %}', b: '{% $a %}' },
        Output: { a: '{% $a %}', b: '{% $b %}' },
        Next: 'C',
      },
      C: {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $a = 99 %}', Next: 'Wrong' },
          { Condition: '{% $a = 5 and $b = 1 %}', Output: { sawOld: '{% $states.input %}' }, Next: 'D' },
        ],
        Default: 'Wrong',
      },
      D: { Type: 'Succeed', Output: { result: '{% $states.input.sawOld %}', swapped: '{% [$a, $b] %}' } },
      Wrong: { Type: 'Fail', Error: 'Wrong' },
    };
    const execution = await bench(states).begin({ n: 5 });
    expect(execution).toMatchObject({ status: 'SUCCEEDED', transitions: 4, stoppedAt: 0 });
    expect(execution.output).toEqual({ result: { a: 1, b: 5 }, swapped: [5, 1] });
  });

  test('Choice without a match fails', async () => {
    const { failure } = await bench({
      A: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'A' }] },
    }).begin();
    expect(failure?.error).toBe('States.NoChoiceMatched');
  });

  test('Fail gives its evaluated error and cause', async () => {
    const { status, failure } = await bench({
      A: { Type: 'Fail', Error: 'Bad', Cause: '{% "n is " & $states.input.n %}' },
    }).begin({ n: 3 });
    expect({ status, failure }).toEqual({ status: 'FAILED', failure: { error: 'Bad', cause: 'n is 3' } });
  });

  test.each([
    ['Seconds', { Seconds: 90 }, 90_000],
    ['computed Seconds', { Seconds: '{% $states.input.s %}' }, 7_000],
    ['Timestamp', { Timestamp: '1970-02-10T00:00:00Z' }, 40 * 86_400_000],
  ])('Wait by %s ends at its time, not earlier', async (_, how, expected) => {
    const b = bench({ A: { Type: 'Wait', ...how, Next: 'B' }, B: done });
    await b.begin({ s: 7 });
    expect(await b.runner.nextDue()).toBe(expected);
    expect(await b.runner.fireDue(expected - 1)).toBe(0);
    await b.tick();
    expect(await b.look()).toMatchObject({ status: 'SUCCEEDED', output: { s: 7 }, transitions: 2 });
  });

  test('an endless loop without a task fails', async () => {
    const { failure } = await bench({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }).begin();
    expect(failure?.error).toBe('States.Runtime');
  });
});
