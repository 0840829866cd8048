import { useCustom } from '@refinedev/core';
import { createContext, type PropsWithChildren, use, useEffect, useMemo, useState } from 'react';
import { useSession } from '../session/session-context.ts';

interface Filling {
  day: number;
  days: number;
}
/** GET /local/clock. */
interface LocalClock {
  id?: string;
  now: string | number;
  speed: number;
  /** A first start fills the demo estate: how far it is. */
  filling?: Filling | null;
}
interface ClockValue {
  /** The system's present, epoch ms; read anew every few seconds so that words like "2 h left" stay true. */
  now: number;
  /** While the demo estate is being filled the clock runs ahead by itself. */
  filling: Filling | null;
  /** Asks the local clock again, after it was moved. */
  refresh: () => Promise<void>;
}
const Context = createContext<ClockValue | null>(null);
const TICK = 10_000;
const SOON = 2_000;

/** The present as the system sees it: a local system's clock can be moved, anywhere else it is the real time. */
export function useNow(): number {
  return useSystemClock().now;
}
export function useSystemClock(): ClockValue {
  const value = use(Context);
  if (value === null) throw new Error('useSystemClock is called outside SystemClock');
  return value;
}

export function SystemClock({ children }: PropsWithChildren) {
  const { local } = useSession();
  const { query } = useCustom<LocalClock>({
    url: '/local/clock',
    method: 'get',
    queryOptions: { enabled: local, refetchInterval: ({ state }) => (state.data?.data.filling ? SOON : 3 * TICK) },
    errorNotification: false,
  });
  const [real, setReal] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setReal(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);

  const told = query.data?.data;
  const { refetch, dataUpdatedAt } = query;
  const value = useMemo<ClockValue>(
    () => ({
      now: told ? systemTime(told, dataUpdatedAt, Math.max(real, dataUpdatedAt)) : real,
      filling: told?.filling ?? null,
      refresh: async () => {
        await refetch();
      },
    }),
    [told, dataUpdatedAt, real, refetch],
  );
  return <Context value={value}>{children}</Context>;
}

/** `told` was true at `toldAt` of this machine's time; both clocks ran on since, the system's at its own speed. */
export function systemTime(told: { now: string | number; speed: number }, toldAt: number, real: number): number {
  const then = typeof told.now === 'number' ? told.now : Date.parse(told.now);
  return then + (real - toldAt) * told.speed;
}
