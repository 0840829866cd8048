import type { Logger } from '#ports';

/** The part of `process` that ends it. */
export interface Endable {
  on(event: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'disconnect', listener: () => void): unknown;
  exit(code: number): void;
}
export interface Shutdown {
  /** Closed last-added first. */
  add(close: () => Promise<void>): void;
  /** Closes everything and ends the process; once. */
  stop(code: number): Promise<void>;
  isStopping(): boolean;
}

/** Longer than any part takes; then the process ends all the same. */
const PATIENCE = 10_000;

/** Ctrl-C, a signal or the launcher's end (its channel closes, even by kill -9) closes everything in order and exits with 0. */
export const createShutdown = (process: Endable, logger: Logger): Shutdown => {
  const parts: (() => Promise<void>)[] = [];
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    // The terminal and the launcher both tell us.
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    for (let close = parts.pop(); close; close = parts.pop()) {
      await close().catch((error: unknown) => logger.error('A part did not stop cleanly', { error: String(error) }));
    }
    process.exit(code);
  };
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(event, () => void stop(0));
  return { add: (close) => parts.push(close), stop, isStopping: () => stopping };
};
