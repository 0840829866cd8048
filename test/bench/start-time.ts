import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measure, percentile, whole } from './measure.ts';

const main = 'dist/local/main.js';
const warmStarts = 3;
const patience = 60_000;

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

/** Milliseconds from spawning the built product until its API answers; then it is asked to end and has ended. */
async function startOnce(dataDir: string, port: number): Promise<number> {
  const began = performance.now();
  const env = {
    ...process.env,
    PORT: `${port}`,
    DATA_DIR: dataDir,
    DEMO_DAYS: '0',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (performance.now() - began < patience && child.exitCode === null) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
      if (answer?.ok) return performance.now() - began;
      await pause(20);
    }
    throw new Error('The built product does not start.');
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** A port whose neighbours for inbox and SMTP are free as well. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    if ((await Promise.all([port, port + 1, port + 25].map(isFree))).every(Boolean)) return port;
  }
}
const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The built product by itself: first start with its seed, and later starts on the same folder. */
export const startTime: Measure = async (say) => {
  if (!existsSync(main)) {
    say('start time left out: not built (npm run build)');
    return [];
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'steward-bench-'));
  try {
    say('start of the built product');
    const first = await startOnce(dataDir, await freePort());
    const times: number[] = [];
    for (let n = 0; n < warmStarts; n += 1) times.push(await startOnce(dataDir, await freePort()));
    return [
      {
        what: 'Start, first time',
        value: `${whole(first)} ms`,
        how: 'built product until the API answers, demo estate seeded',
      },
      {
        what: 'Start, later',
        value: `${whole(percentile(times, 0.5))} ms`,
        how: `the same folder; p50 of ${warmStarts}`,
      },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};
