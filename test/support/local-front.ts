import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MovableClock } from '#local/local-api';
import { demoPeople } from '#local/people';
import { type ServedSystem, serve } from '#local/serve';
import type { Logger } from '#ports';
import { organisation } from '#test/support/one-site';

/** A port nobody listens on, with PORT + 1 and PORT + 25 free as well. */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = 20_000 + Math.floor(Math.random() * 30_000);
    const free = await Promise.all([port, port + 1, port + 25].map(isFree));
    if (free.every(Boolean)) return port;
  }
  throw new Error('no free port');
};
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

export const temporaryFolder = (): { path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'steward-front-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

export const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** A clock that moves at once and remembers what it was asked. */
export const steppedClock = (start: number): MovableClock => {
  const state = { now: start, speed: 1 };
  return {
    now: () => state.now,
    speed: () => state.speed,
    setSpeed: (speed) => {
      state.speed = speed;
    },
    advance: async (ms) => {
      state.now += ms;
    },
    to: async (instant) => {
      state.now = instant;
    },
  };
};

/** A system that only echoes what reaches its functions. */
export const echoSystem = (changes: Partial<ServedSystem> = {}): ServedSystem => ({
  api: async (event) => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  }),
  page: async (event) => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  }),
  resident: async (event) => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  }),
  files: { acceptUpload: async () => ({ status: 204 }), readKept: async () => null },
  clock: steppedClock(Date.UTC(2026, 10, 23, 12)),
  people: async () => demoPeople(organisation),
  ...changes,
});

/** The front of a local system on a free port. */
export const startFront = async (
  system: ServedSystem = echoSystem(),
  { dataDir, panelFolder = 'nowhere', port }: { dataDir: string; panelFolder?: string; port?: number },
) => {
  const used = port ?? (await freePort());
  const origin = `http://127.0.0.1:${used}`;
  const server = await serve({ settings: { port: used, origin, dataDir }, system, logger: silent, panelFolder });
  return { port: used, origin, close: () => server.close() };
};
