import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Asset } from '#domain/asset';
import { canonical } from '#domain/canonical';
import type { DocumentKind, Subject } from '#ports';
import * as keys from './keys.ts';
import { outboxRowFromImage } from './outbox-row.ts';
import { planRowOf } from './plans.ts';

type Image = Record<string, AttributeValue>;
type StreamWork =
  | { what: 'effects'; company: string; item: string }
  | { what: 'deadlines'; company: string; calendar: string | null }
  | { what: 'plan'; company: string; kind: DocumentKind; id: string }
  | { what: 'armed'; company: string; site: string; plan: string }
  | { what: 'plans'; company: string; site: string }
  | { what: 'read'; company: string; site: string; asset: string }
  | { what: 'rates'; company: string; type: Subject['type']; id: string };

/** What a record of the table's stream asks for: effects of an item, or new deadlines after a calendar or the
 * organisation (which says whose calendar it is) was published anew, the alarm of
 * a planned publication, what plans of maintenance wait for, what the rates count. */
export function streamWork(record: DynamoDBRecord): StreamWork[] {
  return [workOf(record), ratedIn(record)].filter((work) => work !== null);
}

function workOf({ eventName, dynamodb }: DynamoDBRecord): StreamWork | null {
  // Lambda's types call binary values strings; the rows read here hold none.
  const image = dynamodb?.NewImage as Image | undefined;
  if (!image) return null;
  if (eventName === 'INSERT') {
    const row = outboxRowFromImage(image);
    if (row) return { what: 'effects', company: row.company, item: row.item };
  }
  const before = dynamodb?.OldImage as Image | undefined;
  if (image.type?.S === 'outbox' && before?.state?.S === 'failed' && image.state?.S === 'pending') {
    const row = outboxRowFromImage(image);
    if (row) return { what: 'effects', company: row.company, item: row.item };
  }
  if (image.type?.S === 'planned') {
    const { company, kind, id } = unmarshall(image) as { company: string; kind: DocumentKind; id: string };
    return { what: 'plan', company, kind, id };
  }
  const maintained = maintenanceWork(image, before);
  if (maintained) return maintained;
  const kind = image.kind?.S;
  if (eventName !== 'MODIFY' || image.type?.S !== 'pointer') return null;
  if (kind !== 'calendar' && kind !== 'organisation') return null;
  const { pk, id } = unmarshall(image);
  const [, company] = keys.split(String(pk));
  if (company === undefined) return null;
  return { what: 'deadlines', company, calendar: kind === 'calendar' ? String(id) : null };
}

/** What plans of maintenance wait for has changed, they were published, or a meter was read. */
function maintenanceWork(image: Image, before: Image | undefined): StreamWork | null {
  const differs = (of: (row: Image) => unknown) =>
    before === undefined || canonical(of(image)) !== canonical(of(before));
  if (image.type?.S === 'plan' && differs(({ armed }) => armed)) {
    const { company, site, plan } = planRowOf(unmarshall(image));
    return { what: 'armed', company, site, plan };
  }
  if (image.type?.S === 'pointer' && image.kind?.S === 'plans' && differs(({ version }) => version)) {
    const [, company = ''] = keys.split(image.pk?.S ?? '');
    return { what: 'plans', company, site: image.id?.S ?? '' };
  }
  const meter = ({ asset }: Image) => asset?.M?.meter?.M;
  if (image.type?.S === 'asset' && meter(image) && differs(meter)) {
    const { company, site, id } = (unmarshall(image) as { asset: Asset }).asset;
    return { what: 'read', company, site, asset: id };
  }
  return null;
}

/** What the rates of an order are made of; of an asset everything is. */
const telling = ['owner', 'building', 'category', 'status', 'endedAt', 'clocks', 'order'];

/** What the figures of a visit are made of. */
const tellingOfVisits = ['building', 'unit', 'category', 'status', 'endedAt', 'visit', 'fields'];
/** Before a visit is answered or over there is nothing to count. */
const isDecided = (row: Image | undefined): boolean =>
  row?.item?.M?.endedAt?.N !== undefined || row?.item?.M?.visit?.M?.answers?.M !== undefined;

/** A work order or visit of which something counted changed, or an asset. Most decisions change nothing of the kind. */
function ratedIn({ dynamodb }: DynamoDBRecord): StreamWork | null {
  const image = dynamodb?.NewImage as Image | undefined;
  const before = dynamodb?.OldImage as Image | undefined;
  if (image?.type?.S === 'asset') {
    const { company, id } = image.asset?.M ?? {};
    return { what: 'rates', company: company?.S ?? '', type: 'asset', id: id?.S ?? '' };
  }
  const kind = image?.type?.S === 'item' ? image.kind?.S : undefined;
  if (!image || (kind !== 'workOrder' && kind !== 'visit')) return null;
  if (kind === 'visit' && !isDecided(image) && !isDecided(before)) return null;
  const part = (row: Image | undefined, name: string) => canonical(row?.item?.M?.[name] ?? null);
  const parts = kind === 'visit' ? tellingOfVisits : telling;
  if (!parts.some((name) => part(image, name) !== part(before, name))) return null;
  const type = kind === 'visit' ? 'visit' : 'item';
  return { what: 'rates', company: image.company?.S ?? '', type, id: image.id?.S ?? '' };
}
