import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineProblem } from './engine-problem.ts';

/** What a data folder says about its database: `engine` (which one made it) and `engine.pid` (who runs it now). */
const engineFile = (dataDir: string) => join(dataDir, 'engine');
const pidFile = (dataDir: string) => join(dataDir, 'engine.pid');

/** The folder of the database files. @throws EngineProblem when the folder cannot be written */
export function databaseFolder(dataDir: string): string {
  const folder = join(dataDir, 'database');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    accessSync(dataDir, constants.W_OK);
  } catch (cause) {
    throw new EngineProblem(`DATA_DIR ${dataDir} cannot be written: make it writable or choose another DATA_DIR.`, {
      cause,
    });
  }
  return folder;
}

export function recordedEngine(dataDir: string): string | null {
  const file = engineFile(dataDir);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}
export const recordEngine = (dataDir: string, name: string): void => writeFileSync(engineFile(dataDir), `${name}\n`);

interface Running {
  engine: number;
  owner: number;
  port: number;
}
export const recordRunning = (dataDir: string, running: Running): void =>
  writeFileSync(pidFile(dataDir), JSON.stringify(running));
export const forgetRunning = (dataDir: string): void => rmSync(pidFile(dataDir), { force: true });

/**
 * Makes sure no engine runs on the folder. One whose owner is gone is dying already (it watches its owner); it is
 * given a moment and then killed. @throws EngineProblem when the owner lives
 */
export async function clearStale(dataDir: string, patience = 3_000): Promise<void> {
  const running = readRunning(dataDir);
  if (!running || !isEngine(running.engine, dataDir)) return forgetRunning(dataDir);
  if (isAlive(running.owner))
    throw new EngineProblem(
      `DATA_DIR ${dataDir} is in use by process ${running.owner}: stop it or choose another DATA_DIR.`,
    );
  for (let waited = 0; waited < patience && isAlive(running.engine); waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
  if (isEngine(running.engine, dataDir)) process.kill(running.engine, 'SIGKILL');
  forgetRunning(dataDir);
}

/** Where the engine of a folder answers while somebody runs it; null: nobody does. */
export function runningEndpoint(dataDir: string): string | null {
  const running = readRunning(dataDir);
  const lives = running && isEngine(running.engine, dataDir) && isAlive(running.owner);
  return lives ? `http://127.0.0.1:${running.port}` : null;
}

function readRunning(dataDir: string): Running | null {
  try {
    const { engine, owner, port = 0 }: Partial<Running> = JSON.parse(readFileSync(pidFile(dataDir), 'utf8'));
    return typeof engine === 'number' && typeof owner === 'number' ? { engine, owner, port } : null;
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Process ids are used again: only one whose command line names this folder is our engine. */
function isEngine(pid: number, dataDir: string): boolean {
  return isAlive(pid) && commandLine(pid).includes(join(dataDir, 'database'));
}
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    try {
      return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    } catch {
      return '';
    }
  }
}
