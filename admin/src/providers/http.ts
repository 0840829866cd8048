import { ApiFailure, failureOf } from './api-failure.ts';

export interface HttpOptions {
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
}
/** One call to the API. @throws ApiFailure, and nothing else */
export type Http = <T>(method: string, path: string, options?: HttpOptions) => Promise<T>;

export interface HttpNeeds {
  token: () => Promise<string | null>;
  language: () => string;
  /** Sentences for answers without one. */
  words: (what: 'offline' | 'failed') => string;
  fetch?: typeof fetch;
}

export function createHttp({ token, language, words, fetch: send = (...args) => fetch(...args) }: HttpNeeds): Http {
  return async <T>(method: string, path: string, { query = {}, body, headers = {} }: HttpOptions = {}) => {
    const bearer = await token();
    const response = await send(withQuery(path, query), {
      method: method.toUpperCase(),
      headers: {
        accept: 'application/json',
        'accept-language': language(),
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new ApiFailure(words('offline'), 0);
    });
    if (!response.ok) throw await failureOf(response, words('failed'));
    if (response.status === 204) return undefined as T;
    return (await response.json().catch(() => {
      throw new ApiFailure(words('failed'), response.status);
    })) as T;
  };
}

function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}
