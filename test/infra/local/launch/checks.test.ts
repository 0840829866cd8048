import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/local-front';

interface Checks {
  checkNode(version: string): void;
  checkPlatform(env: Record<string, string>, machine: { platform: string; arch: string }): void;
  prepareDataFolder(env: Record<string, string>): string;
  resetDataFolder(env: Record<string, string>): void;
}
interface Install {
  isInstalled(root: string): boolean;
}
/** Plain JavaScript: it runs before anything is installed. */
const load = async <T>(file: string): Promise<T> =>
  import(new URL(`../../../../infra/local/launch/${file}`, import.meta.url).href);
const checks = await load<Checks>('checks.mjs');
const { isInstalled } = await load<Install>('install.mjs');

const folder = temporaryFolder();
afterEach(() => folder.remove());

describe('the machine', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0', '26.0.0'])('may have Node %s', (version) => {
    expect(() => checks.checkNode(version)).not.toThrow();
  });
  it.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0'])('may not have Node %s', (version) => {
    expect(() => checks.checkNode(version)).toThrow(/^Node .* is too old: install Node/);
  });
  it('needs nothing else on Linux x64', () => {
    expect(() => checks.checkPlatform({ PATH: '' }, { platform: 'linux', arch: 'x64' })).not.toThrow();
  });
  it('needs Java or DYNAMODB_ENDPOINT elsewhere, and is told how to get it', () => {
    const mac = { platform: 'darwin', arch: 'arm64' };
    expect(() => checks.checkPlatform({ PATH: '' }, mac)).toThrow(/brew install openjdk@17.*DYNAMODB_ENDPOINT/);
    expect(() => checks.checkPlatform({ PATH: '' }, { platform: 'linux', arch: 'arm64' })).toThrow(/apt-get install/);
    expect(() => checks.checkPlatform({ PATH: '', DYNAMODB_ENDPOINT: 'http://x' }, mac)).not.toThrow();
  });
  it('is WSL2 on Windows', () => {
    expect(() => checks.checkPlatform({}, { platform: 'win32', arch: 'x64' })).toThrow(/WSL2.*wsl --install/);
  });
});

describe('the data folder', () => {
  it('is removed by --reset only when Steward made it', () => {
    const own = join(folder.path, 'own');
    checks.prepareDataFolder({ DATA_DIR: own });
    writeFileSync(join(own, 'clock.json'), '{}');
    checks.resetDataFolder({ DATA_DIR: own });
    expect(existsSync(own)).toBe(false);
    const other = join(folder.path, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'clock.json'), '{}');
    expect(() => checks.resetDataFolder({ DATA_DIR: other })).toThrow('was not made by Steward');
    expect(existsSync(other)).toBe(true);
  });
  it('is used again', () => {
    const DATA_DIR = join(folder.path, 'again');
    expect(checks.prepareDataFolder({ DATA_DIR })).toBe(DATA_DIR);
    writeFileSync(join(DATA_DIR, 'clock.json'), '{}');
    expect(checks.prepareDataFolder({ DATA_DIR })).toBe(DATA_DIR);
  });
});

describe('the packages', () => {
  const write = (file: string, packages: Record<string, { version?: string; optional?: boolean }>) => {
    mkdirSync(join(folder.path, 'node_modules'), { recursive: true });
    writeFileSync(join(folder.path, file), JSON.stringify({ packages }));
  };
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };

  it('are installed when npm noted all but optional ones', () => {
    write('package-lock.json', wanted);
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(folder.path)).toBe(true);
  });
  it('are not when one is missing or another version, or npm did not end', () => {
    write('package-lock.json', wanted);
    expect(isInstalled(folder.path)).toBe(false);
    write('node_modules/.package-lock.json', { 'node_modules/b': { version: '2.0.0' } });
    expect(isInstalled(folder.path)).toBe(false);
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.1' } });
    expect(isInstalled(folder.path)).toBe(false);
    write('node_modules/.package-lock.json', {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '1.9.0' },
    });
    expect(isInstalled(folder.path)).toBe(false);
  });
});
