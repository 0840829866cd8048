import { ExecutionAlreadyExists, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn';
import { describe, expect, test } from 'vitest';
import { sfnExecutions } from '../../../functions/aws/sfn-executions.ts';

const machines = { complaint: 'arn:complaint', workOrder: 'arn:order', visit: 'arn:visit' };
const metadata = { $metadata: {}, message: '' };

function fake(error?: Error) {
  const sent: unknown[] = [];
  const send = async (command: { input: unknown }) => {
    sent.push(command.input);
    if (error) throw error;
    return {};
  };
  return { sent, executions: sfnExecutions({ send } as never, machines) };
}

describe('executions on Step Functions', () => {
  const input = { company: 'demo', item: 'c1', epoch: 1 };

  test('start the machine of the kind under the given name', async () => {
    const { sent, executions } = fake();
    await executions.start('visit', 'c1-1', input);
    expect(sent).toEqual([{ stateMachineArn: 'arn:visit', name: 'c1-1', input: JSON.stringify(input) }]);
  });

  test('an existing name is success', async () => {
    const { executions } = fake(new ExecutionAlreadyExists(metadata));
    await expect(executions.start('complaint', 'c1-1', input)).resolves.toBeUndefined();
  });

  test('any other failure to start is an error', async () => {
    const { executions } = fake(new Error('throttled'));
    await expect(executions.start('complaint', 'c1-1', input)).rejects.toThrow('throttled');
  });

  test('wake sends the token', async () => {
    const { sent, executions } = fake();
    expect(await executions.wake('t')).toBe('woken');
    expect(sent).toEqual([{ taskToken: 't', output: '{}' }]);
  });

  test.each([new TaskTimedOut(metadata), new TaskDoesNotExist(metadata)])(
    'a token that is gone is no error',
    async (error) => {
      expect(await fake(error).executions.wake('t')).toBe('gone');
    },
  );
});
