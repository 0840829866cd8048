import { join } from 'node:path';
import type { DynamoDBRecord } from 'aws-lambda';
import { type Assembled, assemble } from '#assemble';
import type { Instant } from '#domain/time';
import { createCopyAuditHandler } from '#handlers/copy-audit';
import { createIds } from '#ids';
import { signedLinks } from '#mail/links';
import { mailRenderer } from '#mail/renderer';
import type { Files, Logger, Mailer, Ports } from '#ports';
import { auditStreamLink } from '#store/audit-row';
import type { Consumed } from '#store/client';
import { createStore } from '#store/store';
import { streamWork } from '#store/stream-work';
import { machines, renderDefinition } from '#workflows/machines';
import { createSystemClock, type SystemClock } from './clock.ts';
import { createTables, defaultTableNames } from './database/create-table.ts';
import { localCredentials, localRegion, startEngine } from './database/engine.ts';
import { createLeanClient } from './database/lean-client.ts';
import { readStream, type StreamReader } from './database/stream.ts';
import { folderAuditCopies } from './folder-audit-copies.ts';
import { localSecret } from './identity.ts';
import { rememberDocuments, rememberItems, rememberMembers, rememberSuppressions } from './remembered.ts';
import { rememberEffects } from './remembered-effects.ts';
import { createSchedules, everyMinutes } from './schedules.ts';
import { CLIENT_ID } from './sign-in/issuer.ts';
import { cachedStore } from './state-machine/cached-store.ts';
import { createDynamoRunnerStore } from './state-machine/dynamo-store.ts';
import { localExecutions, runnerTimers } from './state-machine/executions.ts';
import { createRunner, type Runner } from './state-machine/runner.ts';
import { createTimers, type TimerSource, type Timers } from './timers.ts';

export interface SystemOptions {
  dataDir: string;
  company: string;
  /** A DynamoDB somebody else runs. */
  endpoint?: string | undefined;
  /** Public address: "http://127.0.0.1:4000". */
  origin: string;
  mailer: Mailer;
  files: (clock: SystemClock, secret: string) => Files;
  logger: Logger;
  /** What a new clock shows. @default the world's time */
  start?: Instant;
  /** The world's time behind the clock. @default Date.now */
  real?: () => Instant;
  onConsumed?: (operation: string, units: Consumed) => void;
  /** Items, documents, effects and the like are remembered, as this process alone writes them; false: asked anew and claimed each time, as in AWS. @default true */
  remember?: boolean;
  /** Wraps the ports before they are used: faults in tests. */
  wrap?: (ports: Ports) => Ports;
}

/** The whole backend in one process: the use cases and handlers of AWS on an embedded database and a runner of our own. */
export interface System extends Assembled {
  ports: Ports;
  clock: SystemClock;
  timers: Timers;
  runner: Runner;
  /** Resolves when no stream record, no effect that is due and no execution is in work. */
  settle(): Promise<void>;
  /** Resolves when the database has ended, by `close` or by itself: nothing works any more. */
  ended: Promise<void>;
  /** Stops what runs, in order; what is committed stays. */
  close(): Promise<void>;
}

const SWEEP_MINUTES = 5;
/** Records read at once, the most a stream gives: a decision makes a dozen, and items are dispatched side by side. */
const STREAM_BATCH = 1_000;
/** Executions kept in memory: a few KB each. */
const CACHED = 20_000;

export async function startSystem(options: SystemOptions): Promise<System> {
  const { dataDir, logger, origin } = options;
  const engine = await startEngine({ dataDir, endpoint: options.endpoint });
  const region = localRegion;
  // A database of our own has no other process: nobody else writes, and what was begun before the start was left by a crash.
  const alone = options.endpoint === undefined;
  let written = 0;
  const client = createLeanClient({
    endpoint: engine.endpoint,
    region,
    credentials: localCredentials,
    ...(options.onConsumed && { onConsumed: options.onConsumed }),
    onWrite: () => {
      written += 1;
    },
    group: alone,
  });
  const plain = createLeanClient({
    endpoint: engine.endpoint,
    region,
    credentials: localCredentials,
    group: alone,
  });
  await createTables(plain);

  const clock = createSystemClock({
    file: join(dataDir, 'clock.json'),
    ...(options.start !== undefined && { start: options.start }),
    ...(options.real && { real: options.real }),
  });
  const secret = localSecret(dataDir);
  const { main: tableName, local: localTableName } = defaultTableNames;
  const known: { runner?: Runner; assembled?: Assembled; copying?: StreamReader } = {};
  const running = <T>(part: T | undefined): T => {
    if (!part) throw new Error('The system is not assembled yet.');
    return part;
  };

  const runner = createRunner({
    machines: Object.fromEntries(
      Object.values(machines).map((name) => [
        name,
        renderDefinition({ Partition: 'aws', AdvanceArn: 'advance', SleepArn: 'sleep' }),
      ]),
    ),
    functions: {
      advance: (payload) => running(known.assembled).advanceHandler(payload as never),
      sleep: (payload) => running(known.assembled).sleepHandler(payload as never),
    },
    store: cachedStore(createDynamoRunnerStore(plain, localTableName), CACHED),
    clock,
    logger,
  });

  // One-time schedules carry a plan of maintenance, or wake the sweeper: what they are for is looked up there.
  const schedules = createSchedules({
    client: plain,
    table: localTableName,
    clock,
    handler: async (_name, payload) => void (await running(known.assembled).scheduleHandler(payload)),
    logger,
  });
  let recorded = 0;
  const onRecorded = () => {
    recorded += 1;
    known.copying?.poke();
  };
  const store = createStore({ client, tableName, auditTableName: defaultTableNames.audit, onRecorded });
  const remembered = options.remember === false || !alone ? store : { ...store, ...rememberEffects(store) };
  const bare: Ports = {
    clock,
    ids: createIds(clock),
    ...remembered,
    ...(options.remember !== false && {
      items: rememberItems(remembered.items),
      documents: rememberDocuments(store.documents),
      suppressions: rememberSuppressions(store.suppressions),
      members: rememberMembers(store.members),
    }),
    mailer: options.mailer,
    renderer: mailRenderer,
    executions: localExecutions(runner),
    schedules,
    links: signedLinks({ keys: [{ kid: 'local', secret }], baseUrl: origin }, clock),
    files: options.files(clock, secret),
    logger,
    metrics: { count: () => {} },
  };
  const ports = options.wrap?.(bare) ?? bare;
  const assembled = assemble(ports, {
    read: (record: DynamoDBRecord) => streamWork(record),
    uploadOrigin: origin,
    ...(alone && options.remember !== false && { sendLease: null }),
    api: { company: options.company, clients: [CLIENT_ID], publicUrl: origin },
  });
  known.assembled = assembled;

  let handled = 0;
  const stream = readStream({
    endpoint: engine.endpoint,
    client: plain,
    tableName,
    localTableName,
    name: 'dispatch',
    batchSize: STREAM_BATCH,
    handler: (event) => {
      handled += event.Records.length;
      return assembled.dispatchHandler(event);
    },
    onGivenUp: (record, error) =>
      logger.error('A stream record was given up', { id: record.eventID, error: String(error) }),
    onError: (error) => logger.warn('The stream cannot be read', { error: String(error) }),
  });

  // Looked at when something was recorded, and at the start for what a crash left.
  const copying = readStream({
    endpoint: engine.endpoint,
    client: plain,
    tableName: defaultTableNames.audit,
    localTableName,
    name: 'audit',
    idle: 600_000,
    handler: createCopyAuditHandler({
      copies: folderAuditCopies(join(dataDir, 'audit')),
      read: auditStreamLink,
      logger,
      metrics: ports.metrics,
    }),
    onGivenUp: (record, error) =>
      logger.error('A link of the log was not copied', { id: record.eventID, error: String(error) }),
    onError: (error) => logger.warn('The stream of the log cannot be read', { error: String(error) }),
  });
  known.copying = copying;
  let copied = -1;
  const copy = async (): Promise<void> => {
    if (copied === recorded) return;
    const upTo = recorded;
    copying.poke();
    await copying.drained();
    copied = upTo;
  };

  let drained = -1;
  const drain = async (): Promise<void> => {
    if (alone && drained === written) return;
    const upTo = written;
    stream.poke();
    await stream.drained();
    drained = upTo;
  };
  /** Whatever runs may set something else going: settled when a whole round moved nothing. */
  const settle = async (): Promise<void> => {
    const moved = () => handled + written + runner.transitions();
    for (let before = -1; before !== moved(); ) {
      before = moved();
      await drain();
      await runner.settle();
    }
    await copy();
  };
  const sources: TimerSource[] = [
    runnerTimers(runner),
    schedules,
    everyMinutes(SWEEP_MINUTES, async () => void (await assembled.sweep()), { clock, logger, coalesce: true }),
  ];
  const timers = createTimers({ clock, sources, settle, logger });
  await runner.recover();

  return {
    ...assembled,
    ports,
    clock,
    timers,
    runner,
    settle,
    ended: engine.ended,
    async close() {
      // A leap under way may wait for the stream: it goes on when the stream has stopped.
      const stopped = timers.stop();
      await stream.stop();
      await copying.stop();
      await stopped;
      await runner.stop();
      client.destroy();
      plain.destroy();
      await engine.stop();
    },
  };
}
