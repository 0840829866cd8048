import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { isAlive } from './engine-record.ts';

/**
 * A shell that runs the engine and watches its own stdin. When we die, even by kill -9, the pipe closes and the shell
 * ends the engine. The engine has a session of its own, so Ctrl-C reaches us first and it is stopped last.
 */
const watchdog = `
exec 3<&0
log=$1
shift
"$@" </dev/null >"$log" 2>&1 3<&- &
engine=$!
echo "$engine"
(
  while read -r line <&3; do :; done
  kill -TERM "$engine" 2>/dev/null
  for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$engine" 2>/dev/null || exit 0; sleep 0.1; done
  kill -KILL "$engine" 2>/dev/null
) >/dev/null 2>&1 &
exec 3<&-
wait "$engine"
`;

export interface Running {
  pid: number;
  /** Settles when the engine has ended, by whatever cause. */
  ended: Promise<void>;
  isEnded(): boolean;
  stop(): Promise<void>;
}

/** @throws Error when there is no shell or it does not tell the engine's process id */
export async function runWatched(command: readonly string[], log: string): Promise<Running> {
  const shell = spawn('/bin/sh', ['-c', watchdog, 'engine', log, ...command], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let over = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      over = true;
      shell.stdin?.destroy();
      resolve();
    };
    shell.once('exit', end);
    shell.once('error', end);
  });
  shell.stdin?.on('error', () => {});
  const pid = await firstNumber(shell, ended);
  return {
    pid,
    ended,
    isEnded: () => over,
    async stop() {
      if (over) return;
      if (isAlive(pid)) process.kill(pid, 'SIGTERM');
      const late = setTimeout(() => isAlive(pid) && process.kill(pid, 'SIGKILL'), 3_000);
      await ended;
      clearTimeout(late);
    },
  };
}

async function firstNumber(shell: ChildProcess, ended: Promise<void>): Promise<number> {
  const { stdout } = shell;
  if (!stdout) throw new Error('The shell has no output.');
  const lines = createInterface({ input: stdout });
  const line = new Promise<string>((resolve) => lines.once('line', resolve));
  const pid = Number(await Promise.race([line, ended.then(() => '')]));
  lines.close();
  if (!Number.isInteger(pid) || pid <= 0) throw new Error('The database engine could not be started.');
  return pid;
}

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port is free.')),
      );
    });
  });
}
