import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { AuditLink } from '#domain/audit/link';
import * as keys from './keys.ts';
import type { Row } from './page.ts';

const fields = [
  ...(['company', 'kind', 'id', 'seq', 'what', 'at', 'by', 'from', 'note', 'version', 'sites', 'subject'] as const),
  ...(['moved', 'due', 'before', 'after', 'prev', 'hash'] as const),
];

const placeOf = ({ company, kind, id, seq, at }: AuditLink) => ({
  pk: keys.chainPartition(company, kind, id),
  sk: keys.linkSort(seq),
  timePk: keys.auditPartition(company),
  timeSk: keys.auditSort(at, kind, id, seq),
});

export const auditRow = (link: AuditLink): Row => ({ ...placeOf(link), ...link });

/** A row that stands in another place than its link says loses its hash: it is not as it was written. */
export function auditLink(row: Row): AuditLink {
  const link = Object.fromEntries(fields.map((field) => [field, row[field]])) as unknown as AuditLink;
  try {
    const place = Object.entries(placeOf(link));
    return place.every(([name, value]) => row[name] === value) ? link : { ...link, hash: '' };
  } catch {
    return { ...link, hash: '' };
  }
}

/** The link that a record of the table's stream is about; null: it carries none. */
export function auditStreamLink({ dynamodb }: DynamoDBRecord): AuditLink | null {
  // Lambda's types call binary values strings; these rows hold none.
  const image = (dynamodb?.NewImage ?? dynamodb?.OldImage) as Record<string, AttributeValue> | undefined;
  return image ? auditLink(unmarshall(image)) : null;
}
