import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { historyOf } from '#domain/backtest/history-of';
import { relive } from '#domain/backtest/relive';
import type { Item } from '#domain/item';
import { DAY, MINUTE } from '#domain/time';
import type { ItemKind } from '#domain/workflow/definition';
import { demoCompany } from '#local/demo/estate';
import { isOldIn, liveThrough, withoutOldMails } from '#local/demo/history';
import { openHistory } from '#local/demo/history-record';
import { seedDemo } from '#local/demo/seed';
import { type FolderFiles, folderFiles } from '#local/folder-files';
import { type System, startSystem } from '#local/system';
import type { Logger } from '#ports';
import { at } from '#test/support/estate';
import { temporaryFolder } from '#test/support/local-front';
import { decided, posted } from '#test/support/same-line';

vi.setConfig({ testTimeout: 240_000 });
const until = at('2026-11-24', '10:00');
const origin = 'http://127.0.0.1:4000';

/** The whole system lives through the days before `until`. */
async function lived(days: number) {
  const folder = temporaryFolder();
  const problems: string[] = [];
  const note = (message: string, data?: unknown) => void problems.push(`${message} ${JSON.stringify(data)}`);
  const logger: Logger = { info: () => {}, warn: note, error: note };
  const span = { days, from: until - days * DAY, until };
  const mails: number[] = [];
  const known: { now: () => number; files?: FolderFiles } = { now: () => span.from };
  const send = async () => {
    mails.push(known.now());
    return { providerId: 'inbox' };
  };
  const system = await startSystem({
    dataDir: folder.path,
    company: demoCompany,
    origin,
    start: span.from,
    real: () => span.from,
    mailer: withoutOldMails({ send }, () => isOldIn(span, known.now())),
    logger,
    files: (clock, secret) => {
      known.files = folderFiles({ folder: join(folder.path, 'files'), baseUrl: origin, secret }, clock);
      return known.files;
    },
  });
  onTestFinished(async () => {
    await system.close();
    folder.remove();
  });
  known.now = system.clock.now;
  await seedDemo(system);
  if (!known.files) throw new Error('The system did not ask for its files.');
  const history = liveThrough(system, known.files, span, () => until);
  expect(history.progress()).toEqual({ day: 1, days });
  const played = await history.done;
  expect(history.progress()).toBeNull();
  const listed = async (kind: ItemKind): Promise<Item[]> => {
    const rows = await Promise.all(
      ['east-lake', 'harbour-view'].map((site) =>
        system.ports.items.bySite(demoCompany, site, { kind }, { limit: 100 }),
      ),
    );
    const ids = rows.flatMap((page) => page.rows.map(({ id }) => id));
    return (await Promise.all(ids.map((id) => system.ports.items.get(demoCompany, id)))).flatMap((item) => item ?? []);
  };
  const items = await listed('complaint');
  const orders = await listed('workOrder');
  const visits = await listed('visit');
  const stories = [];
  for (const { id, number, status, level } of items) {
    const { rows } = await system.ports.items.timeline(demoCompany, id, { limit: 100 });
    stories.push({ number, status, level, story: rows.map((one) => `${one.at} ${one.by} ${one.type}`).sort() });
  }
  /** Numbers go by who is first, of those opened at one instant. */
  const work = orders.map(({ id, status, level, owner, order }) =>
    [
      id,
      status,
      level,
      owner,
      order?.plan?.id,
      order?.plan?.occurrence,
      Object.keys(order?.answers ?? {}).length,
    ].join(),
  );
  const pasts = await Promise.all(items.map((item) => livedAgain(system, item)));
  const timers = [];
  for await (const { name } of system.runner.timers()) timers.push(name.slice(0, name.lastIndexOf('-')));
  return { system, played, items, orders, visits, stories, work: work.sort(), pasts, timers, mails, problems };
}

/** The stored line of an item, and what becomes of its history under the workflow it ran on. */
async function livedAgain(system: System, item: Item) {
  const { rows } = await system.ports.items.timeline(demoCompany, item.id, { limit: 100 });
  const { id, version } = item.workflow;
  const workflow = await system.ports.documents.version(demoCompany, 'workflow', id, version);
  if (!workflow) throw new Error(`no workflow ${id}`);
  const facts = await system.loadFacts(demoCompany, item.site);
  const line = relive(historyOf(item, rows), workflow.body, facts, until);
  const sent = rows.flatMap((row) =>
    row.type === 'sent' ? [`${row.effect} ${row.to} ${row.reason} ${row.template}`] : [],
  );
  return {
    real: { entries: decided(rows), mails: sent },
    again: { entries: decided(line.entries), mails: posted(line) },
  };
}

test('five days, lived through twice, are the same; nothing is lost', async () => {
  const [one, other] = [await lived(5), await lived(5)];
  expect(one.stories.length).toBeGreaterThan(5);
  expect(other.stories).toEqual(one.stories);
  expect(other.work).toEqual(one.work);
  expect(one.problems).toEqual([]);
  // A back-test of the workflow they ran on finds just what was: every entry, and every mail that was sent.
  for (const { real, again } of one.pasts) {
    expect(again.entries).toEqual(real.entries);
    expect(again.mails.toSorted()).toEqual(real.mails.toSorted());
  }
  expect(one.played?.filed).toBe(one.items.length);
  expect(one.played?.acted).toBeGreaterThan(one.items.length);
  // Each has ended, or sleeps with exactly one timer.
  const open = [...one.items, ...one.orders, ...one.visits]
    .filter(({ endedAt }) => endedAt === null)
    .map(({ id }) => id);
  expect(one.timers.sort()).toEqual(open.sort());
  expect(one.system.clock.now()).toBe(until);
  // What the plans brought was done, by the checklists, and checked by somebody else where the kind asks for it.
  const done = one.orders.filter(({ status }) => status === 'closed');
  expect(done.length).toBeGreaterThan(0);
  for (const { order } of done.filter((item) => item.order?.checklist))
    expect(Object.keys(order?.answers ?? {}).length).toBeGreaterThan(2);
  // What is due tomorrow was opened ahead and taken on: it is what people find being worked on.
  const ahead = one.orders.filter(({ order }) => order?.plan?.id === 'power-quarter');
  expect([...new Set(ahead.map(({ site }) => site))].toSorted()).toEqual(['east-lake', 'harbour-view']);
  expect(ahead.every(({ endedAt }) => endedAt === null)).toBe(true);
  expect(ahead.some(({ status, order }) => status === 'inProgress' && order?.checklist)).toBe(true);
  const rows = await one.system.ports.plans.list(demoCompany, 'east-lake', { limit: 100 });
  expect(rows.rows.every(({ madeUp, armed }) => madeUp === null && (armed === null || armed.at > until))).toBe(true);
  // Three residents of one outage were answered together, and judged one by one.
  const { rows: incidents } = await one.system.ports.incidents.bySite(demoCompany, 'east-lake', false, { limit: 5 });
  expect(incidents.map(({ members, closedAt }) => [members, closedAt !== null])).toEqual([[3, true]]);
  const [incident] = incidents;
  const { rows: members } = await one.system.ports.incidents.members(demoCompany, incident?.id ?? '', { limit: 10 });
  const ended = await Promise.all(members.map(({ item }) => one.system.ports.items.get(demoCompany, item)));
  expect(ended.map((item) => [item?.status, item?.level])).toEqual(Array(3).fill(['closed', 0]));
  // One of the week before nobody has acted on: it has climbed, and its reply is late.
  const late = one.items.filter(({ endedAt, clocks }) => endedAt === null && (clocks.reply?.deadline ?? until) < until);
  expect(late.map(({ category }) => category)).toContain('corridor-light');
  // Some wrote themselves, on the page of the web, with a photo; the repairer sent one of what was mended.
  const byWeb = one.items.filter(({ intake }) => intake.channel === 'web');
  expect(byWeb.map(({ intake }) => intake.takenBy)).toEqual(byWeb.map(() => null));
  const stories = one.stories.filter(({ number }) => byWeb.some((item) => item.number === number));
  expect(stories.length).toBeGreaterThan(0);
  for (const { story } of stories) expect(story.join()).toContain('resident attached');
  // What the managers published: rules, and who is away.
  const routing = await one.system.ports.documents.current(demoCompany, 'routing', 'main');
  expect(routing).toMatchObject({ version: 2, author: 'general-manager' });
  expect(routing?.body.rules.map(({ id }) => id)).toEqual(['night-parking', 'harbour-parking', 'old-buildings-pests']);
  const absences = await one.system.ports.documents.current(demoCompany, 'absences', 'main');
  expect(absences?.body.absences.map(({ person }) => person)).toEqual(
    expect.arrayContaining(['duty-manager-b', 'steward-b2', 'hv-clerk-b']),
  );
  // The inbox gets those of the last day only.
  expect(one.mails.length).toBeGreaterThan(0);
  expect(Math.min(...one.mails)).toBeGreaterThanOrEqual(until - DAY - MINUTE);
});

test('a new folder is given a history once; one cut off is emptied and begins anew', () => {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  const first = openHistory(folder.path, 60, until);
  expect(first).toMatchObject({ span: { days: 60, from: until - 60 * DAY, until }, again: false });
  const again = openHistory(folder.path, 60, until + 1);
  expect(again).toMatchObject({ span: { until: until + 1 }, again: true });
  again?.record.finish();
  expect(openHistory(folder.path, 60, until)).toBeNull();
});

test('a folder that was used before, or that wants none, is left alone', () => {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  expect(openHistory(folder.path, 0, until)).toBeNull();
});
