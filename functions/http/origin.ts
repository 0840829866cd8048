import type { Origin } from '#domain/audit/link';
import { clientAddress } from './client-address.ts';
import type { ApiEvent } from './event.ts';

/**
 * Where a request came from, for the log of changes: by our own pages as browsers tell of themselves, and from which
 * network - /24, IPv6 /48, which names no household.
 */
export function originOf(event: Pick<ApiEvent, 'headers' | 'requestContext'>, edgeSecret: string | null): Origin {
  const channel = event.headers['sec-fetch-site'] === 'same-origin' ? 'panel' : 'api';
  // Events that did not come over a network have no address.
  const known = event.requestContext.http?.sourceIp !== undefined;
  return { channel, client: known ? networkOf(clientAddress(event, edgeSecret)) : null };
}

function networkOf(address: string): string | null {
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address)?.[1];
  if (four) return `${four}.0/24`;
  const six = /^([\da-f]{1,4}):([\da-f]{1,4}):([\da-f]{1,4}):/.exec(address);
  return six ? `${six[1]}:${six[2]}:${six[3]}::/48` : null;
}
