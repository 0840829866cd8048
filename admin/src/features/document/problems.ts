import type { HttpError } from '@refinedev/core';
import { isPlain, same } from './structure.ts';

/** Field path within the body ("sites.0.calendar") to messages in the reader's language. */
export type Problems = Readonly<Record<string, readonly string[]>>;

const BODY = 'body';

/** What the server says about fields; its paths begin with "body". A problem of the note or the whole has the path "". */
export function problemsOf({ errors = {} }: HttpError): Problems {
  return Object.fromEntries(
    Object.entries(errors).map(([path, said]) => [
      path === BODY ? '' : path.startsWith(`${BODY}.`) ? path.slice(BODY.length + 1) : path,
      Array.isArray(said) ? said : [String(said)],
    ]),
  );
}

/** What a field path leads to; undefined where there is nothing. */
export function valueAt(body: unknown, path: string): unknown {
  if (path === '') return body;
  return path.split('.').reduce<unknown>((value, name) => {
    if (Array.isArray(value)) return value[Number(name)];
    return isPlain(value) ? value[name] : undefined;
  }, body);
}

/** A message goes as soon as somebody touched its field. */
export const goneWhereChanged = (problems: Problems, before: unknown, after: unknown): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([path]) => same(valueAt(before, path), valueAt(after, path))));

/** Everything said about a field, and about what lies within it when it is shown as one. */
export const messagesAt = (problems: Problems, path: string): string[] =>
  Object.entries(problems).flatMap(([at, said]) => (at === path || at.startsWith(`${path}.`) ? said : []));

export function fieldProps(problems: Problems, path: string): { validateStatus?: 'error'; help?: string } {
  const said = messagesAt(problems, path);
  return said.length === 0 ? {} : { validateStatus: 'error', help: [...new Set(said)].join(' ') };
}
