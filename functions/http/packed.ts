import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Smaller answers fit a packet or two as they are. */
const WORTH = 16 * 1024;

/** A large answer compressed, for readers that take gzip: HTTP APIs do not do it themselves, and Lambda answers 6 MB at most. */
export function packed(
  result: APIGatewayProxyStructuredResultV2,
  accepts: string | undefined,
): APIGatewayProxyStructuredResultV2 {
  const { body, headers } = result;
  if (!body || body.length < WORTH || !/\bgzip\b/.test(accepts ?? '')) return result;
  return {
    ...result,
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: gzipSync(body).toString('base64'),
    isBase64Encoded: true,
  };
}
