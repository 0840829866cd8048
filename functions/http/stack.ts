import middy, { type MiddlewareObj } from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import httpRouterHandler, { type Route as RouterEntry } from '@middy/http-router';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { isNestedDeeper } from '#domain/nesting';
import type { Clock, Logger } from '#ports';
import { InvalidInput, problem } from '#usecases/errors';
import type { Claims, IdentifyCaller } from '#usecases/identify-caller';
import { BadRequest, toApiProblem } from './error-mapping.ts';
import { statusWords } from './error-words.ts';
import type { ApiAnswer, ApiEvent } from './event.ts';
import { languageFrom } from './language.ts';
import { errorDetails } from './logger.ts';
import { originOf } from './origin.ts';
import { packed } from './packed.ts';
import type { AnyHandler, Route } from './route.ts';
import { validateInput, validateOutput } from './validation.ts';

/** Documents are the largest bodies; a row of the table holds 400 KB. */
const MAX_BODY = 512 * 1024;

export interface StackParts {
  identifyCaller: IdentifyCaller;
  clock: Clock;
  logger: Logger;
  /** Secret that our own CloudFront sends along. @default none stands before the API */
  edgeSecret?: () => Promise<string | null>;
}
export type HttpResult = APIGatewayProxyStructuredResultV2;
type Outer = MiddlewareObj<ApiEvent, HttpResult>;
type Inner = MiddlewareObj<ApiEvent, ApiAnswer>;

const languageOf = ({ caller, headers }: ApiEvent) => caller?.language ?? languageFrom(headers?.['accept-language']);
const json = (statusCode: number, body: unknown): HttpResult => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

/** Everything thrown becomes Refine's HttpError; only what is our own fault is logged as an error. */
const mapErrors = ({ clock, logger }: StackParts): Outer => ({
  onError: (request) => {
    const { event, error } = request;
    const answer = isUnknownRoute(error)
      ? { statusCode: 404, message: statusWords('route', languageOf(event)) }
      : toApiProblem(error, languageOf(event), clock.now());
    if (answer.statusCode >= 500)
      logger.error('A request failed', { operation: event.operation, ...errorDetails(error) });
    request.response = json(answer.statusCode, answer);
  },
});
/** The router's own: use cases have classes of theirs. */
const isUnknownRoute = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && error.statusCode === 404;

/** One line a request: what was asked for, never what was said. */
const logRequests = ({ logger }: StackParts): Outer => {
  const line = ({ event, response }: { event: ApiEvent; response: HttpResult | null | undefined }) =>
    logger.info('request', {
      operation: event.operation ?? 'unknown',
      method: event.requestContext?.http?.method,
      status: response?.statusCode,
    });
  return { after: line, onError: line };
};

const readable = (largest: number) => ({
  before: ({ event }: { event: ApiEvent }) => {
    if (Buffer.byteLength(event.body ?? '') > largest) throw new BadRequest(413);
  },
});

/** Outside Lambda nobody counts the time left. */
const noContext = {} as Context;

/** What every request passes through, whatever it asks for. */
export function createStack(parts: StackParts, endpoints: RouterEntry<APIGatewayProxyEventV2, HttpResult>[]) {
  const router = httpRouterHandler<APIGatewayProxyEventV2, HttpResult>(endpoints);
  const handle = middy<ApiEvent, HttpResult>()
    .use(logRequests(parts))
    .use(httpSecurityHeaders({ contentSecurityPolicy: { 'default-src': "'none'", 'frame-ancestors': "'none'" } }))
    .use(mapErrors(parts))
    .use(httpHeaderNormalizer())
    .handler((event, context, options) => router(event, context, options));
  return async (event: ApiEvent | APIGatewayProxyEventV2, context?: Context): Promise<HttpResult> =>
    (await handle(event, context ?? noContext, { signal: new AbortController().signal })) ?? json(204, null);
}

const parseJson = httpJsonBodyParser<APIGatewayProxyEventV2>();
/** JSON in; the library's own errors become ours. A body left out counts as an empty object. */
const jsonBody: Inner = {
  before: async (request) => {
    const { body, isBase64Encoded } = request.event;
    if (!body) return;
    if (isNestedDeeper(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body)) throw new BadRequest(413);
    try {
      await parseJson.before?.(request);
    } catch (error) {
      throw new BadRequest(error instanceof Error && 'statusCode' in error && error.statusCode === 415 ? 415 : 400);
    }
  },
};

/** Parts of a path come as they were sent: "complaint%40east-lake". */
function decoded(params: ApiEvent['pathParameters']): Record<string, string> {
  try {
    const entries = Object.entries(params ?? {}).map(([name, value = '']) => [name, decodeURIComponent(value)]);
    return Object.fromEntries(entries);
  } catch {
    throw new BadRequest(400);
  }
}

const gather: Inner = {
  before: ({ event }) => {
    event.input = {
      params: decoded(event.pathParameters),
      query: event.queryStringParameters ?? {},
      body: event.body || {},
    };
  },
};

const signedIn = ({ identifyCaller, edgeSecret = async () => null }: StackParts): Inner => ({
  before: async ({ event }) => {
    const claims: Claims | undefined = event.requestContext.authorizer?.jwt?.claims;
    const { company, person } = await identifyCaller(claims);
    const language = languageFrom(event.headers['accept-language'], person.language);
    event.caller = { company, person, language, from: originOf(event, await edgeSecret()) };
  },
});

function keyOf({ headers }: ApiEvent): string | undefined {
  const key = headers['idempotency-key'];
  if (key !== undefined && !/^[\x21-\x7e]{1,100}$/.test(key))
    throw new InvalidInput([problem(['Idempotency-Key'], 'bad_key')]);
  return key;
}

/** One route: who asks, what was sent, the handler, and what goes out. */
export function createEndpoint(parts: StackParts, operation: string, route: Route, handler: AnyHandler) {
  const endpoint = middy<ApiEvent, ApiAnswer>({ timeoutEarlyInMillis: 0 });
  endpoint.before(({ event }) => {
    event.operation = operation;
  });
  if (!route.open) endpoint.use(signedIn(parts));
  endpoint.use(readable(route.largest ?? MAX_BODY));
  if (route.body) endpoint.use(jsonBody);
  endpoint.use(gather).use(validateInput(route)).use(validateOutput(route.response));
  endpoint.handler(async (event: ApiEvent) => ({
    statusCode: route.status ?? 200,
    body: await handler({ ...event.input, caller: event.caller, language: languageOf(event), key: keyOf(event) }),
  }));
  return async (event: ApiEvent): Promise<HttpResult> => {
    const { statusCode, body } = await endpoint(event, noContext);
    return packed(json(statusCode, body), event.headers['accept-encoding']);
  };
}
