import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine } from '#local/database/engine';
import type { System } from '#local/system';
import { smtpMailer } from '#mail/smtp-mailer';
import { monthly, planOf } from '#test/functions/domain/plan/plan-fixture';
import { asset } from './assets.ts';
import { at } from './estate.ts';
import { Gone, startLifeProcess } from './life-keeper.ts';
import { inOrder, type LifeRecord } from './life-record.ts';
import { company, reachOf, seedLife, standOf, startLifeSystem, timelineOf } from './life-system.ts';
import { lifeStart } from './scripted-life.ts';
import { type SmtpInbox, startSmtpInbox } from './smtp-inbox.ts';
import { type StepRecorder, startRecordedDatabase } from './step-recorder.ts';

const site = 'east-lake';
/** The trigger fires half an hour after the life begins; one round of the sweeper is in it. */
const over = at('2026-11-23', '10:36');
const next = at('2026-12-23', '10:31');

/** The company with two pumps of different people, and a plan that is armed for both. */
export async function preparePlan(dataDir: string): Promise<void> {
  const system = await startLifeSystem({ dataDir, mailer: { send: () => Promise.reject(new Error('no mail yet')) } });
  await seedLife(system);
  const { ports } = system;
  const current = await ports.documents.current(company, 'maintenance', 'main');
  if (!current) throw new Error('There are no settings of maintenance.');
  const { kinds, ...others } = current.body;
  const told = { author: 'administrator', at: system.clock.now(), note: 'life' } as const;
  const plain = { ...others, kinds: kinds.map((kind) => ({ ...kind, checklist: null, accepted: false })) };
  await ports.documents.publish(company, { ...told, kind: 'maintenance', id: 'main', body: plain }, current.version);
  for (const [id, responsible] of Object.entries({ a1: 'repairer-a', a2: 'repairer-b' }))
    await ports.assets.put(asset({ id, responsible, certificateUntil: null, number: id, code: `code-${id}` }));
  const rule = { frequency: monthly(23), time: '10:30', start: '2026-11-01', nonWorkingDay: 'asIs' as const };
  const plan = planOf({ id: 'pumps', assets: ['a1', 'a2'], graceDays: 2, rule });
  await ports.documents.publish(company, { ...told, kind: 'plans', id: site, body: { plans: [plan] } }, 0);
  await system.settle();
  await system.close();
}

/** What a life came to: all that decides what comes next, and what people saw. */
export interface PlannedLife extends LifeRecord {
  orders: string[];
  /** Plan, alarm, both orders with their executions and timers, one text each. */
  stand: string[];
}

async function lookAt(system: System, inbox: SmtpInbox): Promise<PlannedLife> {
  const { rows } = await system.ports.items.bySite(company, site, { kind: 'workOrder' }, { limit: 100 });
  const found = (await Promise.all(rows.map(({ id }) => system.ports.items.get(company, id)))).flatMap(
    (item) => item ?? [],
  );
  const nameOf = ({ order }: (typeof found)[number]) => `${order?.plan?.occurrence} ${order?.assets[0]?.id}`;
  const orders = found.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const plan = await system.ports.plans.get({ company, site, plan: 'pumps' });
  return {
    orders: orders.map(nameOf),
    stand: [inOrder(plan), ...(await Promise.all(orders.map(({ id }) => standOf(system, id))))],
    timeline: (await Promise.all(orders.map(({ id }) => timelineOf(system, id)))).flat(),
    mails: inbox.received.map(({ messageId, to, subject }) => ({ messageId, to, subject })),
  };
}

export interface Trigger {
  /** The writes the process made while the trigger went off, in order. */
  steps: string[];
  /** When the plan's moment is over. */
  then: PlannedLife;
  /** After its next occurrence, the orders of this one done; null: not followed so far. */
  later: PlannedLife | null;
}

/** Steps of a process one at a time: before number `death` it is killed, and nothing it asked for is done any more. */
function deadlyRecorder(steps: string[], death: number): StepRecorder & { killBy(kill: () => Promise<unknown>): void } {
  let kill: (() => Promise<unknown>) | null = null;
  let last: Promise<unknown> = Promise.resolve();
  return {
    killBy(given) {
      kill = given;
    },
    step(label, run) {
      const done = last.then(async () => {
        if (kill && steps.push(label) > death) {
          await kill();
          return new Promise<never>(() => {});
        }
        return run();
      });
      last = done.catch(() => {});
      return done;
    },
  };
}

interface Place {
  /** Data folder of the database, and where the process keeps its clock. */
  database: string;
  own: string;
}
const takeClock = (from: string, to: string): void => {
  for (const file of ['clock.json', 'secret']) copyFileSync(join(from, file), join(to, file));
};

/** A process goes past the moment of the trigger, or dies on the way. @returns the writes it asked for */
async function triggerIn({ database, own }: Place, smtpPort: number, death: number): Promise<string[]> {
  const steps: string[] = [];
  const engine = await startEngine({ dataDir: database });
  const recorder = deadlyRecorder(steps, death);
  const recorded = await startRecordedDatabase(engine.endpoint, recorder);
  const birth = { dataDir: own, endpoint: recorded.endpoint, smtpPort, worldTime: lifeStart, speed: 0, item: null };
  const process = await startLifeProcess(birth);
  recorder.killBy(() => process.kill('process'));
  const gone = await process.reach.to(over).then(
    () => false,
    (error: unknown) => {
      if (error instanceof Gone) return true;
      throw error;
    },
  );
  if (!gone) await process.kill('process');
  await recorded.close();
  await engine.stop();
  return steps;
}

/** Another process goes on; with `toNext` the orders are done and the plan's next occurrence is lived through, too. */
async function goOn(dataDir: string, inbox: SmtpInbox, toNext: boolean): Promise<Omit<Trigger, 'steps'>> {
  const from = { name: 'Steward', address: 'steward@demo.example' };
  const mailer = smtpMailer({ host: '127.0.0.1', port: inbox.port, secure: false, from });
  const system = await startLifeSystem({ dataDir, mailer });
  try {
    const reach = reachOf(system);
    await reach.to(over);
    await system.settle();
    const then = await lookAt(system, inbox);
    if (!toNext) return { then, later: null };
    const { rows } = await system.ports.items.bySite(company, site, { kind: 'workOrder' }, { limit: 100 });
    for (const { id } of rows) {
      const owner = (await system.ports.items.get(company, id))?.owner ?? '';
      await reach.act(id, owner, 'acknowledge', {}, `${id}-1`);
      await reach.act(id, owner, 'complete', { done: '已完成' }, `${id}-2`);
    }
    await reach.to(next);
    await system.settle();
    return { then, later: await lookAt(system, inbox) };
  } finally {
    await system.close();
    mailer.close();
  }
}

/**
 * A process on a copy of what `preparePlan` made goes past the moment of the trigger. Before its write number `death` (from
 * 0) reaches the database it is killed by `kill -9`, and another goes on from what is there.
 */
export async function liveThrough(
  prepared: string,
  home: string,
  { death = Number.POSITIVE_INFINITY, toNext }: { death?: number; toNext: boolean },
): Promise<Trigger> {
  const place = { database: join(home, 'database'), own: join(home, 'own') };
  mkdirSync(place.own, { recursive: true });
  cpSync(prepared, place.database, { recursive: true });
  takeClock(place.database, place.own);
  const inbox = await startSmtpInbox(() => 0);
  try {
    const steps = await triggerIn(place, inbox.port, death);
    takeClock(place.own, place.database);
    return { steps, ...(await goOn(place.database, inbox, toNext)) };
  } finally {
    await inbox.close();
  }
}
