import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailRefused } from '#domain/errors';
import { startEngine } from '#local/database/engine';
import { UNDELIVERABLE } from '#local/inbox-refusal';
import type { System } from '#local/system';
import type { Mailer, Message } from '#ports';
import { differences, type LifeRecord } from './life-record.ts';
import { company, reachOf, seedLife, standOf, startLifeSystem, timelineOf, timerProblems } from './life-system.ts';
import { type Memory, newMemory, play } from './scripted-life.ts';
import { createStepRecorder, startRecordedDatabase } from './step-recorder.ts';

/** The world at the moment a process was gone: its data folder, the mails that had left, and what people knew. */
export interface CrashPoint {
  /** The step that did not happen any more. */
  before: string;
  folder: string;
  mails: readonly Message[];
  memory: Memory;
}
export interface Lived extends LifeRecord {
  /** Whenever all was settled and something was not right. */
  problems: string[];
}

const mailerTo = (received: Message[]): Mailer => ({
  async send(message) {
    if (message.to.endsWith(`@${UNDELIVERABLE}`)) throw new MailRefused('550 5.1.1 …: there is no such mailbox');
    received.push(message);
    return { providerId: message.messageId };
  },
});
const linkIn =
  (received: readonly Message[]) =>
  (person: string): string => {
    const mail = received.findLast(({ to }) => to.startsWith(`${person}@`));
    const link = /https?:\/\/\S+\/a\/[\w.-]+/.exec(mail?.text ?? '')?.[0];
    if (!link) throw new Error(`${person} got no link.`);
    return link;
  };

export interface Recorded {
  whole: Lived;
  stands: Stands;
  points: CrashPoint[];
  remove(): void;
}

/** What was there at one step of the script, when all was settled. */
interface Stand extends LifeRecord {
  words: string;
}
type Stands = Map<number, Stand>;

/** The script from where people stand, until `seen` (called whenever all is settled) has enough. */
async function goOn(
  system: System,
  memory: Memory,
  received: readonly Message[],
  seen: (step: number, stand: Stand) => 'go on' | 'enough',
): Promise<Lived> {
  const problems: string[] = [];
  const look = async (id: string): Promise<Stand> => ({
    words: await standOf(system, id),
    timeline: await timelineOf(system, id),
    mails: received.map(({ messageId, to, subject }) => ({ messageId, to, subject })),
  });
  await play(reachOf(system), memory, linkIn(received), async () => {
    if (memory.id === null) return 'go on';
    for (const problem of await timerProblems(system, memory.id)) problems.push(`at step ${memory.done}: ${problem}`);
    return seen(memory.done, await look(memory.id));
  });
  const id = memory.id ?? '';
  for (const { effect } of await system.ports.outbox.pendingOf(company, id)) problems.push(`${effect.id} is pending`);
  return { ...(await look(id)), problems };
}

/**
 * The uninterrupted life, and the world before every write to the database (items, outbox, runner, stream position), before
 * every mail, and at the end. One step at a time, so the world after a step is the one before the next.
 */
export async function recordCrashPoints(wanted = (_point: number) => true): Promise<Recorded> {
  const home = mkdtempSync(join(tmpdir(), 'steward-kill-'));
  const [engineFolder, systemFolder] = [join(home, 'engine'), join(home, 'system')];
  mkdirSync(engineFolder);
  const received: Message[] = [];
  const memory = newMemory();
  const points: CrashPoint[] = [];
  let recording = false;
  let seen = 0;
  const recorder = createStepRecorder((before) => {
    if (!recording) return;
    seen += 1;
    if (!wanted(seen)) return;
    const folder = join(home, String(seen));
    cpSync(engineFolder, folder, { recursive: true, filter: (source) => !/engine\.(pid|log)$|-shm$/.test(source) });
    for (const file of ['clock.json', 'secret']) copyFileSync(join(systemFolder, file), join(folder, file));
    points.push({ before, folder, mails: [...received], memory: { ...memory } });
  });
  const engine = await startEngine({ dataDir: engineFolder });
  const database = await startRecordedDatabase(engine.endpoint, recorder);
  const mailer = mailerTo(received);
  const system = await startLifeSystem({
    dataDir: systemFolder,
    endpoint: database.endpoint,
    mailer: { send: (message) => recorder.step(`mail ${message.messageId}`, () => mailer.send(message)) },
  });
  await seedLife(system);
  recording = true;
  const stands: Stands = new Map();
  const whole = await goOn(system, memory, received, (step, stand) => {
    stands.set(step, stand);
    return 'go on';
  });
  await recorder.step('nothing more', async () => {});
  recording = false;
  await system.close();
  await database.close();
  await engine.stop();
  return { whole, stands, points, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** The uninterrupted life. */
export async function recordLife(): Promise<Lived> {
  const { whole, remove } = await recordCrashPoints(() => false);
  remove();
  return whole;
}

const firstDifference = (wanted: string, had: string): string => {
  const at = [...wanted].findIndex((letter, place) => letter !== had[place]);
  const part = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  return `…${part(had)}… instead of …${part(wanted)}…`;
};

/**
 * A new process on what the crash left; people repeat what was not answered. It is followed to the end, or, unless
 * `toEnd`, to the step after the interrupted one and the timers before it: when all that decides what comes next is then
 * as it was in the whole life, so is the rest. Answers what is wrong, a line each.
 */
export async function resumeFrom(point: CrashPoint, { whole, stands }: Recorded, toEnd: boolean): Promise<string[]> {
  const received = [...point.mails];
  const system = await startLifeSystem({ dataDir: point.folder, mailer: mailerTo(received) });
  const problems: string[] = [];
  let until: LifeRecord = whole;
  try {
    const life = await goOn(system, { ...point.memory }, received, (step, stand) => {
      const then = stands.get(step);
      // Of the interrupted step itself nobody knows how far it came.
      if (!then || step <= point.memory.done) return 'go on';
      if (then.words !== stand.words) problems.push(`at step ${step}: ${firstDifference(then.words, stand.words)}`);
      if (toEnd) return 'go on';
      until = then;
      return 'enough';
    });
    return [...problems, ...life.problems, ...differences(until, life)];
  } catch (error) {
    return [...problems, String(error)];
  } finally {
    await system.close();
  }
}
