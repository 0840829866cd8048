import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { DocumentKind, Logger, Metrics } from '#ports';

/** What a stream record asks for; null: nothing (an item row, a timeline row...). */
export type StreamWork =
  | { what: 'effects'; company: string; item: string }
  /** Deadlines not yet reached are computed anew: of the sites of one calendar, or (null) of all. */
  | { what: 'deadlines'; company: string; calendar: string | null }
  /** A planned publication is new or settled: its alarm is set or taken away. */
  | { what: 'plan'; company: string; kind: DocumentKind; id: string };

export interface DispatchHandlerParts {
  read(record: DynamoDBRecord): StreamWork | null;
  effects(company: string, item: string): Promise<unknown>;
  deadlines(company: string, calendar: string | null): Promise<unknown>;
  plans(company: string, kind: DocumentKind, id: string): Promise<unknown>;
  logger: Logger;
  metrics: Metrics;
}

/** Items dispatched at the same time; the effects of one item keep their order. */
const ABREAST = 8;

/**
 * Carries out what the stream brings, each item once a batch, several items side by side. The first record that failed
 * is reported: the stream delivers again from there, bisects, and leaves what never works to the dead-letter queue. What
 * was carried out behind it is found done.
 */
export const createDispatchHandler =
  ({ read, effects, deadlines, plans, logger, metrics }: DispatchHandlerParts) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const wanted = new Map<string, { record: DynamoDBRecord; work: StreamWork }>();
    for (const record of event.Records) {
      const work = read(record);
      const key = JSON.stringify(work);
      if (work && !wanted.has(key)) wanted.set(key, { record, work });
    }
    const failed = new Set<DynamoDBRecord>();
    const rest = wanted.values();
    const worker = async () => {
      for (const { record, work } of rest) {
        // Records behind a failure come again anyhow.
        if (failed.size > 0) return;
        try {
          if (work.what === 'effects') await effects(work.company, work.item);
          else if (work.what === 'deadlines') await deadlines(work.company, work.calendar);
          else await plans(work.company, work.kind, work.id);
        } catch (error) {
          logger.error('A stream record could not be carried out', { ...work, error: String(error) });
          metrics.count('DispatchFailed', 1);
          failed.add(record);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(ABREAST, wanted.size) }, worker));
    const first = event.Records.find((record) => failed.has(record));
    return { batchItemFailures: first ? [{ itemIdentifier: first.dynamodb?.SequenceNumber ?? '' }] : [] };
  };
