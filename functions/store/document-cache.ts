import type { DocumentVersion } from '#ports';

type Read = () => Promise<DocumentVersion | null>;
/** Enough for every pinned version of a few hundred companies; the oldest entry goes first. */
const maxVersions = 2000;

/**
 * Keeps versions for the life of the store: a published version never changes. Absent ones and failed reads are
 * asked again. Concurrent readers share one read. What is kept is frozen in depth.
 */
export function createVersionCache(): (key: string, read: Read) => Promise<DocumentVersion | null> {
  const kept = new Map<string, Promise<DocumentVersion | null>>();
  return (key, read) => {
    const known = kept.get(key);
    if (known) return known;
    const reading = read().then(
      (found) => {
        if (found === null) kept.delete(key);
        return found && freeze(found);
      },
      (error: unknown) => {
        kept.delete(key);
        throw error;
      },
    );
    kept.set(key, reading);
    const [oldest] = kept.keys();
    if (kept.size > maxVersions && oldest !== undefined) kept.delete(oldest);
    return reading;
  };
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}
