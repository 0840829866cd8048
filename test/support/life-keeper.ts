import { type ChildProcess, fork } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Entry } from '#domain/workflow/entry';
import type { Answer, Birth, Call, Ready } from './life-process.ts';
import type { Reach } from './scripted-life.ts';

/** The process was gone before it answered. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

/** A real process that lives the scripted life. */
export interface LifeProcess {
  reach: Reach;
  look(id: string): Promise<{ timeline: Entry[]; problems: string[] }>;
  /** What was wrong before its clock ran on. */
  problems: string[];
  /** Ends it by kill -9, or its database and by that itself; answers the clock's world time at that moment. */
  kill(what: 'process' | 'database'): Promise<number>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'node_modules/.steward-life/life-process.mjs');

/**
 * One file, so that a process starts quickly; within the project, so that it finds its packages. Put there in one move: other
 * tests may be starting theirs.
 */
export async function buildLifeProcess(): Promise<void> {
  const built = `${program}.${process.pid}.mjs`;
  await build({
    entryPoints: [join(root, 'test/support/life-process.ts')],
    outfile: built,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  renameSync(built, program);
}

/** `buildLifeProcess` comes first. */
export async function startLifeProcess(birth: Birth): Promise<LifeProcess> {
  const child = fork(program, [JSON.stringify(birth)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const calls = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The process ended with ${code} before it was ready.`)));
    child.on('message', (message: Ready | Answer) => {
      if ('ready' in message) return resolve(message);
      const call = calls.get(message.id);
      calls.delete(message.id);
      if ('error' in message) call?.reject(new Error(message.error));
      else call?.resolve(message.value as never);
    });
  });
  let last = 0;
  void exited.then(() => {
    for (const { reject } of calls.values()) reject(new Gone());
    calls.clear();
  });
  const ask = <T>(name: Call['name'], ...args: unknown[]): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (hasEnded(child)) return reject(new Gone());
      last += 1;
      calls.set(last, { resolve, reject });
      child.send({ id: last, name, args } satisfies Call, (error) => error && reject(new Gone()));
    });
  return {
    reach: {
      to: (instant) => ask('to', instant),
      file: (...args) => ask('file', ...args),
      page: (...args) => ask('page', ...args),
      act: (...args) => ask('act', ...args),
    },
    look: (id) => ask('look', id),
    problems: ready.problems,
    async kill(what) {
      if (what === 'database' && ready.engine !== null) process.kill(ready.engine, 'SIGKILL');
      else child.kill('SIGKILL');
      await exited;
      return birth.worldTime + Date.now() - ready.born;
    },
  };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
