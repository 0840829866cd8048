import { expect, test } from 'vitest';
import { originOf } from '#http/origin';

const event = (sourceIp: string, headers: Record<string, string> = {}) =>
  ({ headers, requestContext: { http: { sourceIp } } }) as unknown as Parameters<typeof originOf>[0];

test.each([
  ['203.0.113.7', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:aa:1::7', '2001:db8:aa::/48'],
  ['::1', '0:0:0::/48'],
  ['not an address', null],
])('%s is told as %s', (address, client) => expect(originOf(event(address), null).client).toBe(client));

test('a browser says itself that a request is of our own pages', () => {
  expect(originOf(event('203.0.113.7', { 'sec-fetch-site': 'same-origin' }), null).channel).toBe('panel');
  expect(originOf(event('203.0.113.7', { 'sec-fetch-site': 'cross-site' }), null).channel).toBe('api');
  expect(originOf(event('203.0.113.7'), null).channel).toBe('api');
});

test('what CloudFront says of the address is believed with its secret only', () => {
  const secret = 's'.repeat(32);
  const headers = { 'x-steward-edge': secret, 'cloudfront-viewer-address': '198.51.100.4:49152' };
  expect(originOf(event('203.0.113.7', headers), secret).client).toBe('198.51.100.0/24');
  expect(originOf(event('203.0.113.7', headers), null).client).toBe('203.0.113.0/24');
});
