import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { Instant } from '#domain/time';

/** A request as HTTP API v2 (payload format 2.0, `$default` stage) hands it to a function. */
export const gatewayEvent = (request: IncomingMessage, body: Buffer, now: Instant): APIGatewayProxyEventV2 => {
  const [rawPath = '/', ...query] = (request.url ?? '/').split('?');
  const rawQueryString = query.join('?');
  const headers = joinHeaders(request.headers);
  const text = isText(headers['content-type']);
  const domainName = headers.host ?? '';
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    ...(request.headers.cookie ? { cookies: request.headers.cookie.split(/;\s*/) } : {}),
    headers,
    ...(rawQueryString ? { queryStringParameters: joinQuery(rawQueryString) } : {}),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName,
      domainPrefix: domainName.split('.')[0] ?? '',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: accessLogTime(now),
      timeEpoch: now,
    },
    ...(body.length > 0 ? { body: body.toString(text ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !text,
  };
};

/** What the JWT authoriser adds. */
export const withClaims = (
  event: APIGatewayProxyEventV2,
  claims: Record<string, string>,
): APIGatewayProxyEventV2WithJWTAuthorizer => ({
  ...event,
  requestContext: {
    ...event.requestContext,
    authorizer: { principalId: '', integrationLatency: 0, jwt: { claims, scopes: [] } },
  },
});

/** The gateway hands cookies on apart from the headers, and repeated headers joined by commas. */
const joinHeaders = ({ cookie: _, ...headers }: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  );

const joinQuery = (query: string): Record<string, string> => {
  const joined = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(joined);
};

/** Bodies of these types come as text; all others, a posted form among them, as Base64. */
const isText = (type: string | undefined): boolean =>
  /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml))\b)/i.test(type ?? '');

/** '23/Nov/2026:12:00:00 +0000' */
const accessLogTime = (at: Instant): string => {
  const [, day, month, year, time] = new Date(at).toUTCString().split(/,? /);
  return `${day}/${month}/${year}:${time} +0000`;
};
