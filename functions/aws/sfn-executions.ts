import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { ItemKind } from '#domain/workflow/definition';
import type { Executions } from '#ports';

/** The `Executions` port on Step Functions. `machines`: ARN by kind of item. */
export const sfnExecutions = (
  client: Pick<SFNClient, 'send'>,
  machines: Readonly<Record<ItemKind, string>>,
): Executions => ({
  async start(kind, name, input) {
    try {
      await client.send(
        new StartExecutionCommand({ stateMachineArn: machines[kind], name, input: JSON.stringify(input) }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },
  async wake(token) {
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
      return 'woken';
    } catch (error) {
      if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken)
        return 'gone';
      throw error;
    }
  },
});
