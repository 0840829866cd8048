import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTables, defaultTableNames } from '#local/database/create-table';
import { type Engine, startEngine } from '#local/database/engine';
import { noEngine } from '#local/database/engine-kinds';
import { EngineProblem } from '#local/database/engine-problem';
import { clearStale, isAlive } from '#local/database/engine-record';
import { createStore } from '#store/store';
import { engines, localClient } from '#test/support/engine';
import { firstCommit, someItem } from '#test/support/items';

const folders: string[] = [];
const running: Engine[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'steward-engine-'));
  folders.push(made);
  return made;
};
const start = async (options: Parameters<typeof startEngine>[0]) => {
  const engine = await startEngine(options);
  running.push(engine);
  return engine;
};
const storeAt = async (endpoint: string) => {
  const client = localClient(endpoint);
  await createTables(client, defaultTableNames);
  return createStore({ client, tableName: defaultTableNames.main });
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((engine) => engine.stop()));
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

describe.each(engines)('the engine %s', (name) => {
  it('keeps its data over a restart and leaves no process behind', { timeout: 60_000 }, async () => {
    const dataDir = folder();
    const first = await start({ dataDir, prefer: name });
    expect(first).toMatchObject({ name, endpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
    const item = someItem('c', 'a');
    await (await storeAt(first.endpoint)).items.commit(firstCommit(item));
    await first.stop();
    expect(isAlive(first.pid ?? 0)).toBe(false);
    expect(existsSync(join(dataDir, 'engine.pid'))).toBe(false);

    const second = await start({ dataDir });
    expect(second.name).toBe(name);
    expect(await (await storeAt(second.endpoint)).items.get('c', 'a')).toEqual(item);
  });

  it('dies with a parent that is killed, losing nothing', { timeout: 60_000 }, async () => {
    const dataDir = folder();
    const holder = spawn(
      process.execPath,
      ['--no-warnings', '--import', 'tsx', 'test/support/engine-holder.ts', dataDir, name],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const line = await new Promise<string>((resolve) => createInterface(holder.stdout).once('line', resolve));
    const { endpoint, pid }: { endpoint: string; pid: number } = JSON.parse(line);
    await (await storeAt(endpoint)).items.commit(firstCommit(someItem('c', 'a')));
    await expect(startEngine({ dataDir })).rejects.toThrow(`in use by process ${holder.pid}`);
    holder.kill('SIGKILL');
    await new Promise((resolve) => holder.once('exit', resolve));

    const again = await start({ dataDir });
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5_000);
    expect(await (await storeAt(again.endpoint)).items.get('c', 'a')).not.toBeNull();
  });

  it('tells when it has ended by itself', { timeout: 60_000 }, async () => {
    const engine = await start({ dataDir: folder(), prefer: name });
    process.kill(engine.pid ?? 0, 'SIGKILL');
    await expect(engine.ended).resolves.toBeUndefined();
  });
});

describe('a data folder', () => {
  it('belongs to the engine that made it', async () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'engine'), 'some-engine\n');
    await expect(startEngine({ dataDir })).rejects.toThrow(
      new EngineProblem(
        `DATA_DIR ${dataDir} belongs to some-engine, which this machine cannot run: choose another DATA_DIR.`,
      ),
    );
    await expect(startEngine({ dataDir, endpoint: 'http://127.0.0.1:8000' })).rejects.toThrow(
      'choose another DATA_DIR',
    );
  });

  it('belongs to the endpoint it was used with', async () => {
    const dataDir = folder();
    const endpoint = 'http://127.0.0.1:8000';
    expect(await startEngine({ dataDir, endpoint })).toMatchObject({ endpoint, name: 'endpoint', pid: null });
    expect(readFileSync(join(dataDir, 'engine'), 'utf8')).toBe(`endpoint ${endpoint}\n`);
    await expect(startEngine({ dataDir, endpoint })).resolves.toBeDefined();
    await expect(startEngine({ dataDir })).rejects.toThrow(`set DYNAMODB_ENDPOINT to it`);
    await expect(startEngine({ dataDir, endpoint: 'http://127.0.0.1:9000' })).rejects.toThrow(EngineProblem);
  });

  it('must be writable', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    await expect(startEngine({ dataDir: file })).rejects.toThrow(`DATA_DIR ${file} cannot be written`);
  });

  it('is not kept by a process id that now means another process', async () => {
    const dataDir = folder();
    const other = { engine: process.pid, owner: process.pid };
    writeFileSync(join(dataDir, 'engine.pid'), JSON.stringify(other));
    await clearStale(dataDir);
    expect(existsSync(join(dataDir, 'engine.pid'))).toBe(false);
  });
});

describe('a machine without an engine', () => {
  it.each([
    ['linux', 'x64', 'npm ci --include=optional'],
    ['linux', 'arm64', 'apt-get install openjdk-17-jre-headless'],
    ['darwin', 'arm64', 'brew install openjdk@17'],
    ['win32', 'x64', 'wsl --install'],
  ] as const)('%s %s is told what to do in one line', async (platform, arch, command) => {
    expect(() => noEngine(platform, arch)).toThrow(command);
    expect(() => noEngine(platform, arch)).toThrow(/^[^\n]+$/);
    await expect(startEngine({ dataDir: folder(), engines: [] })).rejects.toThrow(EngineProblem);
  });

  it('is told when the engine does not start', { timeout: 30_000 }, async () => {
    const broken = {
      name: 'dynoxide' as const,
      prepare: () => {},
      command: () => ['sh', '-c', 'echo no room >&2; exit 1'],
    };
    await expect(startEngine({ dataDir: folder(), engines: [broken] })).rejects.toThrow('does not start: no room');
  });
});
