import { type Result, together } from '#domain/backtest/backtest';
import type { History } from '#domain/backtest/history';
import type { FromWorker, Task, ToWorker } from './backtest-worker.ts';

/** The part of a Worker that is used. */
export interface Working {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}
export interface Running {
  done: Promise<Result>;
  /** `done` never settles after it. */
  stop(): void;
}
interface Options {
  onProgress: (items: number) => void;
  spawn?: () => Working;
  workers?: number;
}

/** Enough for a worker to be busy, few enough for progress to move and a page to stay free while they are handed over. */
const PART = 100;
const MOST_WORKERS = 4;

const spawnWorker = (): Working =>
  new Worker(new URL('./backtest-worker.ts', import.meta.url), { type: 'module', name: 'back-test' });

/** Runs the task over histories in workers, part by part; the page stays free. */
export function runBacktest(histories: readonly History[], task: Task, options: Options): Running {
  const { onProgress, spawn = spawnWorker } = options;
  const count = options.workers ?? Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency || 2));
  const parts: (readonly History[])[] = [];
  for (let from = 0; from < histories.length; from += PART) parts.push(histories.slice(from, from + PART));
  const workers: Working[] = [];
  const stop = () => {
    for (const worker of workers) worker.terminate();
  };
  const done = new Promise<Result>((resolve, reject) => {
    const results: Result[] = [];
    const all = parts.length;
    let items = 0;
    if (all === 0) resolve(together([]));
    for (let n = 0; n < Math.min(count, all); n += 1) {
      const worker = spawn();
      workers.push(worker);
      const feed = () => {
        const part = parts.shift();
        if (part) worker.postMessage({ histories: part });
      };
      worker.onmessage = ({ data }) => {
        results.push(data.result);
        items += data.items;
        onProgress(items);
        if (results.length < all) return feed();
        stop();
        resolve(together(results));
      };
      worker.onerror = ({ message }) => {
        stop();
        reject(new Error(message));
      };
      worker.postMessage({ task });
      feed();
    }
  });
  return { done, stop };
}
