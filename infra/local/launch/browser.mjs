import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A Chromium: CHROMIUM_PATH, the system's, Google Chrome, Playwright's. Null = none. */
export const findBrowser = async (env = process.env, places = PLACES) => {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const { chromium } = await import('playwright-core');
  return [...places, chromium.executablePath()].find((place) => place && existsSync(place)) ?? null;
};

export const HOW_TO_INSTALL =
  'No browser for the browser tests: install one ("sudo apt-get install -y chromium fonts-noto-cjk", ' +
  '"npx playwright-core install chromium", or Google Chrome), set CHROMIUM_PATH to one, or run SKIP_BROWSER=1 npm test.';

/** On Debian as root, from its packages. False = not possible here. */
export const installBrowser = (say) => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  say('Installing Chromium for the browser tests...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
};
