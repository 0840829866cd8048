import { timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Set by our own CloudFront on its way to the API: who it is by a secret, and whom it answers. */
export const EDGE_HEADER = 'x-steward-edge';
const VIEWER_HEADER = 'cloudfront-viewer-address';

/**
 * The network address a request came from, cut to what one household shares (IPv6: its /64). What headers say of it is
 * believed only when they carry the secret of our own CloudFront (null: there is none): the API can be reached beside it.
 */
export function clientAddress(
  { headers, requestContext }: Pick<APIGatewayProxyEventV2, 'headers' | 'requestContext'>,
  edgeSecret: string | null,
): string {
  const viewer = headers[VIEWER_HEADER];
  const fromEdge = edgeSecret !== null && isSame(headers[EDGE_HEADER] ?? '', edgeSecret);
  return network(fromEdge && viewer ? withoutPort(viewer) : requestContext.http.sourceIp);
}

const isSame = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** "203.0.113.7:49152", "[2001:db8::7]:49152" or "2001:db8::7:49152", as CloudFront writes them. */
const withoutPort = (address: string): string => address.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');

function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const whole = [...groups, ...Array.from({ length: missing }, () => '0'), ...rest];
  return whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
