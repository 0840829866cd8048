import type { ItemKind } from './workflow/definition.ts';

/** Behind the site's code: numbers of one kind are not those of another. */
export const kindLetter: Record<ItemKind, string> = { complaint: '', workOrder: 'W', visit: 'V' };

/**
 * The numbers of items and incidents a text may mean, as they are stored: "el 261123 7" is EL-261123-007, without
 * letters it may be of any of the `codes`. Empty: it is no number.
 */
export function numbersIn(text: string, codes: readonly string[]): string[] {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  const found = /^(?:([A-Z]{1,5})[\s-]*)?(\d{6})[\s-]+(I?)(\d{1,6})$/.exec(plain);
  if (!found) return [];
  const [, code, date, incident = '', count = ''] = found;
  const tail = `${date}-${incident}${count.padStart(incident ? 2 : 3, '0')}`;
  return (code === undefined ? codes : [code]).map((letters) => `${letters}-${tail}`);
}
