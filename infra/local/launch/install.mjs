import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
};

/** npm notes, last of all, what it has installed; optional packages are there only where they fit the machine. */
export const isInstalled = (root) => {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const found = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return found[path] === undefined ? optional === true : found[path].version === version;
  });
};

/** `npm ci` when packages are missing or not those of the lockfile. `say` tells that it takes a while. @throws Problem */
export const installMissing = async (root, say) => {
  if (isInstalled(root)) return;
  say('正在安装依赖（约一分钟）… Installing packages, about a minute...');
  const { npm_execpath: npm = '' } = process.env;
  const [command, ...first] = /npm-cli\.c?js$/.test(npm) ? [process.execPath, npm] : ['npm'];
  const args = [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await runQuietly(command, args, root);
  if (code === 0) return;
  process.stderr.write(output);
  throw new Problem('Installing the packages failed, see above: run "npm ci" when that is put right.');
};

/** Ends with us: a signal that reaches only us is handed on. */
const runQuietly = (command, args, cwd) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const hand = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, hand);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const end = (code, more = '') => {
      for (const signal of signals) process.off(signal, hand);
      resolve({ code, output: output + more });
    };
    child.once('error', (error) => end(1, `${error.message}\n`));
    child.once('close', (code) => end(code));
  });
