import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, onTestFinished, vi } from 'vitest';
import type { Item } from '#domain/item';
import { personById } from '#domain/recipients';
import { DAY, type Instant, localDate, localTime } from '#domain/time';
import type { ActionName } from '#domain/workflow/action';
import type { Entry } from '#domain/workflow/entry';
import { NewComplaint } from '#http/schemas/complaint';
import { startEngine } from '#local/database/engine';
import { type FolderFiles, folderFiles } from '#local/folder-files';
import { type System, startSystem } from '#local/system';
import { smtpMailer } from '#mail/smtp-mailer';
import type { DocumentBodies, DocumentKind, Logger, Ports } from '#ports';
import { absences, households, organisation, rosters } from '#test/support/one-site';
import type { FirstDocument } from '#usecases/bootstrap';
import type { Filed } from '#usecases/take-complaint';
import { defaultDocuments } from '#workflows/default-documents';
import { at } from './estate.ts';
import { formsOf, wordsOf } from './page-form.ts';
import { type ReceivedMail, type SmtpInbox, startSmtpInbox } from './smtp-inbox.ts';
import { storyLine } from './story.ts';

/** A scenario takes one to four seconds of a core; other files run beside it. */
vi.setConfig({ testTimeout: 60_000 });

const company = 'demo';
const zone = 'Asia/Shanghai';

interface TestSystemOptions {
  start: Instant;
  /** Where links lead. */
  origin?: string;
  change?: (documents: FirstDocument[]) => FirstDocument[];
  /** Whether ended items are followed up by visits: a scenario of its own, which others are not to be disturbed by. @default false */
  visits?: boolean;
  /** Wraps the ports: faults. */
  wrap?: (ports: Ports) => Ports;
}
interface Page {
  status: number;
  html: string;
  /** Without markup. */
  words: string;
  /** Where it leads on. */
  location: string | null;
}
type Filing = Partial<Parameters<typeof NewComplaint.parse>[0] & object> & Record<string, unknown>;
export type TestSystem = Awaited<ReturnType<typeof startTestSystem>>;

const local = (instant: Instant): string => `${localDate(instant, zone).slice(5)} ${localTime(instant, zone)}`;

/** The documents with one of them changed. */
export const changing =
  <K extends DocumentKind>(kind: K, change: (body: DocumentBodies[K]) => DocumentBodies[K]) =>
  (documents: FirstDocument[]): FirstDocument[] =>
    documents.map((one) =>
      one.kind === kind ? ({ ...one, body: change(one.body as DocumentBodies[K]) } as FirstDocument) : one,
    );
/** Somebody whose address bounces. */
export const unreachable = (...people: string[]) =>
  changing('organisation', (body) => ({
    ...body,
    people: body.people.map((one) =>
      people.includes(one.id) ? { ...one, email: `${one.id}@undeliverable.invalid` } : one,
    ),
  }));

/**
 * The whole system on a stepped clock with a real mail server: time moves only by `advance` and `advanceTo`. Everything
 * ends with the test. `finish` belongs at the end of every scenario.
 */
export async function startTestSystem({
  start,
  origin = 'http://127.0.0.1:4000',
  change = (documents) => documents,
  visits = false,
  wrap,
}: TestSystemOptions) {
  const dataDir = mkdtempSync(join(tmpdir(), 'steward-scenario-'));
  const engine = await startEngine({ dataDir });
  const problems: string[] = [];
  const complain = (message: string, data?: unknown) =>
    void problems.push(`${local(known.system?.clock.now() ?? start)} ${message} ${JSON.stringify(data ?? {})}`);
  const logger: Logger = { info: () => {}, warn: complain, error: complain };
  let writes = 0;
  const known: { system?: System; files?: FolderFiles } = {};
  const inbox: SmtpInbox = await startSmtpInbox(() => known.system?.clock.now() ?? start);
  const mailer = smtpMailer({
    host: '127.0.0.1',
    port: inbox.port,
    secure: false,
    from: { name: 'Steward', address: 'steward@demo.example' },
  });
  const system = await startSystem({
    dataDir: join(dataDir, 'system'),
    company,
    endpoint: engine.endpoint,
    origin,
    start,
    real: () => start,
    mailer,
    files: (clock, secret) => {
      known.files = folderFiles({ folder: join(dataDir, 'photos'), baseUrl: origin, secret }, clock);
      return known.files;
    },
    logger,
    onConsumed: (_operation, units) => {
      writes += units.write;
    },
    ...(wrap && { wrap }),
  });
  known.system = system;
  onTestFinished(async () => {
    await system.close();
    mailer.close();
    await inbox.close();
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const { ports, timers, clock } = system;
  await system.bootstrap(
    company,
    change([
      ...defaultDocuments(organisation).filter(({ kind }) => visits || kind !== 'visits'),
      { kind: 'rosters', id: 'main', body: rosters },
      { kind: 'absences', id: 'main', body: absences },
    ]),
    'scenario',
  );
  for (const household of households) await ports.households.put(company, household);

  const filed: string[] = [];
  let seen = 0;
  const latest = (id?: string): string => {
    const found = id ?? filed.at(-1);
    if (!found) throw new Error('Nothing was filed.');
    return found;
  };
  const person = async (id: string) => {
    const found = personById((await system.loadDirectory(company)).directory, id);
    if (!found) throw new Error(`There is nobody called ${id}.`);
    return found;
  };

  /** "11-23 15:30 engineering-head 已升级到您：第 2 级（共 4 级） | 11-24 10:30 前响应". */
  const lineOf = ({ at: when, to, subject, text }: ReceivedMail): string => {
    const due = /· ([^·]*(?:前|已超时)[^·]*)$/.exec(subject)?.[1];
    return `${local(when)} ${to.split('@')[0]} ${text.split('\n')[0]}${due ? ` | ${due}` : ''}`;
  };

  const request = async (link: string, method: string, query: Record<string, string> = {}, body?: string) => {
    const { pathname, searchParams } = new URL(link, origin);
    const event = {
      rawPath: pathname,
      queryStringParameters: { ...Object.fromEntries(searchParams), ...query },
      headers: {},
      requestContext: { http: { method, sourceIp: '203.0.113.7' } },
      body,
    } as unknown as APIGatewayProxyEventV2;
    const handle = pathname.startsWith('/a/') ? system.pageHandler : system.residentHandler;
    const { statusCode = 0, body: html = '', headers = {} } = await handle(event);
    const location = typeof headers.location === 'string' ? headers.location : null;
    return { status: statusCode, html, words: wordsOf(html), location } satisfies Page;
  };
  const linkOf = (mail: ReceivedMail | string): string => {
    const link = typeof mail === 'string' ? mail : mail.link;
    if (!link) throw new Error('The mail has no link.');
    return link;
  };
  const tap = (mail: ReceivedMail | string, open?: ActionName) =>
    request(linkOf(mail), 'GET', open ? { do: open } : {});

  /** What a browser would post: the form's hidden fields and what the person filled in, nothing the form does not have. */
  const fill = (html: string, action: ActionName, fields: Record<string, string>): string => {
    const form = formsOf(html).find((one) => one.action === action);
    if (!form) throw new Error(`The page offers no ${action}: ${wordsOf(html)}`);
    const foreign = Object.keys(fields).filter((name) => !form.fields.includes(name));
    if (foreign.length > 0) throw new Error(`The form of ${action} has no field ${foreign.join(', ')}.`);
    return new URLSearchParams({ ...form.hidden, ...fields, action }).toString();
  };
  const post = (mail: ReceivedMail | string, body: string) => request(linkOf(mail), 'POST', {}, body);

  const timeline = async (id?: string): Promise<Entry[]> => {
    const rows: Entry[] = [];
    let cursor: string | undefined;
    do {
      const page = await ports.items.timeline(company, latest(id), { limit: 100, cursor });
      rows.push(...page.rows);
      cursor = page.next ?? undefined;
    } while (cursor);
    return rows;
  };
  const item = async (id?: string): Promise<Item> => {
    const found = await ports.items.get(company, latest(id));
    if (!found) throw new Error('The item is gone.');
    return found;
  };

  /** Mails since the last look. */
  const newMails = (): ReceivedMail[] => {
    const fresh = inbox.received.slice(seen);
    seen = inbox.received.length;
    return fresh;
  };

  /** An ended item has no execution and no timer left, an open one exactly one of each. */
  const expectTimersRight = async () => {
    const timed: string[] = [];
    for await (const { name } of system.runner.timers()) timed.push(name);
    for (const id of filed) {
      const { endedAt, epoch } = await item(id);
      const names = Array.from({ length: epoch }, (_, index) => `${id}-${index + 1}`);
      const executions = await Promise.all(names.map((name) => system.runner.describe(name)));
      const running = executions.flatMap((one) => (one?.status === 'RUNNING' ? [one.name] : []));
      const wanted = endedAt === null ? [`${id}-${epoch}`] : [];
      expect({ running, timed: timed.filter((name) => name.startsWith(`${id}-`)) }).toEqual({
        running: wanted,
        timed: wanted,
      });
      expect(await ports.outbox.pendingOf(company, id)).toEqual([]);
    }
  };
  /** GET and HEAD of every link of every mail sent so far write nothing at all. */
  const expectLinksInert = async () => {
    const before = { writes, received: inbox.received.length };
    for (const { link } of inbox.received) {
      if (!link) continue;
      const page = await request(link, 'GET');
      const last = formsOf(page.html).at(-1);
      if (last) await request(link, 'GET', { do: last.action });
      // Sections of a checklist, photos of its points, and what storage would lead back to.
      const further = [...page.html.matchAll(/href="\?(check|photos)=([\d-]+)"/g)];
      for (const [, what = '', part = ''] of further) {
        await request(link, 'GET', { [what]: part });
        await request(link, 'HEAD', { [what]: part });
        await request(link, 'GET', { uploaded: `${filed.at(-1)}__repairer-a__none-at-${part}-0` });
      }
      await request(link, 'HEAD');
      expect([200, 404, 410]).toContain(page.status);
      expect(Buffer.byteLength(page.html)).toBeLessThanOrEqual(10_000);
    }
    await system.settle();
    expect({ writes, received: inbox.received.length }).toEqual(before);
  };
  /** Nothing unseen was sent, the timers are right, and no link changes anything. */
  const expectSound = async () => {
    expect(newMails().map(lineOf)).toEqual([]);
    await expectTimersRight();
    await expectLinksInert();
  };

  return {
    system,
    inbox,
    /** Warnings and errors logged so far; none are expected at the end. */
    problems,
    endpoint: engine.endpoint,
    /** The system's own folder. */
    dataDir: join(dataDir, 'system'),
    company,
    now: () => clock.now(),
    local,
    files(): FolderFiles {
      if (!known.files) throw new Error('There is no storage.');
      return known.files;
    },
    async file(change: Filing = {}, by = 'customer-centre-clerk-a', key?: string): Promise<Filed> {
      const input = NewComplaint.parse({
        site: 'east-lake',
        category: 'corridor-light',
        building: 'b1',
        unit: '1201',
        household: 'east-lake-b1-1201',
        description: '12 楼楼道灯不亮',
        channel: 'phone',
        ...change,
      });
      const answer = await system.fileComplaint({ company, person: await person(by) }, input, key);
      if (!answer.joined) filed.push(answer.id);
      await system.settle();
      return answer;
    },
    advance: (ms: number) => timers.advance(ms),
    advanceTo: (date: string, time: string) => timers.to(at(date, time)),
    newMails,
    /** Mails since the last look, a line each. */
    mails: () => newMails().map(lineOf),
    /** The last mail to a person (or the local part of a resident's address). */
    mailTo(who: string): ReceivedMail {
      const found = inbox.received.findLast(({ to }) => to.startsWith(`${who}@`));
      if (!found) throw new Error(`${who} got no mail.`);
      return found;
    },
    /** Complaints whose timers are looked at in the end. */
    filed,
    /** A page of the public ones, by path or address. */
    visit: (path: string, query: Record<string, string> = {}) => request(path, 'GET', query),
    /** What a browser posts from it. */
    async submit(path: string, fields: Record<string, string>): Promise<Page> {
      const answer = await request(path, 'POST', {}, new URLSearchParams(fields).toString());
      await system.settle();
      return answer;
    },
    tap,
    fill,
    post,
    /** Opens the link, fills the form of the action and sends it. */
    async act(mail: ReceivedMail | string, action: ActionName, fields: Record<string, string> = {}): Promise<Page> {
      const page = await tap(mail, action);
      const answer = await post(mail, fill(page.html, action, fields));
      await system.settle();
      return answer;
    },
    /** By the use case behind panel and API. */
    async actAs(by: string, action: ActionName, input: Record<string, unknown> = {}, id?: string) {
      const done = await system.actOnItem({ company, itemId: latest(id), by, action, input });
      await system.settle();
      return done;
    },
    async publish<K extends DocumentKind>(kind: K, id: string, change: (body: DocumentBodies[K]) => DocumentBodies[K]) {
      const present = await ports.documents.current(company, kind, id);
      if (!present) throw new Error(`There is no ${kind} ${id}.`);
      const body = change(present.body);
      await ports.documents.publish(
        company,
        { kind, id, body, author: 'administrator', at: clock.now(), note: 'scenario' },
        present.version,
      );
      await system.settle();
    },
    timeline,
    /** Entries of some types as short words, oldest first. */
    async story(...types: Entry['type'][]): Promise<string[]> {
      return (await timeline()).filter(({ type }) => types.includes(type)).map((entry) => storyLine(entry, local));
    },
    item,
    expectTimersRight,
    expectLinksInert,
    expectSound,
    /** Sound now and after some weeks in which nothing more is sent. */
    async finish({ quietDays = 30, problems: expected = 0 } = {}) {
      await expectSound();
      await timers.advance(quietDays * DAY);
      expect(newMails().map(lineOf)).toEqual([]);
      await expectTimersRight();
      if (expected === 0) expect(problems).toEqual([]);
    },
  };
}
