import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MINUTE } from '#domain/time';
import { smtpMailer } from '#mail/smtp-mailer';
import { reachOf, startLifeSystem, timelineOf, timerProblems } from './life-system.ts';

/** What a process that lives the scripted life is told when it starts: `process.argv[2]`, as JSON. */
export interface Birth {
  dataDir: string;
  smtpPort: number;
  /** The clock's world stood still while no process was there: its time at the last death. */
  worldTime: number;
  /** Clock against the machine's; 0: it stands still unless it is moved, to the very instant. */
  speed: number;
  /** A database somebody else runs; its own otherwise. */
  endpoint?: string;
  /** The complaint, when it is filed already. */
  item: string | null;
}
/** What it answers first: what is wrong before its clock runs on. */
export interface Ready {
  ready: true;
  problems: string[];
  /** Process of its database; null: it has none of its own. */
  engine: number | null;
  /** When its clock began to run, by the machine's. */
  born: number;
}
export interface Call {
  id: number;
  name: 'to' | 'file' | 'page' | 'act' | 'look';
  args: unknown[];
}
export type Answer = { id: number; value: unknown } | { id: number; error: string };

async function main(birth: Birth): Promise<void> {
  let born: number | null = null;
  const real = () => birth.worldTime + (born === null ? 0 : Date.now() - born);
  const mailer = smtpMailer({
    host: '127.0.0.1',
    port: birth.smtpPort,
    secure: false,
    from: { name: 'Steward', address: 'steward@demo.example' },
  });
  const { dataDir, endpoint, speed } = birth;
  const system = await startLifeSystem({ dataDir, mailer, real, endpoint });
  void system.ended.then(() => process.exit(1));
  const problemsOf = (id: string | null) => (id === null ? Promise.resolve([]) : timerProblems(system, id));
  await system.settle();
  const problems = await problemsOf(birth.item);
  const engineOf = (): number => JSON.parse(readFileSync(join(dataDir, 'engine.pid'), 'utf8')).engine;
  const engine = endpoint === undefined ? engineOf() : null;
  const reach = reachOf(system);
  const calls: Record<Call['name'], (...args: never[]) => Promise<unknown>> = {
    ...reach,
    /** The clock runs by itself here; only where nobody does anything for long it leaps. */
    async to(instant: number) {
      if (speed === 0) return reach.to(instant);
      if (system.clock.now() < instant - 2 * MINUTE) await system.timers.to(instant - 2 * MINUTE);
      while (system.clock.now() < instant) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    async look(id: string) {
      await system.settle();
      const pending = await system.ports.outbox.pendingOf('demo', id);
      return {
        timeline: await timelineOf(system, id),
        problems: [...(await problemsOf(id)), ...pending.map(({ effect }) => `${effect.id} is pending`)],
      };
    },
  };
  process.on('message', ({ id, name, args }: Call) => {
    calls[name](...(args as never[])).then(
      (value) => process.send?.({ id, value: value ?? null } satisfies Answer),
      (error: unknown) => process.send?.({ id, error: String(error) } satisfies Answer),
    );
  });
  if (speed > 0) {
    system.clock.setSpeed(speed);
    born = Date.now();
    system.timers.start();
  }
  process.send?.({ ready: true, problems, engine, born: born ?? Date.now() } satisfies Ready);
}

await main(JSON.parse(process.argv[2] ?? '{}'));
