import { z } from 'zod';
import { toIso } from '#domain/time';

/** On the wire instants are ISO 8601 in UTC ("2026-11-23T12:00:00.000Z"); inside they are epoch milliseconds. */
export const WireInstant = z.iso.datetime();
export const wireInstant = (at: number): string => toIso(at);
export const wireInstantOrNull = (at: number | null): string | null => (at === null ? null : toIso(at));

/** Lists: `next` is an opaque cursor for the following page, null at the end. No totals: counting costs a full read. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ data: z.array(row), next: z.string().nullable() });

export const PageQuery = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** Refine's HttpError: `errors` maps a field path ("reporter.phone") to messages in the caller's language. */
export const ApiError = z.object({
  message: z.string(),
  statusCode: z.number(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
});
