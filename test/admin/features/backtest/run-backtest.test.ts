import { expect, test } from 'vitest';
import { backtest, together } from '#domain/backtest/backtest';
import { historyOf } from '#domain/backtest/history-of';
import { DAY } from '#domain/time';
import { at, directory, facts } from '#test/support/estate';
import { liveItem } from '#test/support/lived-items';
import { defaultCalendar } from '#workflows/default-calendar';
import { defaultComplaint } from '#workflows/default-complaint';
import { defaultRouting } from '#workflows/default-routing';
import type { FromWorker, Task, ToWorker } from '../../../../admin/src/features/backtest/backtest-worker.ts';
import { compileFacts } from '../../../../admin/src/features/backtest/plain-facts.ts';
import { runBacktest, type Working } from '../../../../admin/src/features/backtest/run-backtest.ts';

const start = at('2026-11-02', '09:00');
const until = start + 20 * DAY;
const histories = Array.from({ length: 450 }, (_, seed) => {
  const { item, timeline } = liveItem(seed, { definition: defaultComplaint, facts, start, until, acts: 3 });
  return historyOf(item, timeline);
});
const draft = { ...defaultComplaint, pauseCap: { kind: 'elapsed', minutes: 5 } } as const;
const task: Task = {
  draft,
  current: defaultComplaint,
  until,
  facts: {
    directory,
    sites: [
      { site: 'east-lake', calendar: { reference: 'cn-office@1', body: defaultCalendar }, routing: defaultRouting },
    ],
  },
};

/** A worker in this thread: what goes in and comes out is copied, as between threads. */
function fakeWorkers(fail = false) {
  const living = new Set<Working>();
  const spawn = (): Working => {
    let given: Task | null = null;
    const worker: Working = {
      onmessage: null,
      onerror: null,
      terminate: () => void living.delete(worker),
      postMessage(message: ToWorker) {
        const copy = structuredClone(message);
        if ('task' in copy) {
          given = copy.task;
          return;
        }
        queueMicrotask(() => {
          if (!living.has(worker)) return;
          if (fail || given === null) worker.onerror?.({ message: 'out of memory' } as ErrorEvent);
          else {
            const result = backtest(copy.histories, { ...given, facts: compileFacts(given.facts) });
            const data: FromWorker = structuredClone({ result, items: copy.histories.length });
            worker.onmessage?.({ data } as MessageEvent<FromWorker>);
          }
        });
      },
    };
    living.add(worker);
    return worker;
  };
  return { spawn, living };
}

test('workers together find what one would, tell how far they are, and end', async () => {
  const { spawn, living } = fakeWorkers();
  const told: number[] = [];
  const { done } = runBacktest(histories, task, { spawn, workers: 2, onProgress: (items) => told.push(items) });
  expect(living.size).toBe(2);
  const result = await done;
  expect(result).toEqual(together([backtest(histories, { ...task, facts: compileFacts(task.facts) })]));
  expect(result.draft.items).toBe(450);
  expect(told.at(-1)).toBe(450);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
  expect(living.size).toBe(0);
});

test('nothing to try is done at once, by nobody', async () => {
  const { spawn, living } = fakeWorkers();
  const { done } = runBacktest([], task, { spawn, workers: 2, onProgress: () => {} });
  expect((await done).draft.items).toBe(0);
  expect(living.size).toBe(0);
});

test('stopped, no worker is left; a worker that dies ends it with its reason', async () => {
  const stopped = fakeWorkers();
  const running = runBacktest(histories, task, { spawn: stopped.spawn, workers: 2, onProgress: () => {} });
  running.stop();
  expect(stopped.living.size).toBe(0);
  const broken = fakeWorkers(true);
  const { done } = runBacktest(histories, task, { spawn: broken.spawn, workers: 2, onProgress: () => {} });
  await expect(done).rejects.toThrow('out of memory');
  expect(broken.living.size).toBe(0);
});
