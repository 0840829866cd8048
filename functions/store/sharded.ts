import { BadCursor } from '#domain/errors';
import type { Page, PageRequest } from '#ports';
import type { Context } from './context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { collect, isPosition, type Listing, limitOf } from './page.ts';
import { shards } from './table.ts';

/**
 * One page over all shards of an index, which are read at once: mostly there is little in any of them. Ordered within a
 * shard, not between them; a page may be short, the last one empty. @throws BadCursor
 */
export async function pageOverShards<T>(
  context: Context,
  listingOf: (shard: number) => Listing<T>,
  request: PageRequest,
): Promise<Page<T>> {
  const limit = limitOf(request);
  const first = listingOf(0);
  let { shard, position } = startOf(listingOf, first, request.cursor);
  const start = { shard, position };
  const found = await Promise.all(
    Array.from({ length: shards - start.shard }, (_, n) =>
      collect(context, listingOf(start.shard + n), n === 0 ? start.position : null, limit),
    ),
  );
  const rows: T[] = [];
  for (const one of found) {
    // A shard that does not fit any more is read again for the next page.
    if (rows.length > 0 && rows.length + one.rows.length > limit) break;
    rows.push(...one.rows);
    position = one.position;
    if (position !== null) break;
    shard++;
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
