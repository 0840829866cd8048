import { Logger as Powertools } from '@aws-lambda-powertools/logger';
import type { Logger } from '#ports';

export interface LoggerOptions {
  service: string;
  /** @default 'INFO' */
  level?: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'SILENT';
}

/** Names under which personal data travel; whatever stands there never reaches a log. */
const personal = new Set([
  'email',
  'phone',
  'name',
  'reporter',
  'description',
  'body',
  'token',
  'authorization',
  'told',
  'note',
  'to',
]);

const masked = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      if (personal.has(key.toLowerCase())) return [key, '***'];
      const isPlain = value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Error);
      return [key, isPlain ? masked(value as Record<string, unknown>) : value];
    }),
  );

/** Structured log lines. */
export function createLogger({ service, level = 'INFO' }: LoggerOptions): Logger {
  const powertools = new Powertools({ serviceName: service, logLevel: level });
  return {
    info: (message, data = {}) => powertools.info(message, masked(data)),
    warn: (message, data = {}) => powertools.warn(message, masked(data)),
    error: (message, data = {}) => powertools.error(message, masked(data)),
  };
}

/** What may be told of an unexpected error: its name, where it was thrown, and the names of its causes. */
export function errorDetails(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => line.trim());
  const cause = error.cause === undefined ? undefined : errorDetails(error.cause).error;
  return { error: error.name, at, ...(cause !== undefined && { cause }) };
}
