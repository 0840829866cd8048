import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { DocumentKind, Logger, Metrics, PlanName, Subject } from '#ports';

/** What a stream record asks for; most rows ask for nothing. */
export type StreamWork =
  | { what: 'effects'; company: string; item: string }
  /** Deadlines not yet reached are computed anew: of the sites of one calendar, or (null) of all. */
  | { what: 'deadlines'; company: string; calendar: string | null }
  /** A planned publication is new or settled: its alarm is set or taken away. */
  | { what: 'plan'; company: string; kind: DocumentKind; id: string }
  /** A plan of maintenance waits for something else: its alarm follows. */
  | { what: 'armed'; company: string; site: string; plan: string }
  /** Plans of maintenance were published. */
  | { what: 'plans'; company: string; site: string }
  /** The meter of an asset was read. */
  | { what: 'read'; company: string; site: string; asset: string }
  /** A work order or an asset changed in what the rates count. */
  | { what: 'rates'; company: string; type: Subject['type']; id: string };

export interface DispatchHandlerParts {
  read(record: DynamoDBRecord): readonly StreamWork[];
  effects(company: string, item: string): Promise<unknown>;
  deadlines(company: string, calendar: string | null): Promise<unknown>;
  plans(company: string, kind: DocumentKind, id: string): Promise<unknown>;
  armed(plan: PlanName): Promise<unknown>;
  arrange(company: string, site: string): Promise<unknown>;
  metered(company: string, site: string, asset: string): Promise<unknown>;
  rates(company: string, subject: Pick<Subject, 'type' | 'id'>): Promise<unknown>;
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
  ({ read, logger, metrics, ...parts }: DispatchHandlerParts) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const wanted = new Map<string, { record: DynamoDBRecord; work: StreamWork }>();
    for (const record of event.Records) {
      for (const work of read(record)) {
        const key = JSON.stringify(work);
        if (!wanted.has(key)) wanted.set(key, { record, work });
      }
    }
    const failed = new Set<DynamoDBRecord>();
    const rest = wanted.values();
    const worker = async () => {
      for (const { record, work } of rest) {
        // Records behind a failure come again anyhow.
        if (failed.size > 0) return;
        try {
          await carryOut(parts, work);
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

function carryOut(
  parts: Omit<DispatchHandlerParts, 'read' | 'logger' | 'metrics'>,
  work: StreamWork,
): Promise<unknown> {
  switch (work.what) {
    case 'effects':
      return parts.effects(work.company, work.item);
    case 'deadlines':
      return parts.deadlines(work.company, work.calendar);
    case 'plan':
      return parts.plans(work.company, work.kind, work.id);
    case 'armed':
      return parts.armed(work);
    case 'plans':
      return parts.arrange(work.company, work.site);
    case 'read':
      return parts.metered(work.company, work.site, work.asset);
    case 'rates':
      return parts.rates(work.company, work);
  }
}
