import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startEngine } from '#local/database/engine';
import type { System } from '#local/system';
import type { Mailer, Message } from '#ports';
import { company, reachOf, seedLife, startLifeSystem, timelineOf } from '#test/support/life-system';
import { formsOf } from '#test/support/page-form';
import { complaintOfLife } from '#test/support/scripted-life';

/** Two systems that both read one stream of one database, as two functions in AWS may for a moment. */
async function startRivals(mailer: Mailer): Promise<[System, System]> {
  const folder = mkdtempSync(join(tmpdir(), 'steward-rivals-'));
  const engine = await startEngine({ dataDir: join(folder, 'engine') });
  // One folder for both: they sign links with one secret.
  const start = () => startLifeSystem({ dataDir: join(folder, 'system'), endpoint: engine.endpoint, mailer });
  const first = await start();
  await seedLife(first);
  const second = await start();
  onTestFinished(async () => {
    await first.close();
    await second.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return [first, second];
}

const linkTo = (person: string, mails: readonly Message[]): string => {
  const mail = mails.find(({ to }) => to.startsWith(`${person}@`));
  const link = /https?:\/\/\S+\/a\/[\w.-]+/.exec(mail?.text ?? '')?.[0];
  if (!link) throw new Error(`${person} got no link.`);
  return link;
};

it.each([
  ['one form posted again and again', 1],
  ['a hundred forms, each opened before the first was posted', 100],
])(
  '100 posts through two processes at once make one transition: %s',
  async (_, forms) => {
    const mails: Message[] = [];
    const mailer: Mailer = {
      async send(message) {
        mails.push(message);
        return { providerId: message.messageId };
      },
    };
    const rivals = await startRivals(mailer);
    const [first, second] = rivals;
    const { id } = await reachOf(first).file(complaintOfLife, 'customer-centre-clerk-a', 'desk-1');
    await second.settle();
    const link = linkTo('repairer-a', mails);
    const bodies: string[] = [];
    for (let made = 0; made < forms; made += 1) {
      const { html } = await reachOf(first).page(link, 'GET', {});
      const form = formsOf(html).find(({ action }) => action === 'acknowledge');
      bodies.push(new URLSearchParams({ ...form?.hidden, action: 'acknowledge' }).toString());
    }
    expect(new Set(bodies).size).toBe(forms);

    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        reachOf(at % 2 === 0 ? first : second).page(link, 'POST', {}, bodies[at % forms] ?? ''),
      ),
    );
    for (const system of rivals) await system.settle();

    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    const timeline = await timelineOf(first, id);
    expect(timeline.filter(({ type }) => type === 'acted')).toHaveLength(1);
    expect(timeline.filter(({ type }) => type === 'status').map((entry) => 'to' in entry && entry.to)).toEqual([
      'assigned',
      'inProgress',
    ]);
    const sent = mails.map(({ messageId }) => messageId);
    expect(sent).toHaveLength(3);
    expect(new Set(sent).size).toBe(3);
    expect(await first.ports.outbox.pendingOf(company, id)).toEqual([]);
  },
  60_000,
);

it('two dispatchers at once send once, however long the sending takes', async () => {
  const mails: Message[] = [];
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const begun: string[] = [];
  const mailer: Mailer = {
    async send(message) {
      begun.push(message.messageId);
      // The first to begin hangs while the rival looks at the same effect.
      if (begun.length === 1) await gate;
      mails.push(message);
      return { providerId: message.messageId };
    },
  };
  const [first, second] = await startRivals(mailer);
  const filed = reachOf(first).file(complaintOfLife, 'customer-centre-clerk-a', 'desk-1');
  await expect.poll(() => begun.length).toBeGreaterThan(0);
  await Promise.race([first.settle(), second.settle()]);
  expect(new Set(begun).size).toBe(begun.length);
  release();
  const { id } = await filed;
  await Promise.all([first.settle(), second.settle()]);
  // What waited behind the mail in hand for its reader is the sweeper's.
  expect(mails.map(({ messageId }) => messageId).sort()).toEqual([...new Set(begun)].sort());
  expect(mails).toHaveLength(2);
  expect(await first.ports.outbox.pendingOf(company, id)).toEqual([]);
}, 60_000);
