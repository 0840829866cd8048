/** Deeper than anything the product has a use for: definitions with the deepest conditions have some twenty levels. */
export const MOST_NESTING = 40;

/**
 * Whether a JSON text holds lists or objects inside one another deeper than `most` (one that holds neither is 0 deep).
 * Whatever comes from outside is asked this before it is parsed: parsers with a reviver and all that reads the value
 * afterwards call themselves, level by level, and run out of stack. This does not. A text that is no JSON gets some answer.
 */
export function isNestedDeeper(text: string, most: number = MOST_NESTING): boolean {
  let open = 0;
  for (const [part] of text.matchAll(structure)) {
    if (part === '{' || part === '[') open += 1;
    if (part === '}' || part === ']') open -= 1;
    if (open - 1 > most) return true;
  }
  return false;
}
/** A string as a whole, whatever brackets it has, or one bracket outside strings. */
const structure = /"(?:[^"\\]|\\.)*"?|[{}[\]]/gs;
