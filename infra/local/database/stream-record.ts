import type { DynamoDBRecord } from 'aws-lambda';

/** The iterator is too old; the position is asked for anew. */
export class IteratorStale extends Error {
  override readonly name = 'IteratorStale';
}
/** The database refused to hand over records. */
export class StreamRefused extends Error {
  override readonly name = 'StreamRefused';
}

interface Answer {
  Records?: DynamoDBRecord[];
  NextShardIterator?: string;
  __type?: string;
  message?: string;
}
const stale = /#?(ExpiredIteratorException|TrimmedDataAccessException)$/;

/** Engines of one machine want a signature and check none. */
const headers = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'DynamoDBStreams_20120810.GetRecords',
  'x-amz-date': '20250101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20250101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
};

/**
 * The next records behind an iterator, as Lambda would hand them over. What the database writes on the wire is nearly
 * that; the SDK would take it apart value by value, at four times the cost. @throws IteratorStale | StreamRefused
 */
export async function getRecords(
  endpoint: string,
  stream: string,
  iterator: string,
  limit: number,
): Promise<{ records: DynamoDBRecord[]; next: string | null }> {
  const body = JSON.stringify({ ShardIterator: iterator, Limit: limit });
  const response = await fetch(endpoint, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) });
  const answer = (await response.json()) as Answer;
  if (stale.test(answer.__type ?? '')) throw new IteratorStale(answer.message);
  if (!response.ok) throw new StreamRefused(`GetRecords: ${response.status} ${answer.__type} ${answer.message}`);
  return {
    records: (answer.Records ?? []).map((record) => lambdaRecord(record, stream)),
    next: answer.NextShardIterator ?? null,
  };
}

/** Whole seconds, and the stream's own name. */
function lambdaRecord(record: DynamoDBRecord, stream: string): DynamoDBRecord {
  const at = record.dynamodb?.ApproximateCreationDateTime;
  return {
    ...record,
    eventSourceARN: stream,
    dynamodb: { ...record.dynamodb, ...(at !== undefined && { ApproximateCreationDateTime: Math.floor(at) }) },
  };
}
