import { BadCursor } from '#domain/errors';
import { hash } from './keys.ts';

/**
 * Cursors are opaque: base64url of `[tag, position]`. The tag binds a cursor to one list with its parameters. The
 * position holds no partition key - that is built again from the caller's own parameters - so a forged one reaches
 * nothing that its list would not show.
 */
const tagOf = (list: string, scope: readonly unknown[]) => hash(JSON.stringify([list, ...scope])).toString(36);

export function encodeCursor(list: string, scope: readonly unknown[], position: readonly (string | number | null)[]) {
  return Buffer.from(JSON.stringify([tagOf(list, scope), ...position])).toString('base64url');
}

/** The position, each part checked by the caller. @throws BadCursor */
export function decodeCursor(list: string, scope: readonly unknown[], cursor: string): unknown[] {
  if (!/^[\w-]{1,2000}$/.test(cursor)) throw new BadCursor(list);
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw new BadCursor(list, { cause });
  }
  if (!Array.isArray(parsed) || parsed[0] !== tagOf(list, scope)) throw new BadCursor(list);
  return parsed.slice(1);
}
