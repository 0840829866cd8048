import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Instant } from '#domain/time';
import { messageIdOf } from '#mail/message-id';
import { recordLife } from '#test/support/crash-points';
import { at } from '#test/support/estate';
import { buildLifeProcess, Gone, type LifeProcess, startLifeProcess } from '#test/support/life-keeper';
import { differences } from '#test/support/life-record';
import { seedLife, startLifeSystem } from '#test/support/life-system';
import { lifeActs, newMemory, play, type Reach } from '#test/support/scripted-life';
import { startSmtpInbox } from '#test/support/smtp-inbox';

/** Four minutes of the clock in a second. */
const SPEED = 240;
const clock = (time: string): Instant => at('2026-11-23', time);

/** Numbers 0 <= n < 1 that are the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A death some milliseconds after a timer was due, or after a request was sent. */
interface Death {
  what: 'process' | 'database';
  after: number;
}
const next = random(20_261_123);
const within = (ms: number): number => Math.floor(next() * ms);
const atTimers: (Death & { at: Instant })[] = [
  { at: clock('10:15'), what: 'process', after: within(60) },
  { at: clock('10:30'), what: 'database', after: within(60) },
  { at: clock('11:10'), what: 'process', after: within(60) },
];
const atRequests: Record<number, Death> = {
  0: { what: 'process', after: within(80) },
  1: { what: 'process', after: within(40) },
  2: { what: 'database', after: within(40) },
  3: { what: 'process', after: within(40) },
  4: { what: 'process', after: within(40) },
  5: { what: 'process', after: within(40) },
};
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

it('kill -9 of the process or its database, at requests and timers: nothing lost, at most the mail in flight twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-killed-'));
  const inbox = await startSmtpInbox(() => 0);
  const known: { process?: LifeProcess } = {};
  onTestFinished(async () => {
    await known.process?.kill('process').catch(() => 0);
    await inbox.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await buildLifeProcess();
  const whole = await recordLife();
  const dataDir = join(folder, 'data');
  const seeded = await startLifeSystem({ dataDir, mailer: { send: () => Promise.reject(new Error('no mail yet')) } });
  await seedLife(seeded);
  const worldTime = seeded.clock.now();
  await seeded.close();

  const memory = newMemory();
  const birth = { dataDir, smtpPort: inbox.port, worldTime, speed: SPEED };
  const problems: string[] = [];
  let deaths = 0;
  const live = async (): Promise<LifeProcess> => {
    const process = await startLifeProcess({ ...birth, item: memory.id });
    known.process = process;
    problems.push(...process.problems);
    return process;
  };
  const kill = async ({ what }: Death): Promise<void> => {
    deaths += 1;
    birth.worldTime = (await known.process?.kill(what)) ?? birth.worldTime;
  };
  const linkTo = async (person: string): Promise<string> => {
    for (;;) {
      const link = inbox.received.findLast(({ to }) => to.startsWith(`${person}@`))?.link;
      if (link) return link;
      await pause(10);
    }
  };

  let process = await live();
  /** A request during which the process may be killed. */
  const deadly = async <T>(request: () => Promise<T>): Promise<T> => {
    const death = atRequests[memory.done];
    delete atRequests[memory.done];
    const answer = request();
    if (death) {
      answer.catch(() => {});
      await pause(death.after);
      await kill(death);
    }
    return answer;
  };
  const reach: Reach = {
    async to(instant) {
      for (let death = atTimers[0]; death && death.at <= instant; death = atTimers[0]) {
        await process.reach.to(death.at);
        atTimers.shift();
        await pause(death.after);
        await kill(death);
        process = await live();
      }
      await process.reach.to(instant);
    },
    file: (...args) => deadly(() => process.reach.file(...args)),
    page: (link, method, ...rest) =>
      method === 'POST'
        ? deadly(() => process.reach.page(link, method, ...rest))
        : process.reach.page(link, method, ...rest),
    act: (...args) => deadly(() => process.reach.act(...args)),
  };
  for (let over = false; !over; ) {
    try {
      await play(reach, memory, linkTo, async () => 'go on', lifeActs);
      over = true;
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      process = await live();
    }
  }
  await process.reach.to(clock('11:40'));
  const { timeline, problems: left } = await process.look(memory.id ?? '');
  const life = { timeline, mails: inbox.received };
  const sender = 'steward@demo.example';
  const sent = whole.mails.map((mail) => ({ ...mail, messageId: messageIdOf(mail.messageId, sender) }));
  expect([...problems, ...left]).toEqual([]);
  expect(differences({ ...whole, mails: sent }, life, { exact: false, repeats: deaths })).toEqual([]);
  expect(deaths).toBe(9);
}, 180_000);
