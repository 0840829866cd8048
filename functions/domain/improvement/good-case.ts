import type { PersonId } from '../item.ts';
import type { Instant } from '../time.ts';
import type { ItemKind } from '../workflow/definition.ts';

/** 优秀案例: an item a manager marked for others to learn from. One an item. */
export interface GoodCase {
  item: string;
  company: string;
  site: string;
  number: string;
  kind: ItemKind;
  category: string;
  building: string | null;
  title: string;
  /** What was good about it. */
  why: string;
  /** Who did it well; may be nobody in particular. */
  owner: PersonId | null;
  /** When it was first marked. */
  at: Instant;
  by: PersonId;
}

const DIGITS = /\d[\d\s-]{5,}\d/;
const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** The resident, or a telephone number, that the words name: nobody outside the desk may read that. Null: they name none. */
export function namesResident(words: string, names: readonly string[]): 'name' | 'phone' | null {
  if (DIGITS.test(plain(words))) return 'phone';
  const text = plain(words);
  const named = names.map((name) => plain(name).trim()).some((name) => [...name].length >= 2 && text.includes(name));
  return named ? 'name' : null;
}
