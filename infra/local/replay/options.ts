import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface ReplayOptions {
  /** Absolute. */
  file: string;
  /** Absolute; made anew. */
  dataDir: string;
  limit: number;
}

/** What the command line asks for. @throws Error with a sentence about what is wrong */
export function readReplayOptions(args: readonly string[]): ReplayOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { limit: { type: 'string' }, 'data-dir': { type: 'string', default: '.data/replay' } },
  });
  const [file, ...more] = positionals;
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  if (file === undefined || more.length > 0 || !(limit >= 1))
    throw new Error('Usage: npm run replay -- <requests.csv> [--limit <n>] [--data-dir <folder>]');
  return { file: resolve(file), dataDir: resolve(values['data-dir']), limit };
}
