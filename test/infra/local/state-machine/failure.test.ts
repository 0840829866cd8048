import { expect, test } from 'vitest';
import { failureOf, matchesError, StateFailed } from '#local/state-machine/failure';
import { named } from '#test/support/small-machine';

test.each([
  [['ItemChanged'], 'ItemChanged', true],
  [['ItemChanged'], 'ItemChange', false],
  [['A', 'B'], 'B', true],
  [['States.ALL'], 'ItemChanged', true],
  [['States.ALL'], 'States.Timeout', true],
  [['States.ALL'], 'States.QueryEvaluationError', true],
  [['States.ALL'], 'States.Runtime', false],
  [['States.ALL'], 'States.DataLimitExceeded', false],
  [['States.DataLimitExceeded'], 'States.DataLimitExceeded', true],
  [['States.TaskFailed'], 'ItemChanged', true],
  [['States.TaskFailed'], 'States.Timeout', false],
  [['States.TaskFailed', 'States.Timeout'], 'States.Timeout', true],
  [['States.TaskFailed'], 'States.Runtime', false],
])('%j takes %s: %s', (errorEquals, error, expected) => {
  expect(matchesError(errorEquals, error)).toBe(expected);
});

test('a thrown error is known by its name, its message is in the cause', () => {
  expect(failureOf(named('ItemChanged', 'somebody acted'))).toEqual({
    error: 'ItemChanged',
    cause: '{"errorType":"ItemChanged","errorMessage":"somebody acted"}',
  });
  expect(failureOf('text').error).toBe('Error');
  expect(failureOf(new StateFailed({ error: 'E', cause: 'c' }))).toEqual({ error: 'E', cause: 'c' });
});
