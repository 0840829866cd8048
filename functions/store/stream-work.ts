import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { DocumentKind } from '#ports';
import * as keys from './keys.ts';
import { outboxRowFromImage } from './outbox-row.ts';

type StreamWork =
  | { what: 'effects'; company: string; item: string }
  | { what: 'deadlines'; company: string; calendar: string | null }
  | { what: 'plan'; company: string; kind: DocumentKind; id: string };

/** What a record of the table's stream asks for: effects of an item, or new deadlines after a calendar or the
 * organisation (which says whose calendar it is) was published anew, the alarm of
 * a planned publication; null: nothing. */
export function streamWork({ eventName, dynamodb }: DynamoDBRecord): StreamWork | null {
  // Lambda's types call binary values strings; the rows read here hold none.
  const image = dynamodb?.NewImage as Record<string, AttributeValue> | undefined;
  if (!image) return null;
  if (eventName === 'INSERT') {
    const row = outboxRowFromImage(image);
    if (row) return { what: 'effects', company: row.company, item: row.item };
  }
  const before = dynamodb?.OldImage as Record<string, AttributeValue> | undefined;
  if (image.type?.S === 'outbox' && before?.state?.S === 'failed' && image.state?.S === 'pending') {
    const row = outboxRowFromImage(image);
    if (row) return { what: 'effects', company: row.company, item: row.item };
  }
  if (image.type?.S === 'planned') {
    const { company, kind, id } = unmarshall(image) as { company: string; kind: DocumentKind; id: string };
    return { what: 'plan', company, kind, id };
  }
  const kind = image.kind?.S;
  if (eventName !== 'MODIFY' || image.type?.S !== 'pointer') return null;
  if (kind !== 'calendar' && kind !== 'organisation') return null;
  const { pk, id } = unmarshall(image);
  const [, company] = keys.split(String(pk));
  if (company === undefined) return null;
  return { what: 'deadlines', company, calendar: kind === 'calendar' ? String(id) : null };
}
