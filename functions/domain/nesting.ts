/** Deeper than anything the product has a use for: definitions with the deepest conditions have some twenty levels. */
export const MOST_NESTING = 40;

/**
 * Whether a value parsed from JSON holds lists or objects inside one another deeper than `most`. Whatever comes from
 * outside is asked this first: what reads it afterwards calls itself, level by level. Does not itself.
 */
export function isNestedDeeper(value: unknown, most: number = MOST_NESTING): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null
        ? Object.values(one).filter((part) => typeof part === 'object' && part !== null)
        : [],
    );
  }
  return false;
}
