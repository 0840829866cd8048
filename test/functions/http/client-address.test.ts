import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, it } from 'vitest';
import { clientAddress } from '#http/client-address';

const secret = 's'.repeat(48);
const from = (sourceIp: string, headers: Record<string, string> = {}, known: string | null = secret) =>
  clientAddress({ headers, requestContext: { http: { sourceIp } } } as unknown as APIGatewayProxyEventV2, known);
const edge = (viewer: string) => ({ 'x-steward-edge': secret, 'cloudfront-viewer-address': viewer });

it('is that of the connection where there is no CloudFront', () => {
  expect(from('203.0.113.7', {}, null)).toBe('203.0.113.7');
  expect(from('203.0.113.7', edge('198.51.100.1:5'), null)).toBe('203.0.113.7');
});

it('is the viewer’s when our own CloudFront says so', () => {
  expect(from('10.0.0.1', edge('198.51.100.1:49152'))).toBe('198.51.100.1');
  expect(from('10.0.0.1', edge('2001:db8:1:2:3:4:5:6:49152'))).toBe('2001:db8:1:2');
});

it.each<Record<string, string>>([
  { 'cloudfront-viewer-address': '198.51.100.1:5' },
  { 'x-steward-edge': 'guess', 'cloudfront-viewer-address': '198.51.100.1:5' },
  { 'x-steward-edge': `${secret}x`, 'cloudfront-viewer-address': '198.51.100.1:5' },
  { 'x-forwarded-for': '198.51.100.1', 'x-steward-edge': secret },
])('is not what somebody else writes into headers: %j', (headers) =>
  expect(from('203.0.113.7', headers)).toBe('203.0.113.7'),
);

it.each([
  ['2001:db8::7', '2001:db8:0:0'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
])('counts the household, not each of its devices: %s', (address, network) => expect(from(address)).toBe(network));
