import '../../no-eval.ts';
import { backtest, type Result, type Trial } from '#domain/backtest/backtest';
import type { History } from '#domain/backtest/history';
import type { Definition } from '#domain/workflow/definition';
import { compileFacts, type PlainFacts } from './plain-facts.ts';

/** What is tried; sent first, once. */
export interface Task {
  draft: Definition;
  current: Definition | null;
  facts: PlainFacts;
  until: number;
}
export type ToWorker = { task: Task } | { histories: readonly History[] };
export type FromWorker = { result: Result; items: number };

let trial: Trial | null = null;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('task' in data) {
    trial = { ...data.task, facts: compileFacts(data.task.facts) };
    return;
  }
  if (trial === null) throw new Error('The task comes before the histories.');
  postMessage({ result: backtest(data.histories, trial), items: data.histories.length } satisfies FromWorker);
});
