import type { IncomingMessage, ServerResponse } from 'node:http';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyResultV2,
  Context,
} from 'aws-lambda';
import { languageFrom } from '#http/language';
import type { Clock, Logger } from '#ports';
import { type Claims, TokenRefused } from '../sign-in/tokens.ts';
import { BodyTooLarge, readBody } from './body.ts';
import { gatewayEvent, withClaims } from './event.ts';
import { reply, replyError } from './reply.ts';

export type HttpEvent = APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer;
/** A function behind HTTP API v2; generic in nothing, so that middy's and plain handlers both fit. */
export type HttpFunction<E extends HttpEvent = HttpEvent> = (
  event: E,
  context: Context,
) => Promise<APIGatewayProxyResultV2 | undefined>;

export interface GatewayOptions {
  clock: Clock;
  logger: Logger;
  /** @throws TokenRefused */
  verify: (token: string) => Promise<Claims>;
}
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Lambda takes no more in one call. */
const MOST_BYTES = 6 * 1024 * 1024;
const PUBLIC = new Set(['/api/health', '/api/openapi.json']);
const words = {
  signIn: { 'zh-CN': '请先登录。', en: 'Please sign in.' },
  tooLarge: { 'zh-CN': '请求内容过大。', en: 'The request is too large.' },
  failed: { 'zh-CN': '系统出错，请稍后再试。', en: 'Something went wrong. Please try again.' },
};

/** What stands before a function in AWS: event, size limit, and for `authorised` ones the JWT authoriser. */
export const createGateway = ({ clock, logger, verify }: GatewayOptions) => {
  const serve =
    (
      name: string,
      run: (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyResultV2 | undefined>,
    ): Route =>
    async (request, response) => {
      const language = languageFrom(request.headers['accept-language']);
      try {
        const event = gatewayEvent(request, await readBody(request, MOST_BYTES), clock.now());
        reply(response, await run(event, lambdaContext(name, event.requestContext.requestId)));
      } catch (error) {
        if (error instanceof TokenRefused) {
          response.setHeader('www-authenticate', 'Bearer');
          return replyError(response, 401, words.signIn[language]);
        }
        if (error instanceof BodyTooLarge) return replyError(response, 413, words.tooLarge[language]);
        logger.error('A request failed', { path: request.url ?? '', error: String(error) });
        if (response.headersSent) response.destroy();
        else replyError(response, 500, words.failed[language]);
      }
    };

  return {
    open: (name: string, handler: HttpFunction<APIGatewayProxyEventV2>): Route => serve(name, handler),
    authorised: (name: string, handler: HttpFunction<APIGatewayProxyEventV2WithJWTAuthorizer>): Route =>
      serve(name, async (event, context) => {
        const claims = PUBLIC.has(event.rawPath) ? {} : await verify(bearer(event.headers.authorization));
        return handler(withClaims(event, claims), context);
      }),
  };
};

const bearer = (header: string | undefined): string => {
  const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw new TokenRefused();
  return token;
};

const lambdaContext = (functionName: string, awsRequestId: string): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:local:lambda:${functionName}`,
  memoryLimitInMB: '512',
  awsRequestId,
  logGroupName: functionName,
  logStreamName: 'local',
  getRemainingTimeInMillis: () => 29_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
});
