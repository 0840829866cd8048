import { type HttpError, useDataProvider } from '@refinedev/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { Moved as MovedSchema } from '#http/schemas/impact';

type Moved = z.infer<typeof MovedSchema>;
/** Complaints of one group, and where those go that cannot stay where they stand. */
export interface Batch {
  items: readonly string[];
  step: string | null;
}
export type Moving =
  | { stage: 'idle' }
  | { stage: 'running'; done: number; all: number }
  | { stage: 'done'; moved: number; left: Moved['left'] }
  /** What was moved until then stays moved; said again, it goes on. */
  | { stage: 'failed'; message: string; moved: number };

/** Complaints of one request: few seconds each, so that the progress is seen. */
const AT_ONCE = 25;

/** Moves complaints to the version that was looked at, some at a time; `start` answers whether it came to its end. */
export function useMoving(id: string, moved: () => Promise<void>) {
  const provider = useDataProvider()();
  const [moving, setMoving] = useState<Moving>({ stage: 'idle' });
  const start = async (batches: readonly Batch[], version: number): Promise<boolean> => {
    const parts = batches.flatMap(({ items, step }) =>
      Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, n) => ({
        items: items.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
        step,
      })),
    );
    const all = parts.reduce((sum, { items }) => sum + items.length, 0);
    const sum: Moved = { moved: 0, left: [] };
    let done = 0;
    let whole = false;
    setMoving({ stage: 'running', done, all });
    try {
      for (const part of parts) {
        const answer = await provider.custom?.<Moved & { id?: string }>({
          url: `/api/workflows/${id}/moves`,
          method: 'post',
          payload: { ...part, version },
        });
        if (!answer) throw new TypeError('The data provider cannot move anything.');
        sum.moved += answer.data.moved;
        // One that runs on it by now is where it should be.
        sum.left.push(...answer.data.left.filter(({ refused }) => refused.why !== 'already'));
        done += part.items.length;
        setMoving({ stage: 'running', done, all });
      }
      setMoving({ stage: 'done', ...sum });
      whole = true;
    } catch (error) {
      setMoving({ stage: 'failed', message: (error as HttpError).message, moved: sum.moved });
    }
    await moved();
    return whole;
  };
  return { moving, start, reset: () => setMoving({ stage: 'idle' }) };
}
