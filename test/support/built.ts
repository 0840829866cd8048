import { spawnSync } from 'node:child_process';
import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export const root = join(import.meta.dirname, '../..');
const script = join(root, 'infra/local/build.mjs');
/** A folder is made by one process only. */
const lock = join(root, 'node_modules/.steward-building');
/** Longer than a build takes; a lock this old is of a run that was killed. */
const STALE = 120_000;

/** The panel and the server in dist/, built anew when their sources changed. Test files in several workers build once. */
export async function ensureBuilt(): Promise<void> {
  const { isBuilt }: { isBuilt(): boolean } = await import(pathToFileURL(script).href);
  while (!isBuilt()) {
    if (!takeLock()) {
      await wait(250);
      continue;
    }
    try {
      const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`The product cannot be built: ${stderr}`);
    } finally {
      rmdirSync(lock);
    }
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (made !== undefined && Date.now() - made > STALE) rmdirSync(lock);
    return false;
  }
}
