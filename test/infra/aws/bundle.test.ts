import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '#aws/bundle';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'steward-bundle-'));
  mkdirSync(join(root, 'node_modules/old'), { recursive: true });
  writeFileSync(join(root, 'node_modules/old/index.js'), "exports.base = require('node:path').basename;");
  const source =
    "import { base } from 'old'; export class Thrown extends Error {} export const api = () => base('/a/b');";
  writeFileSync(join(root, 'entry.ts'), source);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
const build = () => bundle({ entries: { index: 'entry.ts' }, outdir: 'out', root });

describe('bundle', () => {
  it('gives CommonJS packages a require inside an ES module', () => {
    build();
    const script = "import('./out/index.mjs').then((m) => process.stdout.write(m.api() + m.Thrown.name))";
    const run = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
    expect(run.stdout + run.stderr).toBe('bThrown');
  });

  it('makes the same bytes of the same source', () => {
    build();
    const first = readFileSync(join(root, 'out/index.mjs'), 'utf8');
    build();
    expect(readFileSync(join(root, 'out/index.mjs'), 'utf8')).toBe(first);
  });

  it('tells the size of each file', () => {
    expect(Object.keys(build().bytes)).toEqual(['index.mjs']);
  });
});
