import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './build.mjs';
import { findBrowser, HOW_TO_INSTALL, installBrowser } from './launch/browser.mjs';
import { checkNode, checkPlatform } from './launch/checks.mjs';
import { installMissing } from './launch/install.mjs';
import { Problem, run } from './launch/problem.mjs';

/** `npm test [-- files and options of vitest]`: everything, the browser tests among it. */
const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const say = (line) => process.stdout.write(`${line}\n`);
const skipsBrowser = process.env.SKIP_BROWSER === '1';

const browserForTests = async () => {
  const found = await findBrowser();
  if (found) return found;
  const installed = !process.env.CHROMIUM_PATH && installBrowser(say) ? await findBrowser() : null;
  if (!installed) throw new Problem(HOW_TO_INSTALL);
  return installed;
};

const main = async () => {
  checkNode();
  checkPlatform();
  await installMissing(root, say);
  const browser = skipsBrowser ? null : await browserForTests();
  if (!isBuilt()) {
    say('Building...');
    const { status } = spawnSync(process.execPath, [join(root, 'infra/local/build.mjs')], { stdio: 'inherit' });
    if (status !== 0) return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'steward-test-'));
  try {
    const file = join(folder, 'result.json');
    const code = await vitest(file, browser);
    say(summary(file, code));
    if (skipsBrowser) say('SKIPPED: the browser tests were not run, because SKIP_BROWSER=1 is set.');
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const vitest = (file, browser) =>
  new Promise((resolve, reject) => {
    const args = [
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ...(skipsBrowser ? ['--exclude=test/browser/**'] : []),
      ...process.argv.slice(2),
    ];
    const tests = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...(browser ? { CHROMIUM_PATH: browser } : {}) },
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => tests.kill(signal));
    tests.once('error', reject);
    tests.once('exit', (code) => resolve(code ?? 1));
  });

/** A file that could not even be loaded counts as one failure, and so does an error outside of every test. */
const summary = (file, code) => {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
    );
    const failed = numFailedTests + broken.length;
    return `${numPassedTests} passed, ${failed === 0 && code !== 0 ? 1 : failed} failed`;
  } catch {
    return '0 passed, 1 failed';
  }
};

await run(main);
