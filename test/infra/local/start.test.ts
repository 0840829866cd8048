import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort, temporaryFolder } from '#test/support/local-front';

const start = fileURLToPath(new URL('../../../infra/local/start.mjs', import.meta.url));
const folder = temporaryFolder();
const open: Server[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
  folder.remove();
});
const listen = (port: number): Promise<void> =>
  new Promise((resolve) => {
    const server = createServer();
    open.push(server);
    server.listen(port, '127.0.0.1', resolve);
  });

const launch = (env: Record<string, string>, args: string[] = []) => {
  const child = spawn(process.execPath, [start, ...args], { env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => output.includes(words) && resolve();
      child.stdout.on('data', look);
      child.once('close', () => reject(new Error(output)));
    });
  return { child, ended, says, output: () => output };
};
/** Ends with 1 and one line. */
const refusal = async (env: Record<string, string>, args?: string[]): Promise<string> => {
  const { ended, output } = launch(env, args);
  expect(await ended).toBe(1);
  expect(output().trimEnd().split('\n')).toHaveLength(1);
  return output();
};

describe('npm start says in one line what to do', () => {
  it.each([0, 1, 25])('about a taken port (PORT + %i)', async (offset) => {
    const port = await freePort();
    await listen(port + offset);
    const line = await refusal({ PORT: String(port), DATA_DIR: folder.path });
    expect(line).toMatch(new RegExp(`^Port ${port + offset} is taken: .*PORT=\\d+ npm start`));
  });
  it('about a PORT that is none', async () => {
    for (const PORT of ['abc', '0', '65530', '80.5'])
      expect(await refusal({ PORT, DATA_DIR: folder.path })).toContain(PORT);
  });
  it('about a data folder that cannot be made', async () => {
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(join(folder.path, 'file'), '');
    const env = { PORT: String(await freePort()), DATA_DIR: join(folder.path, 'file', 'data') };
    expect(await refusal(env)).toMatch(/cannot be written: .*DATA_DIR=/);
  });
  it('about a data folder with other files, and leaves them alone', async () => {
    mkdirSync(folder.path, { recursive: true });
    const file = join(folder.path, 'thesis.doc');
    writeFileSync(file, '');
    const env = { PORT: String(await freePort()), DATA_DIR: folder.path };
    expect(await refusal(env)).toContain('holds other files');
    expect(await refusal(env, ['--reset'])).toContain('was not made by Steward');
    expect(existsSync(file)).toBe(true);
  });
  it('about a word it does not know', async () => {
    expect(await refusal({}, ['--rest'])).toContain('npm start -- --reset');
  });
});

describe('npm start', () => {
  it('serves, stops on Ctrl-C with 0 and leaves nothing behind', { timeout: 180_000 }, async () => {
    const port = await freePort();
    const env = { PORT: String(port), DATA_DIR: folder.path };
    const { child, ended, says, output } = launch(env);
    await says('Ctrl-C');
    expect(output()).toContain(`http://127.0.0.1:${port}/`);
    expect(output()).not.toMatch(/warn|deprecat|at .*\.js:/i);
    const answer = await fetch(`http://127.0.0.1:${port}/local/sign-in`, {
      method: 'POST',
      body: JSON.stringify({ email: 'auditor@steward.example' }),
    });
    const { token } = await answer.json();
    const me = await fetch(`http://127.0.0.1:${port}/api/me`, { headers: { authorization: `Bearer ${token}` } });
    expect((await me.json()).person).toMatchObject({ id: 'auditor' });
    expect(await refusal({ ...env, PORT: String(await freePort()) }, ['--reset'])).toContain('is in use by process');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    for (const taken of [port, port + 1, port + 25]) await listen(taken);
    expect(existsSync(join(folder.path, 'engine.pid'))).toBe(false);
  });
});
