import type { ServerResponse } from 'node:http';
import type { APIGatewayProxyResultV2 } from 'aws-lambda';

/** A function's answer, read as HTTP API v2 reads it: without a status code the whole answer is the JSON body. */
export const reply = (response: ServerResponse, result: APIGatewayProxyResultV2 | undefined): void => {
  if (typeof result !== 'object' || result.statusCode === undefined) {
    const body = typeof result === 'string' ? result : JSON.stringify(result ?? null);
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    return;
  }
  const { statusCode, headers = {}, cookies, body = '', isBase64Encoded } = result;
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      typeof value === 'string' ? value : `${value}`,
    ]),
  );
  const content = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  response.writeHead(statusCode, {
    ...(content.length > 0 ? { 'content-type': 'text/plain' } : {}),
    ...lower,
    ...(cookies ? { 'set-cookie': cookies } : {}),
    'content-length': content.length,
  });
  response.end(content);
};

/** An answer of ours in the shape the API's errors have. */
export const replyError = (response: ServerResponse, statusCode: number, message: string): void =>
  replyJson(response, statusCode, { message, statusCode });

export const replyJson = (response: ServerResponse, statusCode: number, body: unknown): void => {
  const content = Buffer.from(JSON.stringify(body));
  response.writeHead(statusCode, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-length': content.length,
  });
  response.end(content);
};
