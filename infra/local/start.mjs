import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './build.mjs';
import {
  checkNode,
  checkPlatform,
  checkPorts,
  prepareDataFolder,
  readPorts,
  resetDataFolder,
} from './launch/checks.mjs';
import { installMissing } from './launch/install.mjs';
import { Problem, run } from './launch/problem.mjs';

/** `npm start [-- --reset]`: checks, installs, builds, starts. Node built-ins only: nothing is installed yet. */
const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
/** The AWS SDK's advice on Node 20, printed at every start, is no news to the person at the keyboard. */
const QUIET = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const isByNpm = process.env.npm_lifecycle_event === 'start';
const LOOK_EVERY = 300;
const say = (line) => process.stdout.write(`${line}\n`);

const main = async () => {
  const unknown = process.argv.slice(2).find((argument) => argument !== '--reset');
  if (unknown) throw new Problem(`"${unknown}" is not known: npm start, or npm start -- --reset to begin anew.`);
  checkNode();
  checkPlatform();
  await checkPorts(readPorts());
  if (process.argv.includes('--reset')) resetDataFolder();
  prepareDataFolder();
  await installMissing(root, say);
  if (!isBuilt()) {
    say('正在构建… Building...');
    const code = await untilEnd([`${root}/infra/local/build.mjs`], 'inherit');
    if (code !== 0) return code;
  }
  return untilEnd([`${root}/dist/local/main.js`], ['inherit', 'inherit', 'inherit', 'ipc']);
};

/**
 * A process of ours, in our group. The server ends with us even by kill -9: the channel between us closes. Ctrl-C reaches
 * both from the terminal; other signals are handed on. A parent that is killed tells nobody: so npm's end is looked for.
 */
const untilEnd = (args, stdio) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio, env: { ...process.env, ...QUIET } });
    const hand = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, hand);
    const parent = process.ppid;
    const watch = setInterval(() => isByNpm && process.ppid !== parent && child.kill('SIGTERM'), LOOK_EVERY);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.off(signal, hand);
      resolve(code ?? 1);
    });
  });

await run(main);
