import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Logger, Metrics } from '#ports';

/** What a stream record asks for; null: nothing (an item row, a timeline row...). */
export type StreamWork =
  | { what: 'effects'; company: string; item: string }
  /** Deadlines not yet reached are computed anew: of the sites of one calendar, or (null) of all. */
  | { what: 'deadlines'; company: string; calendar: string | null };

export interface DispatchHandlerParts {
  read(record: DynamoDBRecord): StreamWork | null;
  effects(company: string, item: string): Promise<unknown>;
  deadlines(company: string, calendar: string | null): Promise<unknown>;
  logger: Logger;
  metrics: Metrics;
}

/**
 * Carries out what the stream brings, in its order, each item once a batch. The first failure is reported: the stream
 * delivers again from there, bisects, and leaves what never works to the dead-letter queue.
 */
export const createDispatchHandler =
  ({ read, effects, deadlines, logger, metrics }: DispatchHandlerParts) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const seen = new Set<string>();
    for (const record of event.Records) {
      const work = read(record);
      const key = JSON.stringify(work);
      if (!work || seen.has(key)) continue;
      seen.add(key);
      try {
        if (work.what === 'effects') await effects(work.company, work.item);
        else await deadlines(work.company, work.calendar);
      } catch (error) {
        logger.error('A stream record could not be carried out', { ...work, error: String(error) });
        metrics.count('DispatchFailed', 1);
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };
