import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { StoreBusy } from '#domain/errors';
import { backOff, type Context } from './context.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** `refused` makes the error for a failed condition; `old` is the row that stood in the way, where the engine tells it. */
export interface Action {
  write: Write;
  refused?: (old: Record<string, unknown> | null, cause: unknown) => Error;
}

export const maxActions = 100;
const tries = 6;
/** Reasons a cancelled transaction may pass on the next try; the SDK does not repeat it by itself. */
const passing = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'ProvisionedThroughputExceededException',
]);

/**
 * One transaction. When several conditions fail, the first action's error is thrown: put the one that says most first.
 * @throws what `refused` makes | StoreBusy when conflicts or throttling outlast the tries
 */
export async function transact(context: Context, actions: readonly Action[]): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await context.client.send(new TransactWriteCommand({ TransactItems: actions.map((action) => action.write) }));
      return;
    } catch (error) {
      if (isInProgress(error) || isConflict(error)) {
        if (attempt + 1 >= tries) throw new StoreBusy('TransactWriteItems', { cause: error });
        await context.pause(backOff(attempt));
        continue;
      }
      throw refusal(error, actions) ?? error;
    }
  }
}

const isInProgress = (error: unknown) => error instanceof Error && error.name === 'TransactionInProgressException';

/** A conflict is worth another try only when no condition has failed for good. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false;
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
  return !codes.includes('ConditionalCheckFailed') && codes.some((code) => passing.has(code));
}

function refusal(error: unknown, actions: readonly Action[]): Error | null {
  if (!(error instanceof TransactionCanceledException)) return null;
  for (const [index, reason] of (error.CancellationReasons ?? []).entries()) {
    if (reason.Code !== 'ConditionalCheckFailed') continue;
    const old = reason.Item && Object.keys(reason.Item).length > 0 ? unmarshall(reason.Item) : null;
    const made = actions[index]?.refused?.(old, error);
    if (made) return made;
  }
  return null;
}

/** Whether a single conditional write was refused by its condition. */
export const isRefused = (error: unknown): boolean => error instanceof ConditionalCheckFailedException;
