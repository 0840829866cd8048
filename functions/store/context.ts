import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What every file of the store works with. */
export interface Context {
  client: DynamoDBDocumentClient;
  table: string;
  /** The log of changes. */
  auditTable: string;
  /** Waits between tries, in ms; replaced in tests. */
  pause: (ms: number) => Promise<void>;
}

/** `[half, whole]` of 10, 20, 40... ms, so that rivals do not meet again. `attempt` counts from 0. */
export const backOff = (attempt: number): number => 10 * 2 ** attempt * (0.5 + Math.random() / 2);
