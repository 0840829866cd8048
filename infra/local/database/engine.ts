import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type EngineKind, type EngineName, enginesFor, noEngine } from './engine-kinds.ts';
import { EngineProblem } from './engine-problem.ts';
import { freePort, type Running, runWatched } from './engine-process.ts';
import {
  clearStale,
  databaseFolder,
  forgetRunning,
  recordEngine,
  recordedEngine,
  recordRunning,
} from './engine-record.ts';

export interface Engine {
  endpoint: string;
  /** 'dynoxide', 'dynamodb-local', or 'endpoint' for one we did not start. */
  name: EngineName | 'endpoint';
  /** Null for an endpoint. */
  pid: number | null;
  /** Settles when the engine has ended, asked to or not; never for an endpoint. */
  ended: Promise<void>;
  stop(): Promise<void>;
}
export interface EngineOptions {
  dataDir: string;
  /** DYNAMODB_ENDPOINT: use this one and start none. */
  endpoint?: string | undefined;
  /** @default what the folder was made with, else the first that this machine can run */
  prefer?: EngineName;
  /** @default those found on this machine */
  engines?: readonly EngineKind[];
}

/** What local engines accept; they check nothing. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };
export const localRegion = 'local';

/**
 * Starts the engine of a data folder on a free port of 127.0.0.1 and waits until it answers. A folder belongs to the
 * engine that made it. @throws EngineProblem, one line for the person at the keyboard
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const dataDir = resolve(options.dataDir);
  const { endpoint } = options;
  const folder = databaseFolder(dataDir);
  const recorded = recordedEngine(dataDir);
  if (endpoint !== undefined) return givenEndpoint(dataDir, endpoint, recorded);
  const kind = choose(dataDir, recorded, options.engines ?? enginesFor(recorded ?? options.prefer), options.prefer);
  await clearStale(dataDir);
  kind.prepare(folder);
  const log = join(folder, 'engine.log');
  const { running, port } = await startOnFreePort(kind, folder, log);
  recordEngine(dataDir, kind.name);
  recordRunning(dataDir, { engine: running.pid, owner: process.pid, port });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    name: kind.name,
    pid: running.pid,
    ended: running.ended,
    async stop() {
      await running.stop();
      forgetRunning(dataDir);
    },
  };
}

function givenEndpoint(dataDir: string, endpoint: string, recorded: string | null): Engine {
  const name = `endpoint ${endpoint}`;
  if (recorded !== null && recorded !== name)
    throw new EngineProblem(
      `DATA_DIR ${dataDir} belongs to ${recorded}, not to DYNAMODB_ENDPOINT ${endpoint}: unset it or choose another DATA_DIR.`,
    );
  recordEngine(dataDir, name);
  return { endpoint, name: 'endpoint', pid: null, ended: new Promise(() => {}), stop: async () => {} };
}

function choose(
  dataDir: string,
  recorded: string | null,
  found: readonly EngineKind[],
  prefer: EngineName | undefined,
): EngineKind {
  const wanted = recorded ?? prefer;
  const kind = wanted === undefined ? found[0] : found.find((one) => one.name === wanted);
  if (kind && (prefer === undefined || prefer === kind.name)) return kind;
  if (recorded?.startsWith('endpoint '))
    throw new EngineProblem(
      `DATA_DIR ${dataDir} belongs to ${recorded}: set DYNAMODB_ENDPOINT to it or choose another DATA_DIR.`,
    );
  if (recorded !== null)
    throw new EngineProblem(
      `DATA_DIR ${dataDir} belongs to ${recorded}, which ${kind ? 'is not the engine asked for' : 'this machine cannot run'}: choose another DATA_DIR.`,
    );
  return noEngine();
}

/** Somebody may take the port between looking and listening: then another is tried. */
async function startOnFreePort(
  kind: EngineKind,
  folder: string,
  log: string,
): Promise<{ running: Running; port: number }> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const port = await freePort();
    const running = await runWatched(kind.command(folder, port), log);
    if (await answers(running, port)) return { running, port };
    await running.stop();
  }
  const said = readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '';
  throw new EngineProblem(`The database (${kind.name}) does not start: ${said || `see ${log}`}`);
}

/** Whether it listens within 30 s; false when it ended. */
async function answers(running: Running, port: number): Promise<boolean> {
  for (let waited = 0; waited < 30_000 && !running.isEnded(); waited += 15) {
    try {
      await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2_000) });
      return !running.isEnded();
    } catch {
      await new Promise((resume) => setTimeout(resume, 15));
    }
  }
  return false;
}
