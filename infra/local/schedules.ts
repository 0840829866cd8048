import { randomUUID } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { Instant } from '#domain/time';
import type { Clock, Logger, Schedules } from '#ports';
import type { TimerSource } from './timers.ts';

/** Called at least once a schedule; a call that throws is repeated later. */
export type ScheduleHandler = (name: string, payload: Record<string, unknown>, at: Instant) => Promise<void>;

export interface SchedulesOptions {
  client: DynamoDBDocumentClient;
  /** The local table: string keys `pk` and `sk`. */
  table: string;
  clock: Clock;
  handler: ScheduleHandler;
  logger: Logger;
}

/**
 * Rows: `schedule` / `<name>`, and in the order of the due times `schedule-timer` / `<due>#<name>`, always written
 * together. `arm` tells one arming of a name from the next; `due` is after `at` once a call has failed.
 */
const ROWS = 'schedule';
const TIMERS = 'schedule-timer';
const DIGITS = 15;
const row = z.object({
  name: z.string(),
  at: z.number(),
  due: z.number(),
  arm: z.string(),
  attempts: z.number(),
  payload: z.string(),
});
type Row = z.infer<typeof row>;

const MINUTE = 60_000;
const LONGEST_DELAY = 60 * MINUTE;
/** Changes of one name at the same time that are tried again before giving up. */
const TRIES = 10;

const timerSort = (due: Instant, name: string): string => `${String(due).padStart(DIGITS, '0')}#${name}`;

/** One-time schedules on one machine, kept until their handler has done its work. One process a table. */
export const createSchedules = (options: SchedulesOptions): Schedules & TimerSource => {
  const { client, table, clock, handler, logger } = options;
  /** What falls due next, while nothing has changed since it was looked up. */
  let next: Promise<Instant | null> | null = null;

  const get = async (name: string): Promise<Row | null> => {
    const Key = { pk: ROWS, sk: name };
    const answer = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return answer.Item ? row.parse(answer.Item) : null;
  };
  /** Puts `after` in place of `before` (null: none). False: the name was armed or disarmed meanwhile. */
  const replace = async (name: string, before: Row | null, after: Row | null): Promise<boolean> => {
    const condition = before
      ? { ConditionExpression: 'arm = :arm', ExpressionAttributeValues: { ':arm': before.arm } }
      : { ConditionExpression: 'attribute_not_exists(pk)' };
    const Key = { pk: ROWS, sk: name };
    const moved = before && before.due !== after?.due;
    const operations = [
      after
        ? { Put: { TableName: table, Item: { ...Key, ...after }, ...condition } }
        : { Delete: { TableName: table, Key, ...condition } },
      ...(moved ? [{ Delete: { TableName: table, Key: { pk: TIMERS, sk: timerSort(before.due, name) } } }] : []),
      ...(after ? [{ Put: { TableName: table, Item: { pk: TIMERS, sk: timerSort(after.due, name) } } }] : []),
    ];
    try {
      await client.send(new TransactWriteCommand({ TransactItems: operations }));
      return true;
    } catch (error) {
      if (error instanceof TransactionCanceledException) {
        if (error.CancellationReasons?.some((reason) => reason.Code === 'ConditionalCheckFailed')) return false;
      }
      throw error;
    } finally {
      next = null;
    }
  };
  const change = async (name: string, after: Row | null): Promise<void> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await get(name);
      if (!before && !after) return;
      if (await replace(name, before, after)) return;
    }
    throw new Error(`The schedule "${name}" is being changed by too many at once.`);
  };
  const due = async (until: Instant, limit: number): Promise<{ due: Instant; name: string }[]> => {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk <= :until',
        ExpressionAttributeValues: { ':pk': TIMERS, ':until': `${timerSort(until, '')}\uffff` },
        Limit: limit,
      }),
    );
    return (answer.Items ?? [])
      .map(({ sk }) => String(sk))
      .map((sk) => ({ due: Number(sk.slice(0, DIGITS)), name: sk.slice(DIGITS + 1) }));
  };
  const carryOut = async (schedule: Row): Promise<void> => {
    const { name, attempts } = schedule;
    try {
      await handler(name, JSON.parse(schedule.payload), schedule.at);
    } catch (error) {
      const delay = Math.min(MINUTE * 2 ** attempts, LONGEST_DELAY);
      logger.warn('schedule failed', { schedule: name, attempts: attempts + 1, error: String(error) });
      await replace(name, schedule, { ...schedule, attempts: attempts + 1, due: clock.now() + delay });
      return;
    }
    await replace(name, schedule, null);
  };

  return {
    arm: (name, at, payload) =>
      change(name, { name, at, due: at, arm: randomUUID(), attempts: 0, payload: JSON.stringify(payload) }),
    disarm: (name) => change(name, null),
    async nextDue() {
      const looking = next ?? due(10 ** DIGITS - 1, 1).then(([first]) => first?.due ?? null);
      next = looking;
      try {
        return await looking;
      } catch (error) {
        if (next === looking) next = null;
        throw error;
      }
    },
    async fire(now) {
      for (let page = await due(now, 25); page.length > 0; page = await due(now, 25)) {
        for (const timer of page) {
          const schedule = await get(timer.name);
          if (schedule?.due === timer.due) await carryOut(schedule);
        }
      }
    },
  };
};

export interface RecurringOptions {
  clock: Clock;
  logger: Logger;
  /** Of several due times that passed at once, only the last is called. @default false */
  coalesce?: boolean;
}

/** Calls `handler` at every multiple of `minutes` since 1970 after it was made. A call that throws is logged; the next one comes at its time. */
export const everyMinutes = (
  minutes: number,
  handler: (due: Instant) => Promise<void>,
  { clock, logger, coalesce = false }: RecurringOptions,
): TimerSource => {
  const period = minutes * MINUTE;
  let last = clock.now();
  const following = (): Instant => (Math.floor(last / period) + 1) * period;
  const lastDue = (until: Instant): Instant | null => {
    const due = Math.floor(until / period) * period;
    return due > last ? due : null;
  };
  return {
    nextDue: async () => following(),
    async fire(now) {
      for (let due = following(); due <= now; due = following()) {
        last = coalesce ? (lastDue(now) ?? due) : due;
        try {
          await handler(last);
        } catch (error) {
          logger.error('recurring work failed', { due: last, error: String(error) });
        }
      }
    },
    ...(coalesce ? { lastDue } : {}),
  };
};
