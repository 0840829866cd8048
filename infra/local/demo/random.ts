/** The same numbers for the same seed, in [0, 1): mulberry32. Not for secrets. */
export interface Random {
  next(): number;
  /** Of `[value, weight]`; weights need not add up to anything. */
  pick<T>(weighted: readonly (readonly [T, number])[]): T;
  one<T>(values: readonly T[]): T;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(weighted: readonly (readonly [T, number])[]): T => {
    let left = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of weighted) {
      left -= weight;
      if (left < 0) return value;
    }
    const last = weighted.at(-1);
    if (!last) throw new RangeError('There is nothing to pick from.');
    return last[0];
  };
  return { next, pick, one: (values) => pick(values.map((value) => [value, 1] as const)) };
}
