import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';

/** Lies in node_modules and goes with it. */
const STAMP = '.steward-lock';

const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const isInstalled = (root) => {
  const stamp = join(root, 'node_modules', STAMP);
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8').trim() === lockHash(root);
  // Installed by hand: npm writes this file last.
  const own = join(root, 'node_modules', '.package-lock.json');
  return existsSync(own) && statSync(own).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
};

/** `npm ci` when packages are missing or not those of the lockfile. `say` tells that it takes a while. */
export const installMissing = (root, say) => {
  if (!isInstalled(root)) {
    say('正在安装依赖（约一分钟）… Installing packages, about a minute...');
    const { npm_execpath: npm } = process.env;
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const isScript = npm !== undefined && /npm-cli\.c?js$/.test(npm);
    const command = isScript ? [process.execPath, npm, ...args] : ['npm', ...args];
    const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), { cwd: root, encoding: 'utf8' });
    if (status !== 0) {
      process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
      throw new Problem('Installing the packages failed, see above: run "npm ci" when that is put right.');
    }
  }
  writeFileSync(join(root, 'node_modules', STAMP), lockHash(root));
};
