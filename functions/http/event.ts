import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Caller } from './caller.ts';

/** What the middlewares put on an event on its way to the handler. */
export interface ApiEvent extends Omit<APIGatewayProxyEventV2, 'requestContext'> {
  requestContext: APIGatewayProxyEventV2['requestContext'] & {
    authorizer?: { jwt?: { claims?: Record<string, unknown> } };
  };
  caller?: Caller;
  input?: { params?: unknown; query?: unknown; body?: unknown };
  /** For the log line. */
  operation?: string;
}

/** A handler's answer before it becomes JSON. */
export interface ApiAnswer {
  statusCode: number;
  body: unknown;
}
