import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundle } from '#aws/bundle';

const source = `
import { base } from 'old';
import { en } from 'zod/v4/locales/index.js';
export class Refused extends Error { name = 'Refused'; }
export const api = () => [base('/a/b'), new Refused().name, en].join(' ');
`;
let root: string;
let made: Bundle;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'steward-bundle-'));
  const put = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put('entry.ts', source);
  put('node_modules/old/index.js', "exports.base = require('node:path').basename;");
  put('node_modules/zod/v4/locales/index.js', "export * from './en.js'; export const other = 'many languages';");
  put('node_modules/zod/v4/locales/en.js', "export default 'English';");
  made = await bundle({ entries: { index: 'entry.ts' }, outdir: 'out', root });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
const text = () => readFileSync(join(root, 'out/index.mjs'), 'utf8');

describe('bundle', () => {
  it('runs as an ES module with CommonJS packages inside and names of errors kept', () => {
    const script = "import('./out/index.mjs').then(({ api }) => process.stdout.write(api()))";
    const run = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
    expect(run.stdout + run.stderr).toBe('b Refused English');
  });

  it('leaves out what zod says in other languages', () => {
    expect(text()).not.toContain('many languages');
  });

  it('makes the same bytes of the same source', async () => {
    const first = text();
    await bundle({ entries: { index: 'entry.ts' }, outdir: 'out', root });
    expect(text()).toBe(first);
  });

  it('tells the size of each file', () => {
    expect(made.bytes).toEqual({ 'index.mjs': Buffer.byteLength(text()) });
  });
});
