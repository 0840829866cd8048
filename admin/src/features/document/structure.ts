/** Shapes that the parts of a configuration document have: what is one value to a reader, what a list of named entries. */

export type Plain = Record<string, unknown>;

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By content; the order of an object's keys does not count, an absent key is an undefined one. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((part, index) => same(part, b[index]));
  if (!isPlain(a) || !isPlain(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
}

/** Words in both languages: shown together, though each language changes by itself. */
export const isWords = (value: unknown): boolean => isPlain(value) && 'zh-CN' in value;

/** Words in both languages, a limit, a recipient, a condition, how often a plan comes: changed as a whole. A workflow has a kind too, and steps. */
export const isOneValue = (value: unknown): boolean =>
  isPlain(value) &&
  (isWords(value) ||
    ('kind' in value && !('steps' in value)) ||
    isRecurrence(value) ||
    ['is', 'any', 'not'].some((key) => key in value) ||
    Array.isArray(value.all));

/** How often a plan of maintenance comes. */
export const isRecurrence = (value: Plain): boolean => 'frequency' in value && 'nonWorkingDay' in value;

/** What may name an entry of a list, first fit. */
const KEYS: readonly (readonly string[])[] = [['id'], ['date'], ['person', 'from']];

const keyBy = (entry: unknown, names: readonly string[]): string | null => {
  if (!isPlain(entry)) return null;
  const parts = names.map((name) => entry[name]);
  return parts.every((part) => typeof part === 'string' || typeof part === 'number') ? parts.join(' ') : null;
};

/** Entries by what names them, in order; null where the lists have no such name, or the same one twice. */
export function keyed(...lists: (readonly unknown[])[]): Map<string, unknown>[] | null {
  if (lists.every((list) => list.length === 0)) return null;
  for (const names of KEYS) {
    const maps = lists.map((list) => new Map(list.map((entry) => [keyBy(entry, names) ?? '', entry])));
    const fits = maps.every((map, index) => !map.has('') && map.size === lists[index]?.length);
    if (fits) return maps;
  }
  return null;
}
