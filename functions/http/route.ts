import type { z } from 'zod';
import type { Language } from '#domain/text';
import type { Instant } from '#domain/time';
import type { Caller } from './caller.ts';

/** One operation of the API as data: the router and the OpenAPI document are made from the same. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** "/api/complaints/{id}" */
  readonly path: string;
  /** What every item has, whatever its kind: below the other kinds' paths as well, see `pathsOf`. */
  readonly ofItems?: true;
  readonly summary: string;
  /** No sign-in needed. */
  readonly open?: true;
  /** Takes an Idempotency-Key header. */
  readonly keyed?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Bytes of the body, at most. @default what a document may hold */
  readonly largest?: number;
  readonly response: z.ZodType;
  /** @default 200 */
  readonly status?: 201;
  /** A body that works on the demo estate; `now` makes its times lie ahead. */
  readonly example?: (now: Instant) => unknown;
  /** Values for the path that go with the example. */
  readonly paramsExample?: Readonly<Record<string, string>>;
}

/** Below which items of each kind have their own; what all items have is there for each. */
const itemPaths = ['/api/complaints/{id}', '/api/orders/{id}'] as const;
export const pathsOf = ({ path, ofItems }: Route): string[] =>
  ofItems ? itemPaths.map((base) => path.replace(itemPaths[0], base)) : [path];

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler of the route is given. */
interface Input<R extends Route> {
  caller: R extends { open: true } ? undefined : Caller;
  language: Language;
  key: string | undefined;
  params: Output<R['params']>;
  query: Output<R['query']>;
  body: Output<R['body']>;
}
export type HandlerOf<R extends Route> = (input: Input<R>) => Promise<z.input<R['response']>>;

/** A handler once its route's schemas have vouched for its input. */
export type AnyHandler = (input: {
  caller: Caller | undefined;
  language: Language;
  key: string | undefined;
  params?: unknown;
  query?: unknown;
  body?: unknown;
}) => Promise<unknown>;
