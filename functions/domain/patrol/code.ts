/** Digits and letters that are not mistaken for one another, as ids are made of. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 25;

/** Code of a patrol point's own label: begins with a letter that no asset's code begins with. */
export const pointCode = /^p[0-9a-hjkmnp-tv-z]{25}$/;
export const isPointCode = (code: string): boolean => pointCode.test(code);

/** `random`: so many bytes of a secure source, at least 25. */
export const newPointCode = (random: Uint8Array): string =>
  `p${Array.from({ length: LENGTH }, (_, index) => alphabet[(random[index] ?? 0) % alphabet.length]).join('')}`;

const SHORT = 6;

/** What is printed below the QR code, to be typed where a label cannot be scanned: "7KQ 2XM". The end of a code is random. */
export function shortCode(code: string): string {
  const last = code.slice(-SHORT).toUpperCase();
  return `${last.slice(0, 3)} ${last.slice(3)}`;
}

/** Spaces, case and letters taken for digits do not matter. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');

/** How a point was proved: its label was scanned, the code below it was typed; null: it is another point's. */
export function provedBy(code: string, given: string): 'label' | 'code' | null {
  if (given === code) return 'label';
  return plain(given) === plain(shortCode(code)) ? 'code' : null;
}
