import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { Problem } from './problem.mjs';

const HIGHEST_PORT = 65_510;
/** Says that a data folder is ours: only such a folder is ever removed. */
const MARKER = 'steward-data';
/** Written by the database's part: who runs on the folder. */
const RUNNING = 'engine.pid';

/** `^20.19.0 || >=22.12.0` */
export const checkNode = (version = process.versions.node) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) throw new Problem(`Node ${version} is too old: install Node 20.19, 22.12 or newer (https://nodejs.org).`);
};

export const checkWindows = ({ platform } = process) => {
  if (platform === 'win32')
    throw new Problem('On Windows run this inside WSL2: in PowerShell "wsl --install", then "npm start" there.');
};

/** Linux x64 brings its database; elsewhere Java 17 runs one, or DYNAMODB_ENDPOINT names one. */
export const checkPlatform = (env = process.env, { platform, arch } = process) => {
  checkWindows({ platform });
  if (env.DYNAMODB_ENDPOINT || (platform === 'linux' && arch === 'x64')) return;
  if (javaVersion(env) >= 17) return;
  const install = platform === 'darwin' ? 'brew install openjdk@17' : 'sudo apt-get install -y openjdk-17-jre-headless';
  throw new Problem(
    `No database for ${platform} ${arch}: install Java 17 ("${install}"), or set DYNAMODB_ENDPOINT to a DynamoDB you run.`,
  );
};

const javaVersion = (env) => {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8', env });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
};

/** The panel's port, the inbox's page and its SMTP. */
export const readPorts = ({ PORT } = process.env) => {
  const port = PORT ? Number(PORT) : 4000;
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT)
    throw new Problem(`PORT must be a whole number from 1 to ${HIGHEST_PORT}, not "${PORT}".`);
  return [port, port + 1, port + 25];
};

export const checkPorts = async (ports) => {
  const states = await Promise.all(ports.map(stateOf));
  const forbidden = ports.find((_, index) => states[index] === 'EACCES');
  if (forbidden)
    throw new Problem(`Port ${forbidden} needs root: choose one above 1023, for example PORT=4100 npm start.`);
  const taken = ports.filter((_, index) => states[index] !== 'free');
  if (taken.length === 0) return;
  const [port] = ports;
  const those = taken.length === 1 ? `Port ${taken[0]} is` : `Ports ${taken.join(', ')} are`;
  throw new Problem(
    `${those} taken: stop what uses it, or choose another, for example PORT=${port < 60_000 ? port + 100 : 4100} npm start.`,
  );
};

const stateOf = (port) =>
  new Promise((found) => {
    const server = createServer();
    server.once('error', ({ code }) => found(code));
    server.listen(port, '127.0.0.1', () => server.close(() => found('free')));
  });

/** The data folder, made if need be. */
export const prepareDataFolder = ({ DATA_DIR } = process.env) => {
  const folder = resolve(DATA_DIR || '.data');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const marked = existsSync(join(folder, MARKER));
    if (!marked && readdirSync(folder).length > 0)
      throw new Problem(
        `DATA_DIR ${folder} holds other files: choose an empty folder, for example DATA_DIR=.data npm start.`,
      );
    if (!marked) writeFileSync(join(folder, MARKER), 'Data of Steward. "npm start -- --reset" removes this folder.\n');
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      `DATA_DIR ${folder} cannot be written: make it writable, or choose another, for example DATA_DIR=/tmp/steward npm start.`,
    );
  }
  return folder;
};

/** Removes the data folder, if it is ours and nobody runs on it. */
export const resetDataFolder = ({ DATA_DIR } = process.env) => {
  const folder = resolve(DATA_DIR || '.data');
  if (!existsSync(folder)) return;
  if (!existsSync(join(folder, MARKER))) {
    if (readdirSync(folder).length === 0) return;
    throw new Problem(
      `DATA_DIR ${folder} was not made by Steward and is left alone: remove it yourself, or choose another.`,
    );
  }
  const owner = runningOn(folder);
  if (owner) throw new Problem(`DATA_DIR ${folder} is in use by process ${owner}: stop it first (kill ${owner}).`);
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    throw new Problem(`DATA_DIR ${folder} cannot be removed: make it writable, or choose another.`);
  }
};

const runningOn = (folder) => {
  try {
    const { owner } = JSON.parse(readFileSync(join(folder, RUNNING), 'utf8'));
    process.kill(owner, 0);
    return owner;
  } catch {
    return null;
  }
};
