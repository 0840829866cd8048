import type { Logger } from '#ports';

export type Level = 'info' | 'warn' | 'error' | 'silent';
const order: readonly Level[] = ['info', 'warn', 'error', 'silent'];
export const isLevel = (level: string | undefined): level is Level => order.some((known) => known === level);

/** One line of JSON an event; what is below `level` is not written. */
export const createLogger = (out: { write(line: string): unknown }, level: Level = 'warn'): Logger => {
  const write = (of: Level) => (message: string, data?: Record<string, unknown>) => {
    if (order.indexOf(of) >= order.indexOf(level)) out.write(`${JSON.stringify({ level: of, message, ...data })}\n`);
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
};
