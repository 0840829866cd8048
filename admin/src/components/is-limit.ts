import type { Limit } from '#domain/limit';

/** The API sends a domain limit where its schema leaves the form open. */
export function isLimit(value: unknown): value is Limit {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
