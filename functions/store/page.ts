import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Counted } from '#domain/counted';
import { BadCursor } from '#domain/errors';
import type { ItemFilter, Page, PageRequest } from '#ports';
import type { Context } from './context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { IndexName } from './table.ts';

export type Row = Record<string, unknown>;

/** One access pattern as data: a Query, never a Scan. */
export interface Listing<T> {
  /** Name and parameters: a cursor is bound to both. */
  list: string;
  scope: readonly unknown[];
  /** Absent: the table itself, read strongly consistent. */
  index?: IndexName | 'byTime';
  /** Names and values of the key attributes. */
  partition: readonly [attribute: string, value: string];
  /** `between`: from the first value on, before the second. */
  sort: readonly [attribute: string, condition?: keyof typeof conditions, value?: string, to?: string];
  newestFirst?: boolean;
  filter?: ItemFilter;
  /** A test of rows beside the filter, over attributes of their own; its names and values begin with `#w` and `:w`. */
  where?: { test: string; names: Record<string, string>; values: Row };
  /** What a position (the sort key of the last row shown) must look like. */
  position: RegExp;
  /** Key attributes of the row at a position, besides those of the index. */
  keyAt: (position: string) => Row;
  read: (row: Row) => T;
}

/** Queries for one page and rows evaluated by one of them: what a filter that matches little may cost at most. */
const maxQueries = 10;
const maxEvaluated = 250;
const defaultLimit = 20;
const maxLimit = 100;
export const limitOf = (request: PageRequest): number =>
  Math.min(Math.max(Math.trunc(request.limit ?? defaultLimit), 1), maxLimit);

/**
 * One page. Without a filter a `next` always leads to at least one more row. With a filter the search stops after
 * a bounded number of evaluated rows, so a page may be short or empty and still have a `next`.
 * @throws BadCursor
 */
export async function page<T>(context: Context, listing: Listing<T>, request: PageRequest): Promise<Page<T>> {
  const position = request.cursor === undefined ? null : positionOf(listing, request.cursor);
  const found = await collect(context, listing, position, limitOf(request));
  return {
    rows: found.rows,
    next: found.position === null ? null : encodeCursor(listing.list, listing.scope, [found.position]),
  };
}

function positionOf<T>(listing: Listing<T>, cursor: string): string {
  const [position, ...rest] = decodeCursor(listing.list, listing.scope, cursor);
  if (rest.length > 0 || !isPosition(listing, position)) throw new BadCursor(listing.list);
  return position;
}

/** Also inside the sort key condition: the database refuses a start outside of it. */
export function isPosition<T>(listing: Listing<T>, position: unknown): position is string {
  if (typeof position !== 'string' || !listing.position.test(position)) return false;
  const [, condition, value = '', to = ''] = listing.sort;
  switch (condition) {
    case undefined:
      return true;
    case 'before':
      return position < value;
    case 'startsWith':
      return position.startsWith(value);
    case 'between':
      return value <= position && position < to;
  }
}

/** How many rows a list without a filter has, counted no further than `most`: so many rows are read, and one more. */
export async function count<T>(context: Context, listing: Listing<T>, most: number): Promise<Counted> {
  const query = queryOf(context.table, { ...listing, filter: {} });
  let counted = 0;
  let start: Row | undefined;
  do {
    const Limit = most + 1 - counted;
    const answer = await context.client.send(
      new QueryCommand({ ...query, Select: 'COUNT', Limit, ...(start ? { ExclusiveStartKey: start } : {}) }),
    );
    counted += answer.Count ?? 0;
    start = answer.LastEvaluatedKey;
  } while (start && counted <= most);
  return { count: Math.min(counted, most), more: counted > most };
}

/** Rows after `position` and the position to go on from; null = nothing is left. */
export async function collect<T>(
  context: Context,
  listing: Listing<T>,
  position: string | null,
  limit: number,
): Promise<{ rows: T[]; position: string | null }> {
  const sortAt = (row: Row) => String(row[listing.sort[0]]);
  const query = queryOf(context.table, listing);
  const rows: Row[] = [];
  let start = position === null ? undefined : startAt(listing, position);
  for (let queries = 0, evaluate = limit + 1; queries < maxQueries; queries++) {
    const answer = await context.client.send(
      new QueryCommand({ ...query, Limit: evaluate, ...(start ? { ExclusiveStartKey: start } : {}) }),
    );
    rows.push(...(answer.Items ?? []));
    const last = rows[limit - 1];
    if (rows.length > limit && last) return { rows: rows.slice(0, limit).map(listing.read), position: sortAt(last) };
    if (!answer.LastEvaluatedKey) return { rows: rows.map(listing.read), position: null };
    start = answer.LastEvaluatedKey;
    evaluate = Math.min(evaluate * 2, maxEvaluated);
  }
  return { rows: rows.map(listing.read), position: start ? sortAt(start) : null };
}

/** A sort key goes on behind an instant with "#", so no key equals the end of `BETWEEN`. */
const conditions = {
  before: '#sort < :bound',
  startsWith: 'begins_with(#sort, :bound)',
  between: '#sort BETWEEN :bound AND :end',
} as const;

const startAt = <T>(listing: Listing<T>, position: string): Row => ({
  [listing.partition[0]]: listing.partition[1],
  [listing.sort[0]]: position,
  ...listing.keyAt(position),
});

function queryOf<T>(table: string, listing: Listing<T>): QueryCommandInput {
  const [sort, condition, bound, end] = listing.sort;
  const names: Record<string, string> = { '#partition': listing.partition[0] };
  const values: Row = { ':partition': listing.partition[1] };
  let key = '#partition = :partition';
  if (condition !== undefined) {
    names['#sort'] = sort;
    values[':bound'] = bound;
    if (condition === 'between') values[':end'] = end;
    key += ` AND ${conditions[condition]}`;
  }
  const tests: string[] = [];
  for (const [field, wanted] of Object.entries(listing.filter ?? {})) {
    if (wanted === undefined) continue;
    names['#summary'] = 'summary';
    names[`#${field}`] = field;
    const several: string[] | null = Array.isArray(wanted) ? wanted : null;
    for (const [index, one] of (several ?? [wanted]).entries()) values[`:${field}${index}`] = one;
    tests.push(
      several
        ? `#summary.#${field} IN (${several.map((_, index) => `:${field}${index}`).join(', ')})`
        : `#summary.#${field} = :${field}0`,
    );
  }
  if (listing.where) {
    Object.assign(names, listing.where.names);
    Object.assign(values, listing.where.values);
    tests.push(listing.where.test);
  }
  return {
    TableName: table,
    KeyConditionExpression: key,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
    ScanIndexForward: listing.newestFirst !== true,
    ...(listing.index === undefined ? { ConsistentRead: true } : { IndexName: listing.index }),
    ...(tests.length > 0 ? { FilterExpression: tests.join(' AND ') } : {}),
  };
}
