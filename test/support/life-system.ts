import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { personById } from '#domain/recipients';
import type { Entry } from '#domain/workflow/entry';
import { NewComplaint } from '#http/schemas/complaint';
import { UNDELIVERABLE } from '#local/inbox-refusal';
import { type System, type SystemOptions, startSystem } from '#local/system';
import { absences, households, organisation, rosters } from '#test/support/one-site';
import { defaultDocuments } from '#workflows/default-documents';
import { inOrder } from './life-record.ts';
import { lifeStart, type Reach } from './scripted-life.ts';

export const company = 'demo';
const nothing = () => {};

/** The system the scripted life is lived on; its clock stands still unless it is moved. */
export const startLifeSystem = (
  options: Pick<SystemOptions, 'dataDir' | 'mailer'> & Partial<SystemOptions>,
): Promise<System> =>
  startSystem({
    company,
    origin: 'http://127.0.0.1:4000',
    files: () => ({
      uploadForm: async () => ({ url: '', fields: {}, photo: '' }),
      keep: async () => null,
      viewUrl: async () => null,
    }),
    logger: { info: nothing, warn: nothing, error: nothing },
    start: lifeStart,
    real: () => lifeStart,
    ...options,
  });

/** One of the two people at the top has an address that takes no mail. */
const people = organisation.people.map((one) =>
  one.id === 'general-manager' ? { ...one, email: `${one.id}@${UNDELIVERABLE}` } : one,
);

/** The demo company and the one household of the life. */
export async function seedLife({ bootstrap, ports, settle }: System): Promise<void> {
  await bootstrap(
    company,
    [
      // Without rules for visits: the life ends with its complaint.
      ...defaultDocuments({ ...organisation, people }).filter(({ kind }) => kind !== 'visits'),
      { kind: 'rosters', id: 'main', body: rosters },
      { kind: 'absences', id: 'main', body: absences },
    ],
    'life',
  );
  for (const household of households.filter(({ id }) => id === 'east-lake-b1-1201'))
    await ports.households.put(company, household);
  await settle();
}

/** The people's way to a system in this process. */
export const reachOf = (system: System): Reach => ({
  async to(instant) {
    await system.settle();
    if (system.clock.now() < instant) await system.timers.to(instant);
  },
  async file(input, by, key) {
    const person = personById((await system.loadDirectory(company)).directory, by);
    if (!person) throw new Error(`There is nobody called ${by}.`);
    const { id } = await system.fileComplaint({ company, person }, NewComplaint.parse(input), key);
    await system.settle();
    return { id };
  },
  async page(link, method, query, body) {
    const event = {
      rawPath: new URL(link).pathname,
      queryStringParameters: query,
      headers: {},
      requestContext: { http: { method } },
      body,
    } as unknown as APIGatewayProxyEventV2;
    const { statusCode = 0, body: html = '' } = await system.pageHandler(event);
    if (method === 'POST') await system.settle();
    return { status: statusCode, html };
  },
  async act(itemId, by, action, input, key) {
    await system.actOnItem({ company, itemId, by, action, input, key });
    await system.settle();
  },
});

export async function timelineOf({ ports }: Pick<System, 'ports'>, id: string): Promise<Entry[]> {
  const rows: Entry[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.items.timeline(company, id, { limit: 100, cursor });
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor);
  return rows;
}

/**
 * What is not as it should be when all is settled; empty: nothing. An open complaint has one running execution, which
 * sleeps on the token in its row, and one timer; an ended one neither.
 */
export async function timerProblems({ ports, runner, clock }: System, id: string): Promise<string[]> {
  const item = await ports.items.get(company, id);
  if (!item) return ['the complaint is gone'];
  const timed: string[] = [];
  for await (const { name } of runner.timers()) timed.push(name);
  const running: string[] = [];
  for (let epoch = 1; epoch <= item.epoch; epoch += 1) {
    const execution = await runner.describe(`${id}-${epoch}`);
    if (execution?.status === 'RUNNING') running.push(execution.name);
  }
  const wanted = item.endedAt === null ? `${id}-${item.epoch}` : '';
  if (running.join() !== wanted || timed.join() !== wanted)
    return [`${item.status}: runs ${running.join() || 'nothing'}, timers ${timed.join() || 'none'}`];
  if (item.endedAt !== null) return [];
  const [sleeping, execution] = await Promise.all([ports.items.sleeping(company, id), runner.describe(wanted)]);
  const wakeable = execution?.phase === 'waiting' && execution.token === sleeping?.token;
  // A turn that a crash undid is done again when its timer fires, which is due already.
  const overdue = execution?.phase === 'waiting' && execution.due !== null && execution.due <= clock.now();
  return wakeable || overdue
    ? []
    : [`${item.status}: the execution is ${execution?.phase}, its token not the one in the row`];
}

/** All that decides what comes next, as one text; left out is what differs from life to life and decides nothing. */
export async function standOf({ ports, runner }: System, id: string): Promise<string> {
  const item = await ports.items.get(company, id);
  const execution = await runner.describe(`${id}-${item?.epoch}`);
  const timers: unknown[] = [];
  for await (const timer of runner.timers()) timers.push(timer);
  const pending = (await ports.outbox.pendingOf(company, id)).map(({ effect }) => effect.id);
  const { phase, state, stateInput, variables, transitions, due } = execution ?? {};
  const sleep = (await ports.items.sleeping(company, id))?.wakeAt;
  return inOrder({
    item: { ...item, number: '' },
    execution: { phase, state, stateInput, variables, transitions, due },
    timers,
    pending,
    sleep,
  });
}
