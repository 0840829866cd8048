import { instantAt } from '#domain/time';
import type { ActionField } from './action-fields.ts';

const LOCAL = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;

/**
 * The request body of an action: what was left empty is left out, a typed-in local time ("2026-11-24T09:30", the
 * site's) becomes an instant. Instants go as ISO strings.
 */
export function actionBody(
  fields: readonly ActionField[],
  values: Record<string, unknown>,
  zone: string,
): Record<string, unknown> {
  const pairs = fields.flatMap(({ name, kind }) => {
    const value = values[name];
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
      return [];
    if (kind === 'asset') return [[name, (value as { id: string }).id]];
    const isTime = (kind === 'promiseTime' || kind === 'untilTime') && typeof value === 'string';
    return [[name, isTime ? toInstant(value, zone) : value]];
  });
  return Object.fromEntries(pairs);
}

/** ISO instants pass through; a local time is read in the zone. */
export function toInstant(time: string, zone: string): string {
  if (time.endsWith('Z')) return time;
  const [, date, clock] = LOCAL.exec(time) ?? [];
  return date && clock ? new Date(instantAt(date, clock, zone)).toISOString() : time;
}
