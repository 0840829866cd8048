import { ConflictException, ResourceNotFoundException } from '@aws-sdk/client-scheduler';
import { describe, expect, test } from 'vitest';
import { oneTimeSchedules } from '../../../functions/aws/one-time-schedules.ts';

const settings = { group: 'steward', roleArn: 'arn:role', targetArn: 'arn:target', deadLettersArn: 'arn:dead' };
const details = { $metadata: {}, message: '', Message: '' };

function fake(failing?: (name: string) => Error | undefined) {
  const sent: { name: string; input: Record<string, unknown> }[] = [];
  const send = async (command: { constructor: { name: string }; input: Record<string, unknown> }) => {
    sent.push({ name: command.constructor.name, input: command.input });
    const error = failing?.(command.constructor.name);
    if (error) throw error;
    return {};
  };
  return { sent, schedules: oneTimeSchedules({ send } as never, settings) };
}

describe('one-time schedules on EventBridge', () => {
  test('fire once at a second of UTC and delete themselves', async () => {
    const { sent, schedules } = fake();
    await schedules.arm('plan-1', Date.UTC(2026, 10, 23, 2, 30, 0), { plan: 'p1' });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.input).toMatchObject({
      Name: 'plan-1',
      GroupName: 'steward',
      ScheduleExpression: 'at(2026-11-23T02:30:00)',
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: 'arn:target',
        RoleArn: 'arn:role',
        Input: '{"name":"plan-1","plan":"p1"}',
        DeadLetterConfig: { Arn: 'arn:dead' },
      },
    });
  });

  test('arming an existing name replaces it', async () => {
    const { sent, schedules } = fake((name) =>
      name === 'CreateScheduleCommand' ? new ConflictException(details) : undefined,
    );
    await schedules.arm('plan-1', 0, {});
    expect(sent.map(({ name }) => name)).toEqual(['CreateScheduleCommand', 'UpdateScheduleCommand']);
  });

  test('disarming what is not armed is no error', async () => {
    const { schedules } = fake(() => new ResourceNotFoundException(details));
    await expect(schedules.disarm('plan-1')).resolves.toBeUndefined();
  });
});
