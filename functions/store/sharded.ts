import { BadCursor } from '#domain/errors';
import type { Page, PageRequest } from '#ports';
import type { Context } from './context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { collect, isPosition, type Listing, limitOf } from './page.ts';
import { shards } from './table.ts';

/**
 * One page over all shards of an index, shard after shard: ordered within a shard, not between them. The last page
 * may be empty. @throws BadCursor
 */
export async function pageOverShards<T>(
  context: Context,
  listingOf: (shard: number) => Listing<T>,
  request: PageRequest,
): Promise<Page<T>> {
  const limit = limitOf(request);
  const first = listingOf(0);
  let { shard, position } = startOf(listingOf, first, request.cursor);
  const rows: T[] = [];
  while (shard < shards && rows.length < limit) {
    const found = await collect(context, listingOf(shard), position, limit - rows.length);
    rows.push(...found.rows);
    position = found.position;
    if (position === null) shard++;
  }
  const next = shard < shards ? encodeCursor(first.list, first.scope, [shard, position]) : null;
  return { rows, next };
}

function startOf<T>(listingOf: (shard: number) => Listing<T>, first: Listing<T>, cursor: string | undefined) {
  if (cursor === undefined) return { shard: 0, position: null };
  const [shard, position, ...rest] = decodeCursor(first.list, first.scope, cursor);
  if (typeof shard !== 'number' || !Number.isInteger(shard) || shard < 0 || shard >= shards || rest.length > 0)
    throw new BadCursor(first.list);
  if (position === null) return { shard, position };
  if (!isPosition(listingOf(shard), position)) throw new BadCursor(first.list);
  return { shard, position };
}
