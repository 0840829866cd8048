import { isPlain, same } from './structure.ts';

/** Lists whose entries follow each other and have no name of their own. */
const SEQUENCES: ReadonlySet<string> = new Set(['levels', 'cases', 'actions']);
export const isSequence = (field: string): boolean => SEQUENCES.has(field);

/** Places of an entry before and after. */
export type Pair = { was: number; is: number } | { was: number; is: null } | { was: null; is: number };

/** What became of each entry, in order, with as few changes as explain it: one put in moves the rest, it changes none. */
export function aligned(before: readonly unknown[], after: readonly unknown[]): Pair[] {
  /** Fewest changes from the places on. */
  const costs = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const cost = (was: number, is: number): number => costs[was]?.[is] ?? Number.POSITIVE_INFINITY;
  const through = (was: number, is: number) => changeCost(before[was], after[is]) + cost(was + 1, is + 1);
  for (let was = before.length; was >= 0; was--)
    for (let is = after.length; is >= 0; is--) {
      const row = costs[was];
      if (!row || (was === before.length && is === after.length)) continue;
      const ways = [
        ...(was < before.length ? [1 + cost(was + 1, is)] : []),
        ...(is < after.length ? [1 + cost(was, is + 1)] : []),
        ...(was < before.length && is < after.length ? [through(was, is)] : []),
      ];
      row[is] = Math.min(...ways);
    }
  const pairs: Pair[] = [];
  let [was, is] = [0, 0];
  while (was < before.length || is < after.length) {
    const best = cost(was, is);
    if (was < before.length && is < after.length && through(was, is) === best) pairs.push({ was: was++, is: is++ });
    else if (was < before.length && 1 + cost(was + 1, is) === best) pairs.push({ was: was++, is: null });
    else pairs.push({ was: null, is: is++ });
  }
  return pairs;
}

/** Between nothing and a removal with an addition. Another action is another rule. */
function changeCost(before: unknown, after: unknown): number {
  if (same(before, after)) return 0;
  if (isPlain(before) && isPlain(after)) return before.action === after.action ? 1.5 : 3;
  return 1.5;
}
