import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailRefused } from '#domain/errors';
import { startEngine } from '#local/database/engine';
import { UNDELIVERABLE } from '#local/inbox-refusal';
import type { System } from '#local/system';
import type { Mailer, Message } from '#ports';
import type { LifeRecord } from './life-record.ts';
import { company, reachOf, seedLife, startLifeSystem, timelineOf, timerProblems } from './life-system.ts';
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
    if (message.to.endsWith(`@${UNDELIVERABLE}`)) throw new MailRefused('550 no such mailbox');
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

/** The script from where people stand to its end. */
async function goOn(system: System, memory: Memory, received: readonly Message[]): Promise<Lived> {
  const problems: string[] = [];
  await play(reachOf(system), memory, linkIn(received), async () => {
    if (memory.id === null) return;
    for (const problem of await timerProblems(system, memory.id)) problems.push(`at step ${memory.done}: ${problem}`);
  });
  const id = memory.id ?? '';
  for (const { effect } of await system.ports.outbox.pendingOf(company, id)) problems.push(`${effect.id} is pending`);
  const mails = received.map(({ messageId, to, subject }) => ({ messageId, to, subject }));
  return { timeline: await timelineOf(system, id), mails, problems };
}

/**
 * The uninterrupted life, and the world before every write to the database (items, outbox, runner, stream position), before
 * every mail, and at the end. One step at a time, so the world after a step is the one before the next.
 */
export async function recordCrashPoints(
  wanted = (_point: number) => true,
): Promise<{ whole: Lived; points: CrashPoint[]; remove(): void }> {
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
  const whole = await goOn(system, memory, received);
  await recorder.step('nothing more', async () => {});
  recording = false;
  await system.close();
  await database.close();
  await engine.stop();
  return { whole, points, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** The uninterrupted life. */
export async function recordLife(): Promise<Lived> {
  const { whole, remove } = await recordCrashPoints(() => false);
  remove();
  return whole;
}

/** A new process on what the crash left; people repeat what was not answered. */
export async function resumeFrom({ folder, mails, memory }: CrashPoint): Promise<Lived> {
  const received = [...mails];
  const system = await startLifeSystem({ dataDir: folder, mailer: mailerTo(received) });
  try {
    return await goOn(system, { ...memory }, received);
  } finally {
    await system.close();
  }
}
