import type { Household } from '#domain/household';

/**
 * The words a household is found by. Search is by prefix, so a Chinese name gives each of its tails (李小明, 小明, 明)
 * and any part of it finds it; a phone number gives its digits (with and without +86) and its last four.
 */
export function wordsOf(household: Household): Set<string> {
  const words = new Set<string>();
  const add = (word: string) => {
    if (word.length > 0 && words.size < maxWords) words.add(word);
  };
  const unit = compact(household.unit);
  const building = compact(household.building);
  add(unit);
  add(building);
  add(building + unit);
  for (const place of [household.unit, household.building]) for (const word of runs(place)) add(compact(word));
  for (const member of household.members) {
    for (const run of runs(member.name)) for (const word of isHan(run) ? tails(run) : [compact(run)]) add(word);
    const digits = (member.phone ?? '').replace(/\D/g, '');
    add(digits);
    if (/^86\d{11}$/.test(digits)) add(digits.slice(2));
    if (digits.length > 4) add(digits.slice(-4));
  }
  return words;
}

/**
 * The words of a search text. Digits with separators are one phone number when there are at least seven of them;
 * otherwise blanks, and the border between Chinese and other letters, separate words: "3栋 502 李" = 3, 502, 李, and so are
 * places as the panel writes them: "3 栋 502", "Building 3, 502".
 */
export function searchWords(text: string): string[] {
  const plain = normal(text)
    .replace(/(?<=\d)\s*(号楼|单元|栋|幢|座|楼|室|号|层|户)/g, ' ')
    .replace(/\b(building|block|unit|flat)\s+(?=\d)/g, ' ');
  const digits = plain.replace(/\D/g, '');
  if (digits.length >= 7 && /^[\d\s+()./-]+$/.test(plain)) return [digits];
  const words = plain.split(/[\s,，;；、]+/).flatMap((word) => (/\p{Script=Han}/u.test(word) ? runs(word) : [word]));
  return [...new Set(words.map(compact).filter((word) => word.length > 0))].slice(0, 6);
}

/** A household of thirty stays far below it. */
const maxWords = 400;
const normal = (text: string) => text.normalize('NFKC').toLowerCase();
/** Letters and digits only: "3-1-502" and "3 1 502" are the same unit. */
const compact = (text: string) =>
  normal(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 60);
const runs = (text: string) => normal(text).match(/\p{Script=Han}+|[\p{N}]+|[^\P{L}\p{Script=Han}]+/gu) ?? [];
const isHan = (run: string) => /^\p{Script=Han}/u.test(run);
const tails = (run: string) => Array.from({ length: Math.min(run.length, 12) }, (_, from) => run.slice(from));
