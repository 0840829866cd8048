/**
 * A number in [0, 1) that is the same for the same words for ever: FNV-1a with a final mix, without which ids that
 * differ in their last letter only would lie together.
 */
export function fractionOf(words: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < words.length; i += 1) h = Math.imul(h ^ words.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** Reproducible, and growing: whoever is among 20 percent is also among 50. Rules choose independently of each other. */
export const isSampled = (rule: string, id: string, percent: number): boolean =>
  fractionOf(`${rule}/${id}`) * 100 < percent;
