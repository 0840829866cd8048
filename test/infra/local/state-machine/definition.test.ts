import { describe, expect, test } from 'vitest';
import { parseDefinition } from '#local/state-machine/definition';
import { invoke } from '#test/support/small-machine';

const machine = (States: Record<string, unknown>, more = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'A',
  States,
  ...more,
});
const done = { Type: 'Succeed' };

describe('what the runner does not speak is refused by name', () => {
  test.each([
    ['a field it does not know', { ...invoke('f'), End: true, HeartbeatSeconds: 3 }, 'HeartbeatSeconds'],
    ['another service', { ...invoke('f'), End: true, Resource: 'arn:aws:states:::sqs:sendMessage' }, 'Resource'],
    ['a Parallel state', { Type: 'Parallel', Branches: [], End: true }, 'Type'],
    ['a JSONPath condition', { Type: 'Choice', Choices: [{ Variable: '$.a', Next: 'A' }] }, 'Condition'],
    ['a Wait for nothing', { Type: 'Wait', End: true }, 'Seconds or Timestamp'],
    ['a state that leads nowhere', { Type: 'Pass' }, 'either Next or End'],
    ['a target that does not exist', { Type: 'Pass', Next: 'Nirvana' }, 'Nirvana'],
    [
      'States.ALL before another rule',
      { ...invoke('f'), End: true, Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['X'] }] },
      'States.ALL',
    ],
    [
      'States.ALL in company',
      { ...invoke('f'), End: true, Catch: [{ ErrorEquals: ['X', 'States.ALL'], Next: 'A' }] },
      'States.ALL',
    ],
  ])('%s', (_, state, words) => {
    expect(() => parseDefinition(machine({ A: state }))).toThrow(words);
  });

  test('JSONPath as the query language', () => {
    expect(() => parseDefinition(machine({ A: done }, { QueryLanguage: 'JSONPath' }))).toThrow('QueryLanguage');
  });
  test('a start that does not exist', () => {
    expect(() => parseDefinition(machine({ B: done }))).toThrow('StartAt names "A"');
  });
});

test('defaults are those of the language', () => {
  const { States } = parseDefinition(machine({ A: { ...invoke('f'), End: true, Retry: [{ ErrorEquals: ['X'] }] } }));
  expect(States.A).toMatchObject({
    Retry: [{ IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 3, JitterStrategy: 'NONE' }],
  });
});
