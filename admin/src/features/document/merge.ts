import type { Step } from './diff.ts';
import { isOneValue, isPlain, isWords, keyed, type Plain, same } from './structure.ts';

/** Somebody published while this reader was editing: `clashes` lead to what both changed; there mine stands. */
export interface Merged<T> {
  body: T;
  clashes: Step[][];
}

/** `base` is the version both `mine` and `theirs` were made from. */
export function merge<T>(base: T, mine: T, theirs: T): Merged<T> {
  const clashes: Step[][] = [];
  return { body: join(base, mine, theirs, [], clashes) as T, clashes };
}

function join(base: unknown, mine: unknown, theirs: unknown, path: Step[], clashes: Step[][]): unknown {
  if (same(mine, base)) return theirs;
  if (same(theirs, base) || same(mine, theirs)) return mine;
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) {
    const [was, my, their] = keyed(base, mine, theirs) ?? [];
    if (was && my && their) return joinLists(was, my, their, path, clashes);
  } else if (isPlain(mine) && isPlain(theirs) && [mine, theirs].every((one) => isWords(one) || !isOneValue(one))) {
    const joined: Plain = {};
    for (const field of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
      const old = isPlain(base) ? base[field] : undefined;
      const value = join(old, mine[field], theirs[field], [...path, { field }], clashes);
      if (value !== undefined) joined[field] = value;
    }
    return joined;
  }
  clashes.push(path);
  return mine;
}

type Entries = Map<string, unknown>;

/** Mine in my order where I changed it, else theirs; what only they added comes last. */
function joinLists(base: Entries, mine: Entries, theirs: Entries, path: Step[], clashes: Step[][]): unknown[] {
  const common = (list: Entries) => [...list.keys()].filter((key) => base.has(key) && mine.has(key));
  const reordered = !same(common(mine), common(base));
  const order = new Set(reordered ? [...mine.keys(), ...theirs.keys()] : [...theirs.keys(), ...mine.keys()]);
  return [...order].flatMap((key) => {
    const entry = mine.get(key) ?? theirs.get(key);
    const value = join(base.get(key), mine.get(key), theirs.get(key), [...path, { key, entry }], clashes);
    return value === undefined ? [] : [value];
  });
}
