import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { ComplaintDetail, ComplaintSummary, TimelineRow } from '#http/schemas/complaint';
import { ensureBuilt, root } from './built.ts';
import { freePort, temporaryFolder } from './local-front.ts';

/** One mail as the inbox's REST tells it. */
export interface InboxMail {
  id: string;
  subject: string;
  to: { address: string }[];
  text: string;
  html: string;
  headers: Record<string, string>;
}
/** The product as `npm start` runs it, seen from outside: HTTP only. */
export interface Product {
  origin: string;
  inbox: string;
  /** A demo person's call to the API; throws for answers of 400 and more. `as` is the part of the e-mail before the @. */
  call<T>(as: string, method: string, path: string, body?: unknown): Promise<T>;
  /** POST /local/clock; resolves when everything due has happened. */
  move(move: { advance: string } | { to: string } | { speed: number }): Promise<void>;
  /** All mails, oldest first, or those to one person. */
  mails(to?: string): Promise<InboxMail[]>;
  close(): Promise<void>;
}
export type Detail = ComplaintDetail;
export type Summary = ComplaintSummary;
export type Row = z.infer<typeof TimelineRow>;

/** Tuesday, 24 November 2026, 10:00 at the demo site: an ordinary working day. */
export const MORNING = '2026-11-24T02:00:00.000Z';
/** The link of a mail to staff. */
export const linkOf = ({ text }: InboxMail): string => /https?:\/\/\S+\/a\/\S+/.exec(text)?.[0] ?? '';

interface ProductOptions {
  now?: string;
  /** A database of the test's own, for looking into it. @default the embedded one */
  endpoint?: string;
}

/** The built server on free ports with a folder of its own; its clock stands still at `now` until it is moved. */
export async function startProduct({ now = MORNING, endpoint }: ProductOptions = {}): Promise<Product> {
  await ensureBuilt();
  const port = await freePort();
  const data = temporaryFolder();
  writeFileSync(
    join(data.path, 'clock.json'),
    JSON.stringify({ real: Date.now(), instant: Date.parse(now), speed: 0 }),
  );
  const server = spawn(process.execPath, [join(root, 'dist/local/main.js')], {
    cwd: data.path,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: data.path,
      DEMO_DAYS: '0',
      ...(endpoint !== undefined && { DYNAMODB_ENDPOINT: endpoint }),
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const origin = `http://127.0.0.1:${port}`;
  const inbox = `http://127.0.0.1:${port + 1}`;
  const close = async () => {
    await stop(server);
    data.remove();
  };
  try {
    await ready(server);
  } catch (error) {
    await close();
    throw error;
  }

  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (as: string): Promise<string> => {
    const known =
      tokens.get(as) ??
      send<{ token: string }>(`${origin}/local/sign-in`, 'POST', { email: `${as}@steward.example` }).then(
        ({ token }) => token,
      );
    tokens.set(as, known);
    return known;
  };
  return {
    origin,
    inbox,
    call: async (as, method, path, body) =>
      send(`${origin}${path}`, method, body, { authorization: `Bearer ${await tokenOf(as)}` }),
    move: async (move) => {
      await send(`${origin}/local/clock`, 'POST', move);
    },
    mails: async (to) => {
      const all = await send<InboxMail[]>(`${inbox}/api/email`, 'GET');
      return to === undefined ? all : all.filter((mail) => mail.to.some(({ address }) => address.startsWith(`${to}@`)));
    },
    close,
  };
}

/** Resolves at the banner. @throws with what the server said when it ends before */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes('Ctrl-C')) resolve();
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The product ended with ${code}: ${said}`)));
  });
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}

async function send<T>(url: string, method: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${answer}`);
  return JSON.parse(answer) as T;
}
