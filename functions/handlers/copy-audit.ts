import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { AuditLink } from '#domain/audit/link';
import type { AuditCopies, Logger, Metrics } from '#ports';

export interface CopyAuditParts {
  copies: Pick<AuditCopies, 'put'>;
  read(record: DynamoDBRecord): AuditLink | null;
  logger: Logger;
  metrics: Metrics;
}

/**
 * Copies new links of the log to where nothing can be changed. A link that was changed or removed, or that comes a second
 * time and is not the same, is never copied over the first: it is told, and `verify` finds it. The first record that could
 * not be copied is reported, and the stream delivers again from there.
 */
export const createCopyAuditHandler =
  ({ copies, read, logger, metrics }: CopyAuditParts) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of event.Records) {
      const tampered = (link: AuditLink | null) => {
        const { kind, id, seq } = link ?? {};
        logger.error('The log of changes was tampered with', { event: record.eventName, kind, id, seq });
        metrics.count('AuditTampered', 1);
      };
      const link = read(record);
      try {
        if (record.eventName !== 'INSERT' || !link) tampered(link);
        else if ((await copies.put(link)) === 'differs') tampered(link);
      } catch (error) {
        logger.error('A link of the log could not be copied', { error: String(error) });
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };
