import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { toIso } from '#domain/time';
import type { Schedules } from '#ports';

export interface ScheduleSettings {
  group: string;
  roleArn: string;
  targetArn: string;
  deadLettersArn: string;
}

/** The `Schedules` port on EventBridge Scheduler: fires at least once, within a minute, and deletes itself. */
export const oneTimeSchedules = (client: Pick<SchedulerClient, 'send'>, settings: ScheduleSettings): Schedules => ({
  async arm(name, at, payload) {
    const input: CreateScheduleCommandInput = {
      Name: name,
      GroupName: settings.group,
      // Whole seconds of UTC, without the final Z.
      ScheduleExpression: `at(${toIso(at).slice(0, 19)})`,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: settings.targetArn,
        RoleArn: settings.roleArn,
        Input: JSON.stringify({ name, ...payload }),
        DeadLetterConfig: { Arn: settings.deadLettersArn },
        // Past an hour the sweeper has long made up for it.
        RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3600 },
      },
    };
    try {
      await client.send(new CreateScheduleCommand(input));
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
      await client.send(new UpdateScheduleCommand(input));
    }
  },
  async disarm(name) {
    try {
      await client.send(new DeleteScheduleCommand({ Name: name, GroupName: settings.group }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  },
});
