import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, type Instant } from '#domain/time';

/** What a first start is to live through before it shows the present. */
export interface HistorySpan {
  days: number;
  from: Instant;
  /** The present when it began. */
  until: Instant;
}
interface HistoryRecord {
  finish(): void;
}

const FILE = 'history.json';
/** Not of the data: the launcher's mark, and who runs. */
const KEPT = ['steward-data', 'engine.pid'];

const readState = (file: string): string | null => {
  if (!existsSync(file)) return null;
  try {
    return String(JSON.parse(readFileSync(file, 'utf8')).state);
  } catch {
    return 'filling';
  }
};

/**
 * Whether this folder is to be given a history, asked before anything else opens it: a new one is, one that has been used
 * is not. One whose filling was cut off is emptied and begins anew.
 */
export function openHistory(
  dataDir: string,
  days: number,
  now: Instant,
): { span: HistorySpan; record: HistoryRecord; again: boolean } | null {
  const file = join(dataDir, FILE);
  const state = readState(file);
  if (state === 'filled' || (state === null && existsSync(join(dataDir, 'clock.json'))) || days === 0) return null;
  if (state === 'filling')
    for (const name of readdirSync(dataDir))
      if (!KEPT.includes(name)) rmSync(join(dataDir, name), { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify({ state: 'filling', days }));
  return {
    span: { days, from: now - days * DAY, until: now },
    record: { finish: () => writeFileSync(file, JSON.stringify({ state: 'filled', days })) },
    again: state === 'filling',
  };
}
