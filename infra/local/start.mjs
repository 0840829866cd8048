import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  checkNode,
  checkPlatform,
  checkPorts,
  prepareDataFolder,
  readPorts,
  resetDataFolder,
} from './launch/checks.mjs';
import { installMissing } from './launch/install.mjs';
import { watchNpm } from './launch/npm-watch.mjs';
import { Problem, run } from './launch/problem.mjs';

/** `npm start [-- --reset]`: checks, installs, builds, starts. Node built-ins only: nothing is installed yet. */
const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
/** The AWS SDK's advice on Node 20, printed at every start, is no news to the person at the keyboard. */
const QUIET = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
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
  const { buildLocal, isBuilt } = await import('./build.mjs');
  if (!isBuilt()) {
    say('正在构建… Building...');
    await buildLocal();
  }
  return serve();
};

/**
 * The server in our process group. It ends with us even by kill -9: the channel between us closes. Ctrl-C reaches both
 * from the terminal; other signals are handed on.
 */
const serve = () =>
  new Promise((resolve, reject) => {
    const server = spawn(process.execPath, [`${root}/dist/local/main.js`], {
      cwd: process.cwd(),
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...QUIET },
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
    watchNpm(() => server.kill('SIGTERM'));
    server.once('error', reject);
    server.once('exit', (code) => resolve(code ?? 1));
  });

await run(main);
