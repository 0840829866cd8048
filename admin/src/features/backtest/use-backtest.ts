import { useEffect, useRef, useState } from 'react';
import type { Result } from '#domain/backtest/backtest';
import type { History } from '#domain/backtest/history';
import { baseOf, siteOf } from '#domain/document-id';
import { addDays, localDate } from '#domain/time';
import type { Definition } from '#domain/workflow/definition';
import { useNow } from '../clock/system-clock.tsx';
import { useWorkplace } from '../workplace/workplace.tsx';
import type { Task } from './backtest-worker.ts';
import { loadHistories, Stopped } from './load-histories.ts';
import { type Running, runBacktest } from './run-backtest.ts';
import { useRead } from './use-read.ts';

export const DAYS = 90;

/** A finished back-test, with what it was made of: the two lines of an item are made again from it. */
export interface Tested {
  result: Result;
  task: Task;
  histories: ReadonlyMap<string, History>;
}
export type Stage =
  | { at: 'idle' }
  | { at: 'reading'; items: number }
  | { at: 'running'; items: number; all: number }
  | { at: 'failed'; message: string }
  | { at: 'done'; tested: Tested };

interface Tried {
  id: string;
  draft: Definition;
  current: Definition | null;
}

/** Whose past a workflow is tried on: items that ran on it, or would have at the site whose own version it is. */
function concerns({ workflow, filed }: History, { id, current }: Tried): boolean {
  const site = siteOf(id);
  if (site !== null && filed.site !== site) return false;
  // One that was never in force has no items of its own.
  if (current === null) return true;
  return site === null ? workflow.id === id : baseOf(workflow.id) === baseOf(id);
}

/** Reads the pasts of the last 90 days and runs draft and version in force over them, one attempt at a time. */
export function useBacktest(tried: Tried): { stage: Stage; outdated: boolean; start: () => void; stop: () => void } {
  const { me } = useWorkplace();
  const now = useNow();
  const read = useRead();
  const [stage, setStage] = useState<Stage>({ at: 'idle' });
  const attempt = useRef<{ stopped: boolean; running?: Running }>({ stopped: true });
  const stop = () => {
    attempt.current.stopped = true;
    attempt.current.running?.stop();
    setStage((before) => (before.at === 'done' ? before : { at: 'idle' }));
  };
  useEffect(
    () => () => {
      attempt.current.stopped = true;
      attempt.current.running?.stop();
    },
    [],
  );

  const run = async (mine: typeof attempt.current): Promise<Tested> => {
    const only = siteOf(tried.id);
    const sites = me.sites.filter(({ id }) => only === null || id === only);
    const counts = new Map<string, number>();
    const told = (site: string, items: number) => {
      counts.set(site, items);
      if (!mine.stopped) setStage({ at: 'reading', items: [...counts.values()].reduce((all, n) => all + n, 0) });
    };
    const [facts, ...bySite] = await Promise.all([
      read.facts(),
      ...sites.map(({ id: site, zone }) => {
        const to = localDate(now, zone);
        const stopped = () => mine.stopped;
        const from = addDays(to, -DAYS);
        return loadHistories({
          ...{ reader: me.person.id, site, kind: tried.draft.kind, from, to, read: read.page, stopped },
          onRead: (items) => told(site, items),
        });
      }),
    ]);
    if (mine.stopped) throw new Stopped();
    const histories = bySite.flat().filter((history) => concerns(history, tried));
    const task: Task = { draft: tried.draft, current: tried.current, facts, until: now };
    const progress = (items: number) => {
      if (!mine.stopped) setStage({ at: 'running', items, all: histories.length });
    };
    progress(0);
    mine.running = runBacktest(histories, task, { onProgress: progress });
    const result = await mine.running.done;
    return { result, task, histories: new Map(histories.map((history) => [history.id, history])) };
  };

  const start = () => {
    stop();
    const mine = { stopped: false };
    attempt.current = mine;
    setStage({ at: 'reading', items: 0 });
    run(mine).then(
      (tested) => {
        if (!mine.stopped) setStage({ at: 'done', tested });
      },
      (error: unknown) => {
        if (mine.stopped || error instanceof Stopped) return;
        mine.stopped = true;
        setStage({ at: 'failed', message: error instanceof Error ? error.message : String(error) });
      },
    );
  };
  const outdated =
    stage.at === 'done' && (stage.tested.task.draft !== tried.draft || stage.tested.task.current !== tried.current);
  return { stage, outdated, start, stop };
}
